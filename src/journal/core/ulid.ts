// Our own, not the package `ulid` (3.0): its isValid accepts lower case and ids of more than 128 bits ("8ZZ…"), which sort
// after every revision of ours, so a stricter check would be needed anyway. It is also four times the size, in code that
// every command of the journal loads. Its checks of the time are here as well.

// Crockford's alphabet: without I, L, O and U, which are easily misread.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_LETTERS = 10;
const RANDOM_LETTERS = 16;
/** An id has 48 bits for its time. */
const LATEST = 2 ** 48 - 1;
// 26 letters could hold 130 bits, so the first holds only three.
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/**
 * Makes an id that sorts by time: https://github.com/ulid/spec
 * @param time milliseconds since 1970
 * @param random returns numbers from 0 to below 1; `Math.random` is enough, as ids have to differ, not to be secret
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

/** Random numbers that depend on a text: its FNV-1a hash, then a linear congruential generator. */
export function seeded(text: string): () => number {
  let state = 2_166_136_261;
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 16_777_619);
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Whether a text is a ULID as {@link makeUlid} writes it. */
export function isUlid(text: string): boolean {
  return ULID.test(text);
}

/** The time in an id, in milliseconds since 1970; NaN for a text that isn't an id. */
export function ulidTime(id: string): number {
  // A loop, as it runs for every entry of a report.
  let time = 0;
  for (let at = 0; at < TIME_LETTERS; at += 1) {
    const digit = at < id.length ? LETTERS.indexOf(id.charAt(at)) : -1;
    if (digit < 0) return Number.NaN;
    time = time * LETTERS.length + digit;
  }
  return time;
}

/** The 128 bits of an id; undefined for a text that isn't a ULID. */
export function ulidBits(id: string): bigint | undefined {
  if (!isUlid(id)) return undefined;
  return Array.from(id).reduce((bits, letter) => (bits << 5n) | BigInt(LETTERS.indexOf(letter)), 0n);
}
