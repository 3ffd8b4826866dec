import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUlid, makeUlid, ulidBits, ulidTime } from '../../src/journal/core/ulid.ts';

const LATEST = 2 ** 48 - 1;
const anyTime = fc.integer({ min: 0, max: LATEST });
const anyRandom = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }).map((value) => () => value);

describe('an id', () => {
  it('gives back the time it was made at', () => {
    fc.assert(fc.property(anyTime, anyRandom, (time, random) => ulidTime(makeUlid(time, random)) === time));
  });

  it('has 26 letters, none of which is misread', () => {
    const spelled = fc.property(anyTime, anyRandom, (time, random) => {
      expect(makeUlid(time, random)).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    });
    fc.assert(spelled);
  });

  it('sorts by time, whatever is random in it', () => {
    const sorted = fc.property(anyTime, anyTime, anyRandom, anyRandom, (a, b, first, second) => {
      fc.pre(a < b);
      expect(makeUlid(a, first) < makeUlid(b, second)).toBe(true);
    });
    fc.assert(sorted);
  });

  it('is hardly ever the same twice in one millisecond', () => {
    const ids = Array.from({ length: 10_000 }, () => makeUlid(1, Math.random));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is the one that others make of the same time', () => {
    // The example of https://github.com/ulid/spec
    expect(makeUlid(1_469_918_176_385, () => 0).slice(0, 10)).toBe('01ARYZ6S41');
  });

  it('has 128 bits, the first 48 of which are its time', () => {
    const timed = fc.property(anyTime, anyRandom, (time, random) => {
      expect(Number(ulidBits(makeUlid(time, random))! >> 80n)).toBe(time);
    });
    fc.assert(timed);
    expect(ulidBits('7ZZZZZZZZZZZZZZZZZZZZZZZZZ')).toBe(2n ** 128n - 1n);
    expect(ulidBits('00000000000000000000000010')).toBe(32n);
  });

  it.each(['', '01ARYZ6S41', '01aryz6s41aaaaaaaaaaaaaaaa', '01ARYZ6SU1AAAAAAAAAAAAAAAA', '8ZZZZZZZZZZZZZZZZZZZZZZZZZ'])(
    'has no bits when it is none: "%s"',
    (text) => expect(ulidBits(text)).toBeUndefined(),
  );

  it.each(['', '01ARYZ', 'not an id at all', '01aryz6s41aaaaaaaaaaaaaaaa', '01ARYZ6SU1AAAAAAAAAAAAAAAA'])(
    'tells no time when it is none: "%s"',
    (text) => expect(ulidTime(text)).toBeNaN(),
  );

  it.each([-1, 0.5, LATEST + 1, Number.NaN, Infinity])('is refused for a time that it has no room for: %d', (time) => {
    expect(() => makeUlid(time, Math.random)).toThrow(`no id can hold the time ${time}`);
  });

  it.each([0, LATEST])('may be of the first and the last time there is: %d', (time) => {
    expect(ulidTime(makeUlid(time, () => 0.999))).toBe(time);
  });

  it('uses all of its letters', () => {
    const letters = Array.from({ length: 32 }, (_, at) => makeUlid(0, () => at / 32).at(-1));
    expect(letters.join('')).toBe('0123456789ABCDEFGHJKMNPQRSTVWXYZ');
  });

  it.each([
    ['7ZZZZZZZZZZZZZZZZZZZZZZZZZ', true],
    ['8ZZZZZZZZZZZZZZZZZZZZZZZZZ', false],
    ['01ARYZ6S410000000000000000', true],
    ['01ARYZ6S41000000000000000', false],
    ['01ARYZ6S4100000000000000000', false],
    ['x01ARYZ6S410000000000000000', false],
    ['01ARYZ6S41000000000000000I', false],
    ['01ARYZ6S41000000000000000u', false],
  ])('is %s: %j', (text, is) => {
    expect(isUlid(text)).toBe(is);
  });
});
