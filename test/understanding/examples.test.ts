import { describe, expect, test } from 'vitest';
import signsData from '../../data/signs.json' with { type: 'json' };
import { content, repeated } from '../content/data-files.ts';
import { frozenNotes, frozenQuestions, notes, questions, settings } from './built.ts';

const SIGNS = new Set([...signsData.signs.map(({ id }) => id), content.crisis().id]);
const PASSAGES = new Set(content.chapters().flatMap((chapter) => chapter.passages.map(({ id }) => id)));

/** What makes two texts the same: capitals and blanks make no difference. */
const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim();

describe.each([
  ['data/examples/notes.jsonl', notes, ['signs', 'text']],
  ['test/understanding/frozen-notes.jsonl', frozenNotes, ['by', 'signs', 'text']],
  ['data/examples/questions.jsonl', questions, ['passages', 'text']],
  ['test/understanding/frozen-questions.jsonl', frozenQuestions, ['by', 'passages', 'text']],
] as const)('%s', (_, lines, keys) => {
  test('has in each line a text and what it means, and nothing else', () => {
    const needed = new Set<string>(keys);
    const odd = lines.filter((line) => {
      const named = Object.keys(line);
      const isWhole = [...needed].every((key) => named.includes(key));
      const isOurs = named.every((key) => needed.has(key) || key === 'signs');
      return !isWhole || !isOurs || plain(line.text) === '' || line.text.length > 2000;
    });
    expect(odd).toEqual([]);
  });

  test('has no text twice', () => {
    expect(repeated(lines.map(({ text }) => plain(text)))).toEqual([]);
  });
});

describe('what they mean', () => {
  test('are signs that there are, each once', () => {
    const told = [...notes, ...frozenNotes, ...questions].map(({ signs = [] }) => signs);
    const odd = told.filter((line) => line.some((sign) => !SIGNS.has(sign)) || repeated(line).length > 0);
    expect(odd).toEqual([]);
  });

  test('are passages that there are, each once', () => {
    const odd = [...questions, ...frozenQuestions].filter(
      (line) => line.passages.some((one) => !PASSAGES.has(one)) || repeated(line.passages).length > 0,
    );
    expect(odd).toEqual([]);
  });

  test('every passage is asked for, and every part of a sign is told of', () => {
    const asked = new Set(questions.flatMap(({ passages }) => passages));
    expect([...PASSAGES].filter((one) => !asked.has(one))).toEqual([]);
    const told = new Set(notes.flatMap((note) => note.signs));
    expect(
      Object.entries(settings.signs.parts)
        .flat(2)
        .filter((sign) => !told.has(sign)),
    ).toEqual([]);
  });

  test('a leg that can no longer be moved is weak or numb, too', () => {
    const odd = notes.filter(({ signs }) => signs.includes('paralysis') && !signs.includes('leg-numbness-weakness'));
    expect(odd).toEqual([]);
  });
});

test('nothing that is frozen is trained on', () => {
  const [trained, asked] = [notes, questions].map((lines) => new Set(lines.map(({ text }) => plain(text))));
  expect(frozenNotes.filter(({ text }) => trained!.has(plain(text)))).toEqual([]);
  expect(frozenQuestions.filter(({ text }) => asked!.has(plain(text)))).toEqual([]);
  expect(frozenNotes.length).toBeGreaterThanOrEqual(400);
  expect(frozenQuestions.length).toBeGreaterThanOrEqual(300);
});
