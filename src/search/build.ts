import type { Chapter, Passage } from '../content/types.ts';
import { type Indexed, makeEngine, termOf } from './engine.ts';
import { expand } from './expand.ts';
import { listed } from '../text/lists.ts';
import { writePhrases } from './phrase-book.ts';
import { writeRarities } from './rarity.ts';
import type { Asked, BuiltIndex, Phrase, SearchContent } from './types.ts';
import { stemOf, wordsOf } from './words.ts';

/** Makes what can be known before a question is asked. */
export function buildIndex(chapters: readonly Chapter[], content: SearchContent): BuiltIndex {
  const asked = new Map(content.asked.map((one) => [one.id, one]));
  const passages = chapters.flatMap((chapter) => chapter.passages);
  const indexed = passages.map((passage) => indexedOf(passage, asked.get(passage.id)));
  return {
    engine: makeEngine(indexed),
    rarity: rarityOf(indexed),
    vocabulary: listed(vocabularyOf(passages, content)),
    known: [...new Set([...content.words, ...content.elsewhere.flatMap(expand)].flatMap(stemsOf))].join(' '),
    chatter: listed(content.chatter.flatMap(wordsOf)),
    phrases: byKey(phrasesOf(content)),
    commands: Object.fromEntries(
      content.commands.flatMap(({ command, passages: ids }) => ids.map((id) => [id, command] as const)),
    ),
  };
}

function stemsOf(text: string): string[] {
  return wordsOf(text).map(stemOf);
}

function indexedOf({ id, title, text, note }: Passage, asked: Asked | undefined): Indexed {
  return {
    id,
    title: stemsOf(title).join(' '),
    text: stemsOf(text).join(' '),
    note: stemsOf(note?.text ?? '').join(' '),
    ways: (asked?.ways ?? []).flatMap(stemsOf).join(' '),
    self: termOf(id),
  };
}

function rarityOf(passages: readonly Indexed[]): string {
  const counts = new Map<string, number>();
  for (const { title, text, ways } of passages) {
    const terms = new Set([title, text, ways].join(' ').split(' '));
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const rarity = (count: number) => Math.log(passages.length / count) / Math.log(passages.length);
  return writeRarities(new Map([...counts].map(([term, count]) => [term, rarity(count)])));
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
  return [
    ...synonyms.flatMap(({ says, means }) => phrasesFor(says, [...new Set(stemsOf(means))])),
    ...asked.flatMap(({ id, says }) => phrasesFor(says, [termOf(id)])),
    ...phrasesFor(elsewhere, []),
  ];
}

function phrasesFor(says: readonly string[], means: readonly string[]): Phrase[] {
  const whole = says.flatMap(expand).filter(isWhole);
  return whole.map((said) => ({ stems: stemsOf(said), means })).filter(({ stems }) => stems.length > 0);
}

// "In heat" is elsewhere, but the heat that would be left of it isn't.
function isWhole(said: string): boolean {
  return !said.includes(' ') || wordsOf(said).length > 1;
}

// A phrase is looked up by the one of its words that begins the fewest others.
function byKey(phrases: readonly Phrase[]): string {
  const counts = new Map<string, number>();
  for (const stem of phrases.flatMap((phrase) => phrase.stems)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const keyed = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const key = phrase.stems.toSorted((a, b) => counts.get(a)! - counts.get(b)!)[0]!;
    keyed.set(key, [...(keyed.get(key) ?? []), phrase]);
  }
  return writePhrases(keyed);
}
