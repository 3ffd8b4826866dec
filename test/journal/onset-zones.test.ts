import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentEpisode, episodesOf, type Phase, phaseOf } from '../../src/journal/core/episodes.ts';
import { toIso } from '../../src/journal/core/when.ts';
import { entry, RULES } from './lines.ts';
import { CHANGING_DAYS, inZone, ZONES } from './zone.ts';

const MINUTE_MS = 60_000;
const CLOCKS = ['00:05', '03:30', '09:00', '11:59', '12:01', '15:00', '23:50'];

/** The phase, some minutes after a check. @param at when the check was made, ISO 8601 */
function after(at: string, onset: string, minutes: number): Phase & { readonly at: string } {
  const check = entry(at, { kind: 'triage', level: 'self-care', answers: { onset } });
  const now = new Date(Date.parse(at) + minutes * MINUTE_MS);
  const episode = currentEpisode(episodesOf([check], RULES, now))!;
  return { at: episode.at, ...phaseOf(episode, RULES, now) };
}

describe.each(ZONES)('after a check that was told "in the last 24 hours", in %s', (zone) => {
  inZone(zone, { beforeAll, afterAll });

  it.each(CHANGING_DAYS)('day 1 is the day of the check, at any hour of %s', (day) => {
    for (const clock of CLOCKS) {
      const at = toIso(new Date(`${day}T${clock}:00`));
      const made = after(at, 'under-24-hours', 1);
      expect([clock, made.day, made.at.slice(0, 10), made.phase]).toEqual([clock, 1, at.slice(0, 10), 'early']);
      expect(made.hours).toBeLessThanOrEqual(12.1);
    }
  });

  it('day 2 is the day after, and the first days last three days', () => {
    const at = toIso(new Date('2026-11-18T09:00:00'));
    expect(after(at, 'under-24-hours', 14 * 60).day).toBe(1);
    expect(after(at, 'under-24-hours', 16 * 60).day).toBe(2);
    expect(after(at, 'under-24-hours', 60 * 60).phase).toBe('early');
    expect(after(at, 'under-24-hours', 72 * 60).phase).toBe('later');
  });

  it('what was told in days is days ago', () => {
    const at = toIso(new Date('2026-11-18T09:00:00'));
    expect([after(at, '1-3-days', 1).day, after(at, '3-14-days', 1).day]).toEqual([3, 9]);
  });
});

describe('on a journey', () => {
  inZone('America/Los_Angeles', { beforeAll, afterAll });

  it('a flight to the west makes no day less than the first', () => {
    const at = '2026-11-19T00:30:00+09:00';
    expect(after(at, 'under-24-hours', 60)).toMatchObject({ at: '2026-11-19T00:00:00+09:00', day: 1 });
  });

  it('a flight to the east counts the days that were lived', () => {
    // Wednesday 23:00 in Honolulu; now it is Thursday 13:00 in Los Angeles.
    expect(after('2026-11-18T23:00:00-10:00', 'under-24-hours', 12 * 60)).toMatchObject({ day: 2, phase: 'early' });
  });
});
