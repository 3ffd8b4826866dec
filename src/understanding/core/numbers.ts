import { NUMBER_WORDS } from '../../text/number-words.ts';
import type { Token } from './tokens.ts';

/** What numbers mean, from data/understanding.json. */
export interface Limits {
  /** In °C: the lowest body temperature, where fever begins, and the highest body temperature. */
  readonly celsius: readonly [ordinary: number, fever: number, highest: number];
  /** The same in °F. */
  readonly fahrenheit: readonly [ordinary: number, fever: number, highest: number];
  /** Words near which two numbers are weights. */
  readonly scales: readonly string[];
  /** Units after which a number is the strength of a medicine: "30 mg" is not thirty tablets. */
  readonly strengths: readonly string[];
  /** Words after which a number is no temperature: "38 weeks". */
  readonly counted: readonly string[];
}

/** The word that stands for a number: only the side of a limit matters, not its value. @param next the word after it */
export function figureWord(value: number, next: string | undefined, limits: Limits): string {
  const { celsius, fahrenheit, strengths, counted } = limits;
  if (next !== undefined && strengths.includes(next)) return '#strength';
  const isCounted = next !== undefined && counted.includes(next);
  const temperature = isCounted ? undefined : (degrees(value, 'c', celsius) ?? degrees(value, 'f', fahrenheit));
  if (temperature) return temperature;
  if (Number.isInteger(value) && value >= 1950 && value < 2100) return '#year';
  if (value <= 8) return '#few';
  return value < 100 ? '#tens' : '#hundreds';
}

function degrees(value: number, unit: string, [ordinary, fever, highest]: Limits['celsius']): string | undefined {
  if (value < ordinary || value > highest) return undefined;
  return value >= fever ? `#fever-${unit}` : `#cool-${unit}`;
}

/** Replaces numbers of twenty and more that are spelt out, as dictation writes "one hundred and one point five". */
export function spelledNumbers(tokens: readonly Token[]): Token[] {
  const read: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const [value, next] = numberAt(tokens, at);
    const [first, last] = [tokens[at]!, tokens[next - 1] ?? tokens[at]!];
    const isNumber = value >= 20 || next > at + 1;
    read.push(isNumber ? { word: '#', value, from: first.from, to: last.to } : first);
    at = isNumber ? next : at + 1;
  }
  return read;
}

// The number that is spelt out from a token on, and the first token after it; NaN where there is none.
function numberAt(tokens: readonly Token[], at: number): [value: number, next: number] {
  const word = (index: number) => tokens[index]?.word ?? '';
  let [value, next] = belowHundred(tokens, at);
  if (word(next) === 'hundred' || (word(at) === 'a' && word(at + 1) === 'hundred')) {
    const after = word(at) === 'a' ? at + 2 : next + 1;
    const [rest, end] = belowHundred(tokens, word(after) === 'and' ? after + 1 : after);
    [value, next] = [(Number.isNaN(value) ? 1 : value) * 100 + (rest || 0), Number.isNaN(rest) ? after : end];
  }
  const decimal = word(next) === 'point' ? (NUMBER_WORDS.get(word(next + 1)) ?? tokens[next + 1]?.value) : undefined;
  return !Number.isNaN(value) && decimal !== undefined && decimal < 10
    ? [value + decimal / 10, next + 2]
    : [value, next];
}

function belowHundred(tokens: readonly Token[], at: number): [value: number, next: number] {
  const first = NUMBER_WORDS.get(tokens[at]?.word ?? '');
  const second = NUMBER_WORDS.get(tokens[at + 1]?.word ?? '');
  if (first === undefined) return [Number.NaN, at];
  return first >= 20 && second !== undefined && second < 10 ? [first + second, at + 2] : [first, at + 1];
}

/** How many tokens apart two weights may be: "from 11 stone 4 to 9 stone 12". */
const REACH = 7;

/** How many tokens away from them a word such as "kg" may be. */
const NEAR = 2;

/** Adds `#lighter` or `#heavier` after the second of two weights, when it is less or more than the first: "80 kg -> 74". */
export function withWeightChanges(tokens: readonly Token[], { scales }: Limits): Token[] {
  const isScale = ({ word }: Token) => scales.includes(word);
  if (!tokens.some(isScale)) return [...tokens];
  return tokens.flatMap((token, at) => {
    const before = tokens.slice(Math.max(0, at - REACH), at);
    const first = before.findLastIndex(isWeight);
    const between = new Set(before.slice(first + 1).map(({ word }) => word));
    const near = tokens.slice(Math.max(0, at - before.length + first - NEAR), at + NEAR + 1);
    if (first < 0 || !isWeight(token) || !near.some(isScale)) return [token];
    const change = between.has('to') || between.has('now') ? 1 : between.has('was') ? -1 : 0;
    if (change === 0) return [token];
    const word = change * (token.value! - before[first]!.value!) < 0 ? '#lighter' : '#heavier';
    return [token, { word, from: token.from, to: token.to }];
  });
}

function isWeight({ value, word }: Token): boolean {
  return value !== undefined && value >= 5 && value <= 400 && word !== '#strength' && !word.startsWith('#fever');
}
