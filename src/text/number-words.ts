const ONES = 'one two three four five six seven eight nine'.split(' ');
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** What one word of a number stands for: 1 to 19, and the tens. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...[...ONES, ...TEENS].map((word, at): [string, number] => [word, at + 1]),
  ...TENS.map((word, at): [string, number] => [word, 20 + at * 10]),
]);

/** A regular expression for a number that is spelt out, from one to ninety-nine: "three", "forty-five", "twenty one". */
export const SPELT_NUMBER = `(?:(?:${TENS.join('|')})(?:[- ](?:${ONES.join('|')}))?|${TEENS.join('|')}|${ONES.join('|')})(?![a-z])`;

/** The number that some words spell: 45 for "forty-five"; undefined for anything else. */
export function speltNumber(words: string): number | undefined {
  const values = words
    .toLowerCase()
    .split(/[- ]/)
    .map((word) => NUMBER_WORDS.get(word));
  if (values.length > 2 || values.includes(undefined)) return undefined;
  const [first = 0, second = 0] = values as number[];
  return second > 0 && (first < 20 || second > 9) ? undefined : first + second;
}
