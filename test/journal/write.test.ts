import { describe, expect, it } from 'vitest';
import { OperationError } from '../../src/errors.ts';
import { LAST_REVISION_TIME } from '../../src/journal/core/records.ts';
import { ulidTime } from '../../src/journal/core/ulid.ts';
import { delLine, putLine, type Writing } from '../../src/journal/core/write.ts';
import { entry, revision } from './lines.ts';

const NOW = Date.parse('2026-06-17T12:00:00Z');
const FIELDS = { kind: 'pain', at: '2026-06-17T14:00:00+02:00', pain: 6 } as const;
const BEFORE = entry('2026-06-17T08:00:00+02:00');

const writing = (fields: Partial<Writing> = {}): Writing => ({
  device: 'laptop22',
  now: NOW,
  after: undefined,
  random: () => 0,
  ...fields,
});

describe('a line', () => {
  it('that adds an entry says when it was written and by whom, and its first revision is its id', () => {
    const rev = revision('2026-06-17T12:00:00Z');
    expect(putLine(FIELDS, writing())).toEqual({ v: 1, op: 'put', id: rev, rev, dev: 'laptop22', ...FIELDS });
  });

  it('that changes an entry keeps its id, and names the state that it replaces', () => {
    const line = putLine(FIELDS, writing(), BEFORE);
    expect(line).toMatchObject({ id: BEFORE.id, base: BEFORE.rev, rev: revision('2026-06-17T12:00:00Z') });
  });

  it('that removes an entry names the state that it removes, and holds nothing else of it', () => {
    const { id, rev: base } = BEFORE;
    const rev = revision('2026-06-17T12:00:00Z');
    expect(delLine(writing(), BEFORE)).toEqual({ v: 1, op: 'del', id, rev, dev: 'laptop22', base });
  });
});

describe('the revision of a line', () => {
  it('is greater than the greatest that was seen, though the clock has fallen back', () => {
    const after = revision('2030-01-01T00:00:00Z');
    const { rev } = putLine(FIELDS, writing({ after }));
    expect(rev > after).toBe(true);
    expect(ulidTime(rev)).toBe(Date.parse('2030-01-01T00:00:00Z') + 1);
  });

  it('is that of the clock, where this is ahead of all that was seen', () => {
    const after = revision('2026-06-17T11:59:59Z');
    expect(ulidTime(putLine(FIELDS, writing({ after })).rev)).toBe(NOW);
  });

  it('may be the last there is', () => {
    expect(ulidTime(putLine(FIELDS, writing({ now: LAST_REVISION_TIME })).rev)).toBe(LAST_REVISION_TIME);
  });

  it.each([
    ['the clock', { now: LAST_REVISION_TIME + 1 }],
    ['what was seen', { after: revision('2200-01-01T00:00:00Z') }],
  ])('is refused, and nothing is kept, where %s leaves no greater one', (_what, given) => {
    for (const write of [() => putLine(FIELDS, writing(given)), () => delLine(writing(given), BEFORE)]) {
      expect(write).toThrow(OperationError);
      expect(write).toThrow(
        expect.objectContaining({
          message: expect.stringMatching(/^nothing was saved: .* too far in the future$/) as string,
          code: 'not-kept',
          hint: expect.stringContaining('set the clock') as string,
        }),
      );
    }
  });
});
