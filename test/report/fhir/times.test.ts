import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateTime } from '../../../src/report/fhir/values.ts';
import { inZone } from '../../journal/zone.ts';

inZone('America/New_York', { beforeAll, afterAll });

const asWritten = (at: string) => dateTime(Date.parse(at), at);

describe('a time as FHIR writes it', () => {
  it.each([
    ['2026-06-17T08:00:00+02:00', '2026-06-17T08:00:00+02:00'],
    ['2026-06-17T08:00:00-03:30', '2026-06-17T08:00:00-03:30'],
    ['2026-06-17T08:00:00Z', '2026-06-17T08:00:00+00:00'],
    ['2026-06-17T08:00+14:00', '2026-06-17T08:00:00+14:00'],
    ['2026-06-17T08:00:15.750+02:00', '2026-06-17T08:00:15+02:00'],
  ])('keeps the clock and the offset of %s, to the second', (at, written) => {
    expect(asWritten(at)).toBe(written);
  });

  it('takes a time without an offset for one of this machine, as the journal does', () => {
    expect(asWritten('2026-06-17T08:00')).toBe('2026-06-17T08:00:00-04:00');
    expect(asWritten('2026-01-17T08:00')).toBe('2026-01-17T08:00:00-05:00');
  });

  it('puts an offset that no zone has into that of UTC', () => {
    expect(asWritten('2026-06-17T23:30:00+23:59')).toBe('2026-06-16T23:31:00+00:00');
  });

  it('writes the moment that a day which is not there comes to', () => {
    expect(asWritten('2026-02-01T24:00:00+01:00')).toBe('2026-02-02T00:00:00+01:00');
  });

  it('gives nothing for what FHIR has no form for', () => {
    expect(asWritten('0000-01-01T00:00:00Z')).toBeUndefined();
    expect(dateTime(Number.NaN, 'Z')).toBeUndefined();
    expect(dateTime(Number.POSITIVE_INFINITY, '2026-06-17T08:00:00Z')).toBeUndefined();
    expect(dateTime(Date.parse('9999-12-31T23:59:59Z') + 1000, 'Z')).toBeUndefined();
  });
});
