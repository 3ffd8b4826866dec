import type { Chapter, Passage } from '../../content/types.ts';
import { learn } from '../../understanding/core/learn.ts';
import type { ModelSettings } from '../../understanding/core/model.ts';
import { type Indexed, makeIndex } from './engine.ts';
import { ELSEWHERE } from './search.ts';
import type { BuiltIndex, Question, SearchContent } from './types.ts';
import { stemsOf } from './words.ts';

/** Makes the index of words. */
export function buildIndex(
  chapters: readonly Chapter[],
  content: SearchContent,
  questions: readonly Question[],
): BuiltIndex {
  const passages = chapters.flatMap((chapter) => chapter.passages);
  return {
    passages: passages.map(({ id }) => id),
    chapterOf: Object.fromEntries(
      chapters.flatMap((chapter) => chapter.passages.map(({ id }) => [id, chapter.id] as const)),
    ),
    scores: makeIndex(passages.map((passage) => indexedOf(passage, waysFor(passage.id, content, questions)))),
    commands: Object.fromEntries(
      content.commands.flatMap(({ command, passages: ids }) => ids.map((id) => [id, command] as const)),
    ),
    common: commonStems(passages),
    referrals: content.referrals.map(({ words, ask }) => ({
      phrases: [...new Set(words.map((phrase) => stemsOf(phrase).join(' ')))],
      ask,
    })),
  };
}

/** A stem that more than this share of the passages have says little about any of them. */
const COMMON = 1 / 8;

function commonStems(passages: readonly Passage[]): string[] {
  const counts = new Map<string, number>();
  for (const { title, text } of passages)
    for (const stem of new Set(stemsOf(`${title} ${text}`))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > passages.length * COMMON).map(([stem]) => stem);
}

function waysFor(passage: string, { asked }: SearchContent, questions: readonly Question[]): string[] {
  const says = asked.find(({ id }) => id === passage)?.says ?? [];
  return [...says, ...questions.filter(({ passages: [best] }) => best === passage).map(({ text }) => text)];
}

function indexedOf({ id, title, text, note }: Passage, ways: readonly string[]): Indexed {
  return {
    id,
    title: stemsOf(title).join(' '),
    text: stemsOf(text).join(' '),
    note: stemsOf(note?.text ?? '').join(' '),
    ways: ways.flatMap(stemsOf).join(' '),
  };
}

/** Learns which passages answer a question, or that none does. @returns the bytes of a model */
export function learnQuestions(questions: readonly Question[], settings: ModelSettings): Uint8Array {
  const examples = questions.map(({ text, passages }) => ({
    text,
    classes: passages.length > 0 ? passages : [ELSEWHERE],
  }));
  const classes = [...new Set(examples.flatMap((one) => one.classes))].toSorted();
  return learn(examples, { classes, settings, missed: 3, rounds: 10, small: 0.75 });
}
