import { makeFinder, type Finder } from './finder.ts';
import { lazily } from './lazily.ts';
import { makeLexicon, type Lexicon } from './lexicon.ts';
import type { ContextName, Hit, SignWords, WarningSigns } from './types.ts';

/** The knowledge made ready for finding; what a text has no use for is never made. */
export interface Ready {
  readonly knowledge: WarningSigns;
  readonly lexicon: Lexicon;
  readonly phrases: () => Finder<string>;
  readonly signs: () => Finder<Said>;
  /** What makes a sign harmless: finds the ids of signs. */
  readonly unless: () => Finder<string>;
  readonly context: () => Finder<ContextName>;
}

const readied = new WeakMap<WarningSigns, Ready>();

/** Makes the knowledge ready, once. */
export function ready(knowledge: WarningSigns): Ready {
  const known = readied.get(knowledge) ?? makeReady(knowledge);
  readied.set(knowledge, known);
  return known;
}

function makeReady(knowledge: WarningSigns): Ready {
  const lexicon = makeLexicon(knowledge, () => allPatterns(knowledge));
  return {
    knowledge,
    lexicon,
    phrases: lazily(() => makeFinder(pairs(knowledge.means), lexicon)),
    signs: lazily(() => makeFinder(knowledge.signs.flatMap(signPairs), lexicon)),
    unless: lazily(() =>
      makeFinder(
        knowledge.signs.flatMap(({ id, unless = [] }) => unless.map((one) => [one, id] as const)),
        lexicon,
      ),
    ),
    context: lazily(() => makeFinder(pairs(knowledge.context), lexicon)),
  };
}

/** What a pattern says. */
type Said = Pick<Hit, 'id' | 'sure' | 'denied'>;

function signPairs({ id, sure, doubtful = [], denied }: SignWords): (readonly [string, Said])[] {
  const pairsOf = (patterns: readonly string[], isSure: boolean) =>
    patterns.map((pattern) => [pattern, { id, sure: isSure, ...(denied !== undefined && { denied }) }] as const);
  return [...pairsOf(sure, true), ...pairsOf(doubtful, false)];
}

function pairs<K extends string>(lists: Readonly<Record<K, readonly string[]>>): (readonly [string, K])[] {
  const entries = Object.entries(lists) as [K, readonly string[]][];
  return entries.flatMap(([name, patterns]) => patterns.map((pattern) => [pattern, name] as const));
}

function allPatterns({ means, signs, context }: WarningSigns): string[] {
  const ofSigns = signs.flatMap(({ sure, doubtful = [], unless = [] }) => [...sure, ...doubtful, ...unless]);
  return [...Object.keys(means), ...Object.values(means).flat(), ...ofSigns, ...Object.values(context).flat()];
}
