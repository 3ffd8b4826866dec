import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { quietUntil, readQuietHours, showQuietHours } from '../../src/breaks/core/quiet-hours.ts';
import { inZone } from '../journal/zone.ts';

describe('quiet hours', () => {
  test.each([
    ['22:00-07:00', '22:00-07:00'],
    ['9:30 - 10:00', '09:30-10:00'],
    ['12:00–13:00', '12:00-13:00'],
  ])('%s are read', (typed, shown) => {
    expect(showQuietHours(readQuietHours(typed)!)).toBe(shown);
  });

  test.each(['', '22:00', '24:00-07:00', '10:60-11:00', '9-10', '08:00-08:00', '22:00-07:00 or so'])(
    '%j are not',
    (typed) => {
      expect(readQuietHours(typed)).toBeUndefined();
    },
  );
});

/** When the quiet hours of a moment end. */
function endOf(hours: string, iso: string): string | undefined {
  const end = quietUntil(readQuietHours(hours)!, new Date(iso));
  return end === undefined ? undefined : new Date(end).toISOString();
}

describe('the end of quiet hours', () => {
  inZone('Europe/Berlin', { beforeAll, afterAll });

  test.each([
    ['12:00-13:00', '2026-11-30T11:59:59+01:00', undefined],
    ['12:00-13:00', '2026-11-30T12:00:00+01:00', '2026-11-30T12:00:00.000Z'],
    ['12:00-13:00', '2026-11-30T13:00:00+01:00', undefined],
    ['22:00-07:00', '2026-11-30T23:00:00+01:00', '2026-12-01T06:00:00.000Z'],
    ['22:00-07:00', '2026-12-01T06:59:00+01:00', '2026-12-01T06:00:00.000Z'],
    ['22:00-07:00', '2026-12-01T07:00:00+01:00', undefined],
    // The clocks go back in this night, and forward in that one.
    ['22:00-07:00', '2026-10-24T23:00:00+02:00', '2026-10-25T06:00:00.000Z'],
    ['22:00-07:00', '2026-03-28T23:00:00+01:00', '2026-03-29T05:00:00.000Z'],
  ])('%s, at %s', (hours, now, end) => {
    expect(endOf(hours, now)).toBe(end);
  });
});
