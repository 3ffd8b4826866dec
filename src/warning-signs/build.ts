import { grouped, writeBook } from '../text/book.ts';
import { listed } from '../text/lists.ts';
import { beginnings, headOf } from './pattern.ts';
import type { BuiltSigns, PatternBooks, SignWords, WarningSigns } from './types.ts';

/** What a pattern means, and the pattern. */
type Pair = readonly [of: string, pattern: string];

/** Makes what can be known before a text is heard. */
export function buildSigns(knowledge: WarningSigns): BuiltSigns {
  const { words, short, plain, means, signs, context, temperature, lostWeight } = knowledge;
  const classes = Object.entries(words).flatMap(([name, list]) => list.split(' ').map((word) => [word, name] as const));
  const unless = signs.flatMap((sign) => (sign.unless ?? []).map((pattern) => [sign.id, pattern] as const));
  return {
    words,
    short,
    temperature,
    lostWeight,
    plain: listed(plain.split(' ')),
    classes: writeBook(grouped(classes)),
    vocabulary: listed([...classes.map(([word]) => word), ...literals(allPatterns(knowledge))]),
    patterns: {
      means: patternsOf(pairs(means)),
      signs: patternsOf(signs.flatMap(signPairs)),
      unless: patternsOf(unless),
      context: patternsOf(pairs(context)),
    },
    denied: Object.fromEntries(signs.flatMap(({ id, denied }) => (denied === undefined ? [] : [[id, denied]]))),
    grave: signs.filter(({ grave }) => grave).map(({ id }) => id),
    lasting: signs.filter(({ lasting }) => lasting).map(({ id }) => id),
  };
}

// Heads can be long, and stand under each of their words: there a number stands for them.
function patternsOf(all: readonly Pair[]): PatternBooks {
  const byHead = [...grouped(all.map(([of, pattern]) => [headOf(pattern), `${of}:${pattern}`] as const))];
  const names = byHead.flatMap(([head], at) => beginnings(head).map((name) => [name, String(at)] as const));
  return {
    heads: writeBook(grouped(names)),
    patterns: writeBook(new Map(byHead.map(([, patterns], at) => [String(at), patterns]))),
  };
}

// A doubtful one has a question mark behind its id.
function signPairs({ id, sure, doubtful = [] }: SignWords): Pair[] {
  return [...sure.map((pattern) => [id, pattern] as const), ...doubtful.map((pattern) => [`${id}?`, pattern] as const)];
}

function pairs(lists: Readonly<Record<string, readonly string[]>>): Pair[] {
  return Object.entries(lists).flatMap(([name, patterns]) => patterns.map((pattern) => [name, pattern] as const));
}

function allPatterns({ means, signs, context }: WarningSigns): string[] {
  const ofSigns = signs.flatMap(({ sure, doubtful = [], unless = [] }) => [...sure, ...doubtful, ...unless]);
  return [...Object.keys(means), ...Object.values(means).flat(), ...ofSigns, ...Object.values(context).flat()];
}

/** The plain words of patterns; what follows an `@` is the name of a class. */
function literals(patterns: readonly string[]): string[] {
  const words = patterns.flatMap((pattern) => pattern.split(/[ |]/));
  return words.map(bare).filter((word) => word.length > 1 && word >= 'a' && word < '{');
}

/** A word of a pattern without the signs before and after it. */
function bare(word: string): string {
  return word.replace(/^[!&~]/, '').replace(/\?$/, '');
}
