import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../../src/system/content.ts';
import { findCountry, guessNumber, numberIn } from '../../src/triage/emergency-number.ts';

const NUMBERS = openContent(join(import.meta.dirname, '..', '..', 'data')).emergencyNumbers();
const inCountry = (code: string) => numberIn(NUMBERS, findCountry(NUMBERS, code)!);

describe('the emergency number', () => {
  it.each([
    ['GB', '999 or 112 (United Kingdom)'],
    ['US', '911 (United States)'],
    ['NZ', '111 (New Zealand)'],
    ['AU', '000 or 112 (Australia)'],
    ['de', '112 (Germany)'],
  ])('of %s is %s', (code, number) => {
    expect(inCountry(code).inFull).toBe(number);
  });

  it('of a country that was not checked is the fallback', () => {
    expect(inCountry('AF')).toMatchObject({ inFull: NUMBERS.unknown, country: { name: 'Afghanistan' } });
  });

  it('is guessed only where time zone and locale agree, and says so with the fallback beside it', () => {
    const guess = guessNumber(NUMBERS, { zone: 'Europe/London', region: 'GB' });
    expect(guess.guessed).toBe(true);
    expect(guess.inFull).toContain('999 or 112 if you are in the United Kingdom (a guess)');
    expect(guess.inFull).toContain(NUMBERS.unknown);
  });

  it.each([
    [{ zone: 'Europe/Berlin', region: 'US' }],
    [{ zone: 'UTC', region: 'US' }],
    [{ region: 'US' }],
    [{ zone: 'America/New_York' }],
    [{}],
    [{ zone: 'Asia/Kabul', region: 'AF' }],
  ])('is never guessed from %j', (whereabouts) => {
    expect(guessNumber(NUMBERS, whereabouts)).toEqual({ inFull: NUMBERS.unknown, brief: NUMBERS.elsewhere });
    expect(NUMBERS.unknown).not.toContain('911');
  });
});
