import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeUlid } from '../../../src/journal/core/ulid.ts';
import { PARTS, uuidOf } from '../../../src/report/fhir/ids.ts';
import { numbersFrom } from '../../journal/lines.ts';

const VERSION_8 = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('the UUID of a part of an entry', () => {
  it('holds the bits of the ULID: its time in front', () => {
    const time = Date.parse('2026-06-17T08:00:00Z');
    const uuid = uuidOf(
      makeUlid(time, () => 0.999),
      'pain',
    );
    expect(uuid).toBe('019ed498-2000-80ff-bfff-ffffffffffff');
    expect(Number.parseInt(uuid.replace('-', '').slice(0, 12), 16)).toBe(time);
  });

  it('is another one for each part', () => {
    expect(new Set(PARTS.map((part) => uuidOf('01K9QG8V00GXSTWQ7K3B5M2E4A', part))).size).toBe(PARTS.length);
  });

  it('stays as it was in exports of older versions', () => {
    const ulid = '01K9QG8V00GXSTWQ7K3B5M2E4A';
    const digits = Object.fromEntries(PARTS.map((part) => [part, uuidOf(ulid, part)[15]]));
    expect(digits).toEqual({
      pain: '0',
      before: '1',
      after: '2',
      peg: '3',
      check: '4',
      patient: '5',
      medicine: '6',
      session: '7',
    });
  });

  it('is a UUID of version 8, and another one for each id, whatever made that', () => {
    const ulid = fc.tuple(fc.nat(), fc.nat()).map(([time, seed]) => makeUlid(time, numbersFrom(seed)));
    const ids = fc.uniqueArray(fc.oneof(ulid, fc.string()), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(ids, fc.constantFrom(...PARTS), (some, part) => {
        const uuids = some.map((id) => uuidOf(id, part));
        for (const uuid of uuids) expect(uuid).toMatch(VERSION_8);
        expect(new Set(uuids).size).toBe(some.length);
      }),
    );
  });
});
