import type { Limits } from './numbers.ts';
import { isMark, type Token, tokensOf } from './tokens.ts';

/** A window of a text, which is judged on its own by the features that a model weighs. */
export interface TextWindow {
  /** Its words, without marks. */
  readonly words: readonly Token[];
  /** The number of each feature, and the first and the last word that it was made from. */
  readonly features: ReadonlyMap<number, readonly [first: number, last: number]>;
}

/** The number of words in a window of a long text; each starts half a window after the one before. */
const WINDOW = 24;

/** The lengths of the parts of a word, with a space at both ends. Most of them are the same in spite of a misspelling. */
const [SHORTEST, LONGEST] = [4, 5];

/** Up to how many words after a denial a word, with its parts, is a different one: "no numbness", "not been numb". */
const DENIED = 4;
const DENIALS: ReadonlySet<string> = new Set(
  'no not never without nor none neither nothing denies deny isnt wasnt arent werent dont didnt doesnt hasnt havent'.split(
    ' ',
  ),
);

/** Words that end what is denied: "no fever, but my leg is numb". */
const TURNS: ReadonlySet<string> = new Set('but except only just though however because yet until since'.split(' '));

/** The fewest words of a sentence that is judged on its own: "Not yet." says too little. */
const SENTENCE = 3;

/**
 * The windows of a text and of each of its sentences, so that one sentence isn't outweighed by the others.
 * @param limits what numbers mean
 */
export function windowsOf(text: string, limits: Limits): TextWindow[] {
  const tokens = tokensOf(text, limits);
  const whole = wordWindows(tokens);
  const sentences = sentencesOf(tokens).filter((one) => one.filter((token) => !isMark(token)).length >= SENTENCE);
  return sentences.length > 1 ? [...whole, ...sentences.flatMap(wordWindows)] : whole;
}

function sentencesOf(tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = [[]];
  for (const token of tokens) {
    sentences.at(-1)!.push(token);
    if (token.word === '.' || token.word === '?') sentences.push([]);
  }
  return sentences;
}

function wordWindows(tokens: readonly Token[]): TextWindow[] {
  const words = tokens.filter((token) => !isMark(token));
  const isAsked = tokens.at(-1)?.word === '?';
  const starts = [0];
  for (let at = WINDOW / 2; at + WINDOW / 2 < words.length; at += WINDOW / 2) starts.push(at);
  return starts.map((start) => windowOf(words.slice(start, start + WINDOW), isAsked));
}

function windowOf(words: readonly Token[], isAsked: boolean): TextWindow {
  const features = new Map<number, readonly [number, number]>();
  const add = (text: string, first: number, last: number) => {
    const number = numberOf(text);
    if (!features.has(number)) features.set(number, [first, last]);
  };
  const end = words.length - 1;
  add('all', 0, end);
  const denied = deniedAmong(words);
  words.forEach(({ word }, at) => {
    const mark = denied[at] ? 'no ' : '';
    const [second, third] = [words[at + 1]?.word, words[at + 2]?.word];
    add(`${mark}1 ${word}`, at, at);
    if (second !== undefined) add(`2 ${word} ${second}`, at, at + 1);
    if (third !== undefined) add(`3 ${word} ${second} ${third}`, at, at + 2);
    for (const part of partsOf(` ${word} `)) add(`${mark}p${part}`, at, at);
  });
  add(`first ${words[0]?.word}`, 0, 0);
  add(`first two ${words[0]?.word} ${words[1]?.word}`, 0, 1);
  add(`last ${words[end]?.word}`, end, end);
  add(`length ${Math.min(6, Math.round(Math.log2(words.length + 1)))}`, 0, end);
  if (isAsked) add('asked', 0, end);
  return { words, features };
}

// For each word whether it is denied.
function deniedAmong(words: readonly Token[]): boolean[] {
  let left = 0;
  return words.map(({ word }) => {
    if (TURNS.has(word)) left = 0;
    const isDenied = left > 0;
    left = DENIALS.has(word) ? DENIED : Math.max(0, left - 1);
    return isDenied;
  });
}

function partsOf(word: string): string[] {
  const parts: string[] = [];
  for (let length = SHORTEST; length <= LONGEST; length += 1)
    for (let at = 0; at + length <= word.length; at += 1) parts.push(word.slice(at, at + length));
  return parts;
}

/** A number of 28 bits for a feature (FNV-1a, draft-eastlake-fnv). Of a hundred thousand features about twenty pairs share one. */
function numberOf(text: string): number {
  let number = 2_166_136_261;
  for (let at = 0; at < text.length; at += 1) number = Math.imul(number ^ text.charCodeAt(at), 16_777_619);
  return number >>> 4;
}
