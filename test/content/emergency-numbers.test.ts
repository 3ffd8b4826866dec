import { describe, expect, test } from 'vitest';
import { content, repeated } from './data-files.ts';

/** Zones that Node's own list of zones has only from this edition on: Node 20.19.0 brings 2025a. */
const SINCE: Readonly<Record<string, string>> = { 'America/Coyhaique': '2025b' };
const EDITION = process.versions['tz'] ?? '';

const { countries, unknown, elsewhere } = content.emergencyNumbers();

describe('the emergency numbers', () => {
  test('are emergency numbers in their country, as another directory knows it', async () => {
    // Loaded here: the directory is large, and no other test needs it.
    const { default: phones } = await import('google-libphonenumber');
    const directory = phones.ShortNumberInfo.getInstance();
    const dialled = countries.flatMap(({ code, numbers = [] }) => numbers.map((number) => [number, code] as const));
    expect(dialled.length).toBeGreaterThan(60);
    expect(dialled.filter(([number, code]) => !directory.isEmergencyNumber(number, code))).toEqual([]);
    expect(directory.isEmergencyNumber('111', 'GB')).toBe(false);
  });

  test('name no number of one country where the country is unknown', () => {
    expect(`${unknown} ${elsewhere}`).not.toContain('911');
    expect(elsewhere).not.toMatch(/\d/);
  });

  test('name a line for advice only where it was checked', () => {
    const lines = countries.flatMap(({ code, adviceLine }) => (adviceLine ? [[code, adviceLine]] : []));
    expect(lines).toEqual([
      ['AU', expect.stringContaining('1800 022 222')],
      ['DE', expect.stringContaining('116 117')],
      ['GB', expect.stringContaining('111')],
      ['NZ', expect.stringContaining('0800 611 116')],
    ]);
  });
});

describe('the countries', () => {
  test('are each there once, in the order of their codes', () => {
    const codes = countries.map((country) => country.code);
    expect(codes).toEqual([...new Set(codes)].toSorted());
  });

  test('share no time zone: a machine in it would be told the number of the wrong country', () => {
    expect(repeated(countries.flatMap((country) => country.zones ?? []))).toEqual([]);
  });

  test('have time zones that a machine can have', () => {
    const zones = countries.flatMap((country) => country.zones ?? []);
    const known = zones.filter((zone) => EDITION >= (SINCE[zone] ?? ''));
    expect(known.length).toBeGreaterThan(200);
    for (const timeZone of known) expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
  });
});
