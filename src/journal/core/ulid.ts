// Our own, and not the package `ulid`: that takes lowercase and ids beyond the 128 bits ("8ZZ…") for valid, which would
// sort after every revision of ours, so the stricter check would be needed all the same. And it is four times the size,
// in a file that every command loads that reads the journal.

// Crockford's letters: no I, L, O, U, which are misread.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_LETTERS = 10;
const RANDOM_LETTERS = 16;
/** The 48 bits that an id has for its time. */
const LATEST = 2 ** 48 - 1;
// The first letter holds three bits alone: 26 letters have room for 130.
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/**
 * An id that sorts by time: https://github.com/ulid/spec
 * @param time milliseconds since 1970
 * @param random gives numbers from 0 up to 1; `Math.random` will do, as ids have to differ, not to be secret
 * @throws RangeError for a time that an id can't hold
 */
export function makeUlid(time: number, random: () => number): string {
  if (!Number.isInteger(time) || time < 0 || time > LATEST) throw new RangeError(`no id can hold the time ${time}`);
  let letters = '';
  for (let rest = time, at = 0; at < TIME_LETTERS; at += 1) {
    letters = LETTERS[rest % LETTERS.length]! + letters;
    rest = Math.floor(rest / LETTERS.length);
  }
  for (let at = 0; at < RANDOM_LETTERS; at += 1) letters += LETTERS[Math.floor(random() * LETTERS.length)]!;
  return letters;
}

/** Whether a text is an id of this kind, as {@link makeUlid} writes it. */
export function isUlid(text: string): boolean {
  return ULID.test(text);
}

/** The time in an id, in milliseconds since 1970; not a number for what is no id. */
export function ulidTime(id: string): number {
  const digits = Array.from(id.slice(0, TIME_LETTERS), (letter) => LETTERS.indexOf(letter));
  if (digits.length < TIME_LETTERS || digits.includes(-1)) return Number.NaN;
  return digits.reduce((time, digit) => time * LETTERS.length + digit, 0);
}

/** The 128 bits of an id; nothing for what is no ULID. */
export function ulidBits(id: string): bigint | undefined {
  if (!isUlid(id)) return undefined;
  return Array.from(id).reduce((bits, letter) => (bits << 5n) | BigInt(LETTERS.indexOf(letter)), 0n);
}
