import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../../src/system/content.ts';
import { findCountry, guessNumber, numberIn } from '../../src/triage/core/emergency-number.ts';

const NUMBERS = openContent(join(import.meta.dirname, '..', '..', 'data')).emergencyNumbers();
const inCountry = (code: string) => numberIn(NUMBERS, findCountry(NUMBERS, code)!);

describe('the emergency number', () => {
  it.each([
    ['GB', '999 or 112 (United Kingdom)'],
    ['US', '911 (United States)'],
    ['NZ', '111 (New Zealand)'],
    ['AU', '000 or 112 (Australia)'],
    ['de', '112 (Germany)'],
    ['UK', '999 or 112 (United Kingdom)'],
    ['the U.K.', '999 or 112 (United Kingdom)'],
    ['usa', '911 (United States)'],
    ['New  zealand', '111 (New Zealand)'],
    ['Osterreich', '112 or 144 (Austria)'],
    ['the Netherlands', '112 (Netherlands)'],
  ])('of %s is %s', (code, number) => {
    expect(inCountry(code).inFull).toBe(number);
  });

  it("is nobody's where the name is that of no country", () => {
    for (const typed of ['', ' ', 'XX', 'Atlantis', 'constructor', '!!'])
      expect(findCountry(NUMBERS, typed)).toBeUndefined();
  });

  it('is of one country alone, whatever name is typed', () => {
    const names = NUMBERS.countries.flatMap(({ code, name, also = [] }) =>
      [code, name, ...also].map((one) => [one, code]),
    );
    for (const [name, code] of names) expect([name, findCountry(NUMBERS, name!)?.code]).toEqual([name, code]);
  });

  it('of a country is the same in a sentence, with what to dial and the advice line where there is one', () => {
    expect(inCountry('GB')).toEqual({
      dial: '999 or 112',
      inFull: '999 or 112 (United Kingdom)',
      brief: '999 or 112 (United Kingdom)',
      adviceLine: 'NHS 111 (United Kingdom)',
      country: { code: 'GB', name: 'United Kingdom' },
    });
    expect(inCountry('US')).not.toHaveProperty('adviceLine');
  });

  it('of a country that was not checked is the fallback, and nothing to dial', () => {
    expect(inCountry('AF')).toEqual({
      inFull: NUMBERS.unknown,
      brief: NUMBERS.elsewhere,
      country: { code: 'AF', name: 'Afghanistan' },
    });
  });

  it('is guessed only where time zone and locale agree, and says so with the fallback beside it', () => {
    const guess = guessNumber(NUMBERS, { zone: 'Europe/London', region: 'GB' });
    expect(guess.guessed).toBe(true);
    expect(guess.inFull).toContain('999 or 112 if you are in the United Kingdom (a guess)');
    expect(guess.inFull).toContain(NUMBERS.unknown);
    expect(guess.brief).toBe(`999 or 112 if you are in the United Kingdom, otherwise ${NUMBERS.elsewhere}`);
    expect(guess.country).toEqual({ code: 'GB', name: 'United Kingdom' });
    expect(guess).not.toHaveProperty('dial');
  });

  it('is never guessed for a country whose time zones are not known', () => {
    const { zones: _zones, ...country } = findCountry(NUMBERS, 'GB')!;
    const guess = guessNumber({ ...NUMBERS, countries: [country] }, { zone: 'Europe/London', region: 'GB' });
    expect(guess).toEqual({ inFull: NUMBERS.unknown, brief: NUMBERS.elsewhere });
  });

  it.each([
    [{ zone: 'Europe/Berlin', region: 'US' }],
    [{ zone: 'UTC', region: 'US' }],
    [{ region: 'US' }],
    [{ zone: 'America/New_York' }],
    [{}],
    [{ zone: 'Asia/Kabul', region: 'AF' }],
  ])('is never guessed from %j', (locale) => {
    expect(guessNumber(NUMBERS, locale)).toEqual({ inFull: NUMBERS.unknown, brief: NUMBERS.elsewhere });
    expect(NUMBERS.unknown).not.toContain('911');
  });
});
