import type { Token } from './types.ts';

const SMALL = (
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
  'sixteen seventeen eighteen nineteen'
).split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const VALUES = new Map([
  ...SMALL.map((word, index): [string, number] => [word, index + 1]),
  ...TENS.map((word, index): [string, number] => [word, 20 + index * 10]),
]);

/** Puts numbers that are spelt out into figures: dictation writes "one hundred and one point five". */
export function readNumbers(tokens: readonly Token[]): Token[] {
  const read: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const [value, next] = numberAt(tokens, at);
    const last = tokens[next - 1];
    const first = tokens[at] as Token;
    read.push(value === undefined || !last ? first : { ...first, word: '#', value, to: last.to });
    at = value === undefined ? at + 1 : next;
  }
  return read;
}

function numberAt(tokens: readonly Token[], at: number): [value: number | undefined, next: number] {
  const [whole, next] = wholeAt(tokens, at);
  if (whole === undefined || tokens[next]?.word !== 'point') return [whole, next];
  const decimal = VALUES.get(tokens[next + 1]?.word ?? '') ?? tokens[next + 1]?.value;
  return decimal === undefined || decimal > 9 ? [whole, next] : [whole + decimal / 10, next + 2];
}

function wholeAt(tokens: readonly Token[], at: number): [value: number | undefined, next: number] {
  const word = tokens[at]?.word ?? '';
  if (tokens[at + 1]?.word === 'hundred' && (word === 'a' || VALUES.has(word))) {
    const and = tokens[at + 2]?.word === 'and' ? at + 3 : at + 2;
    const [rest, next] = belowHundred(tokens, and);
    const hundreds = (VALUES.get(word) ?? 1) * 100;
    return rest === undefined ? [hundreds, at + 2] : [hundreds + rest, next];
  }
  return belowHundred(tokens, at);
}

// "one" by itself is hardly ever a number, "twenty fifteen" is a year.
function belowHundred(tokens: readonly Token[], at: number): [value: number | undefined, next: number] {
  const first = VALUES.get(tokens[at]?.word ?? '');
  const second = VALUES.get(tokens[at + 1]?.word ?? '');
  const inARow = tokens[at + 1]?.before === '';
  if (first === undefined) return [undefined, at];
  if (inARow && second !== undefined && (first === 19 || first === 20) && second >= 10) {
    return [first * 100 + second, at + 2];
  }
  if (inARow && second !== undefined && first >= 20 && second > 0 && second < 10) return [first + second, at + 2];
  return first === 1 && tokens[at - 1]?.word !== 'and' && tokens[at + 1]?.word !== 'point'
    ? [undefined, at]
    : [first, at + 1];
}
