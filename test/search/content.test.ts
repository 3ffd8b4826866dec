import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/program.ts';
import { expand } from '../../src/search/expand.ts';
import { wordsOf } from '../../src/search/words.ts';
import { content, repeated } from '../content/data-files.ts';
import { chapters, searchContent } from './index.ts';

const passages = chapters.flatMap((chapter) => chapter.passages.map(({ id }) => id));

describe('data/search.json', () => {
  test('has other ways to ask for every passage, and for no other', () => {
    expect(searchContent.asked.map(({ id }) => id).toSorted()).toEqual(passages.toSorted());
  });

  test('names commands that are there, for passages that are', () => {
    const therapies = content.therapies().therapies.map(({ id }) => id);
    const stretches = content.stretches().stretches.map(({ id }) => `stretch ${id}`);
    const known = new Set([...Object.keys(COMMANDS), ...therapies, ...stretches]);
    expect(searchContent.commands.map(({ command }) => command).filter((one) => !known.has(one))).toEqual([]);
    const ids = searchContent.commands.flatMap((one) => one.passages);
    expect(ids.filter((id) => !passages.includes(id))).toEqual([]);
    expect(repeated(ids)).toEqual([]);
  });

  test('has no word both as chatter and as what the guide has nothing about', () => {
    const chatter = new Set(searchContent.chatter.flatMap(wordsOf));
    const single = searchContent.elsewhere.flatMap(expand).filter((said) => !said.includes(' '));
    expect(single.filter((word) => chatter.has(word))).toEqual([]);
  });

  test('means words of the guide', () => {
    const text = chapters
      .flatMap((chapter) => chapter.passages)
      .flatMap(({ title, text: body, note }) => [title, body, note?.text ?? ''].flatMap(wordsOf));
    const known = new Set(text.map((word) => word.slice(0, 4)));
    const strange = searchContent.synonyms.filter(
      ({ means }) => !wordsOf(means).some((word) => known.has(word.slice(0, 4))),
    );
    expect(strange.map(({ means }) => means)).toEqual([]);
  });
});
