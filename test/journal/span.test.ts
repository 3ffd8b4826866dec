import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { readSpan, within } from '../../src/journal/core/span.ts';
import { inZone } from './zone.ts';

/** A Wednesday. */
const NOW = new Date('2026-11-18T14:45:00Z');

/** Which of these times lie in the span: midnight, noon and the last minute of Sunday to Wednesday. */
function held(from: string | undefined, to: string | undefined): string[] {
  const span = readSpan(from, to, NOW);
  const days = ['15', '16', '17', '18'].flatMap((day) => ['00:00', '12:00', '23:59'].map((clock) => `${day} ${clock}`));
  return days.filter((time) => within(span, `2026-11-${time.replace(' ', 'T')}:00+00:00`));
}

const WEDNESDAY = ['18 00:00', '18 12:00', '18 23:59'];
const TUESDAY = ['17 00:00', '17 12:00', '17 23:59'];
const MONDAY = ['16 00:00', '16 12:00', '16 23:59'];
const SUNDAY = ['15 00:00', '15 12:00', '15 23:59'];

inZone('UTC', { beforeAll, afterAll });

describe('a span', () => {
  it('without bounds holds everything', () => {
    expect(held(undefined, undefined)).toHaveLength(12);
  });

  it.each([
    ['2026-11-17', undefined, [...TUESDAY, ...WEDNESDAY]],
    [undefined, '2026-11-16', [...SUNDAY, ...MONDAY]],
    ['2026-11-17', '2026-11-17', TUESDAY],
    ['yesterday', 'yesterday', TUESDAY],
    ['today', undefined, WEDNESDAY],
    ['mon', 'tue', [...MONDAY, ...TUESDAY]],
    ['monday', 'monday', MONDAY],
    [' Yesterday ', undefined, [...TUESDAY, ...WEDNESDAY]],
  ])('of days takes them whole: from %s to %s', (from, to, times) => {
    expect(held(from, to)).toEqual(times);
  });

  it.each([
    ['yesterday 12:00', undefined, [...TUESDAY.slice(1), ...WEDNESDAY]],
    [undefined, 'mon 12:00', [...SUNDAY, ...MONDAY.slice(0, 2)]],
    ['2026-11-16T12:00Z', '2026-11-16T12:00Z', ['16 12:00']],
    ['24h ago', undefined, ['17 23:59', ...WEDNESDAY]],
  ])('of moments takes them to the minute: from %s to %s', (from, to, times) => {
    expect(held(from, to)).toEqual(times);
  });

  it('may end on a day that is still to come', () => {
    expect(held('2026-11-17', '2027-01-01')).toEqual([...TUESDAY, ...WEDNESDAY]);
  });

  it('goes by the day that the user lived', () => {
    const span = readSpan('2026-11-17', '2026-11-17', NOW);
    expect(within(span, '2026-11-17T00:10:00+13:00')).toBe(true);
    expect(within(span, '2026-11-16T20:00:00-08:00')).toBe(false);
  });

  it.each(['soon', '3/4', '2026-02-30', '2026-13-01', '2026-02-30 10:00'])('is refused from "%s"', (typed) => {
    expect(() => readSpan(typed, undefined, NOW)).toThrow(UsageError);
    expect(() => readSpan(undefined, typed, NOW)).toThrow(UsageError);
  });

  it.each([
    ['tue', 'mon'],
    ['tue 10:00', 'mon'],
    ['tue', 'mon 10:00'],
    ['mon 10:00', 'mon 09:59'],
  ])('is refused where nothing can lie in it: from %s to %s', (from, to) => {
    expect(() => readSpan(from, to, NOW)).toThrow(
      expect.objectContaining({ message: `--to (${to}) is before --from (${from})`, code: 'bad-period' }),
    );
  });
});
