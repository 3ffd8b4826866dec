import type { Chapter, Passage } from '../content/types.ts';
import { type Indexed, makeEngine, termOf } from './engine.ts';
import { expand } from './expand.ts';
import { written } from './phrases.ts';
import type { Asked, BuiltIndex, Phrase, SearchContent } from './types.ts';
import { stemOf, wordsOf } from './words.ts';

/** Makes what can be known before a question is asked. */
export function buildIndex(chapters: readonly Chapter[], content: SearchContent): BuiltIndex {
  const asked = new Map(content.asked.map((one) => [one.id, one]));
  const passages = chapters.flatMap((chapter) => chapter.passages);
  const indexed = passages.map((passage) => indexedOf(passage, asked.get(passage.id)));
  const phrases = phrasesOf(content);
  const chatter = content.chatter.flatMap(wordsOf);
  const vocabulary = vocabularyOf(passages, content);
  return {
    engine: makeEngine(indexed),
    rarity: rarityOf(indexed),
    vocabulary: vocabulary.join(' '),
    known: [...new Set([...content.words, ...content.elsewhere.flatMap(expand).flatMap(wordsOf)].map(stemOf))].join(' '),
    chatter: chatter.join(' '),
    phrases: byKey(phrases),
    commands: Object.fromEntries(
      content.commands.flatMap(({ command, passages: ids }) => ids.map((id) => [id, command] as const)),
    ),
  };
}

function indexedOf({ id, title, text, note }: Passage, asked: Asked | undefined): Indexed {
  const stems = (parts: readonly string[]) => parts.flatMap(wordsOf).map(stemOf).join(' ');
  return {
    id,
    title: stems([title]),
    text: stems([text]),
    note: stems([note?.text ?? '']),
    ways: stems(asked?.ways ?? []),
    self: termOf(id),
  };
}

function rarityOf(passages: readonly Indexed[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { title, text, ways } of passages) {
    const terms = new Set([title, text, ways].join(' ').split(' '));
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const rarity = (count: number) => Math.log(passages.length / count) / Math.log(passages.length);
  return Object.fromEntries([...counts].map(([term, count]) => [term, Number(rarity(count).toFixed(2))]));
}

// Words of the guide first, then those of its readers.
function vocabularyOf(passages: readonly Passage[], { asked, synonyms }: SearchContent): string[] {
  const says = [...asked, ...synonyms].flatMap((one) => one.says);
  const texts = [
    ...passages.flatMap(({ title, text, note }) => [title, text, note?.text ?? '']),
    ...asked.flatMap((one) => one.ways),
    ...says.map((pattern) => pattern.replaceAll('/', ' ')),
  ];
  const counts = new Map<string, number>();
  for (const word of texts.flatMap(wordsOf)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const used = [...counts].filter(([word]) => word.length > 2 && !/\d/.test(word));
  return used.toSorted(([, a], [, b]) => b - a).map(([word]) => word);
}

function phrasesOf({ synonyms, asked, elsewhere }: SearchContent): Phrase[] {
  const stems = (text: string) => wordsOf(text).map(stemOf);
  const make = (says: readonly string[], means: readonly string[]) =>
    says.flatMap(expand).map((said) => ({ stems: stems(said), means, whole: isWhole(said, means) }));
  return [
    ...synonyms.flatMap(({ says, means }) => make(says, [...new Set(stems(means))])),
    ...asked.flatMap(({ id, says }) => make(says, [termOf(id)])),
    ...make(elsewhere, []),
  ]
    .filter(({ stems: { length }, whole }) => length > 0 && whole)
    .map(({ stems: all, means }) => ({ stems: all, means }));
}

// "In heat" is elsewhere, but the heat that would be left of it isn't.
function isWhole(said: string, means: readonly string[]): boolean {
  return means.length > 0 || !said.includes(' ') || wordsOf(said).length > 1;
}

// A phrase is looked up by the one of its words that begins the fewest others.
function byKey(phrases: readonly Phrase[]): Record<string, string[]> {
  const counts = new Map<string, number>();
  for (const stem of phrases.flatMap((phrase) => phrase.stems)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const keyed = new Map<string, Set<string>>();
  for (const phrase of phrases) {
    const key = phrase.stems.toSorted((a, b) => counts.get(a)! - counts.get(b)!)[0]!;
    keyed.set(key, (keyed.get(key) ?? new Set()).add(written(phrase)));
  }
  return Object.fromEntries([...keyed].map(([key, lines]) => [key, [...lines]]));
}
