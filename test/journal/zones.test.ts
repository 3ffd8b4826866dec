import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { phaseOf } from '../../src/journal/core/episodes.ts';
import { sayDay, sayTime } from '../../src/journal/core/say-when.ts';
import { readSpan, within } from '../../src/journal/core/span.ts';
import { lookAtToday } from '../../src/today/core/today.ts';
import { readWhen } from '../../src/journal/core/read-when.ts';
import { toIso } from '../../src/journal/core/when.ts';
import { entry, RULES, THERAPIES } from './lines.ts';
import { inZone } from './zone.ts';

interface Change {
  readonly zone: string;
  /** What the clocks show a winter's, and a summer's, day off UTC. */
  readonly offsets: readonly [winter: string, summer: string];
  /** The day on which the clocks go forward, a time that it lacks, and the offset the day after. */
  readonly forward: { readonly day: string; readonly lacks: string; readonly next: string; readonly offset: string };
  /** The day on which they go back, a time that it has twice, and both of them. */
  readonly back: { readonly day: string; readonly twice: string; readonly both: readonly [string, string] };
}

const CHANGES: readonly Change[] = [
  {
    zone: 'Europe/Berlin',
    offsets: ['+01:00', '+02:00'],
    forward: { day: '2026-03-29', lacks: '02:30', next: '2026-03-30', offset: '+02:00' },
    back: { day: '2026-10-25', twice: '02:30', both: ['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00'] },
  },
  {
    zone: 'America/New_York',
    offsets: ['-05:00', '-04:00'],
    forward: { day: '2026-03-08', lacks: '02:15', next: '2026-03-09', offset: '-04:00' },
    back: { day: '2026-11-01', twice: '01:15', both: ['2026-11-01T01:15:00-04:00', '2026-11-01T01:15:00-05:00'] },
  },
  {
    // Its clocks move by half an hour.
    zone: 'Australia/Lord_Howe',
    offsets: ['+10:30', '+11:00'],
    forward: { day: '2026-10-04', lacks: '02:15', next: '2026-10-05', offset: '+11:00' },
    back: { day: '2026-04-05', twice: '01:45', both: ['2026-04-05T01:45:00+11:00', '2026-04-05T01:45:00+10:30'] },
  },
  {
    zone: 'Pacific/Apia',
    offsets: ['+13:00', '+14:00'],
    forward: { day: '2012-09-30', lacks: '03:30', next: '2012-10-01', offset: '+14:00' },
    back: { day: '2012-04-01', twice: '03:30', both: ['2012-04-01T03:30:00+14:00', '2012-04-01T03:30:00+13:00'] },
  },
];

/** What the local clocks show as this is this moment. */
const after = (day: string, clock = '22:00') => new Date(`${day}T${clock}:00`);
const offsetOn = (day: string, clock: string) => toIso(after(day, clock)).slice(19);
const read = (typed: string, now: Date) => toIso(readWhen(typed, now));
const days = (start: Date, now: Date) => phaseOf({ start: start.getTime(), at: toIso(start) }, RULES, now).day;

describe.each(CHANGES)('in $zone', ({ offsets, forward, back, zone }) => {
  inZone(zone, { beforeAll, afterAll });

  it('the clocks do change', () => {
    expect([toIso(after('2012-07-01')), toIso(after('2012-01-15'))].map((iso) => iso.slice(19)).toSorted()).toEqual(
      offsets.toSorted(),
    );
  });

  it('a time that was skipped is refused', () => {
    const now = after(forward.day);
    const skipped = 'was skipped, as the clocks went forward';
    expect(() => readWhen(forward.lacks, now)).toThrow(skipped);
    expect(() => readWhen(`${forward.day} ${forward.lacks}`, now)).toThrow(skipped);
    expect(() => readWhen(`yesterday ${forward.lacks}`, after(forward.next))).toThrow(skipped);
  });

  it('"yesterday" alone is refused when this time was skipped then', () => {
    expect(() => readWhen('yesterday', after(forward.next, forward.lacks))).toThrow('was skipped');
  });

  it('a time that came twice is refused, and both are named', () => {
    for (const typed of [back.twice, `${back.day} ${back.twice}`, `today ${back.twice}`]) {
      const hint = `say which one: ${back.both.join(' or ')}`;
      const refused = expect.objectContaining({ message: expect.stringContaining('came twice') as string, hint });
      expect(() => readWhen(typed, after(back.day))).toThrow(refused);
    }
  });

  it('each of both is understood as it is named, and stays what it is', () => {
    for (const one of back.both) expect(read(one, after(back.day))).toBe(one);
    const [first, second] = back.both.map((one) => Date.parse(one));
    expect(second).toBeGreaterThan(first!);
  });

  it('the times around a change are taken', () => {
    expect(read(`${forward.day} 00:30`, after(forward.day))).toMatch(`${forward.day}T00:30:00`);
    expect(read(`${forward.day} 12:00`, after(forward.day))).toBe(`${forward.day}T12:00:00${forward.offset}`);
    expect(read(`${back.day} 12:00`, after(back.day))).toMatch(`${back.day}T12:00:00`);
  });

  it('"yesterday" is the day before, on whichever side of a change it lies', () => {
    for (const clock of ['00:10', '12:00', '23:50']) {
      const now = after(forward.next, clock);
      expect(read('yesterday 18:30', now)).toBe(`${forward.day}T18:30:00${forward.offset}`);
      expect(sayDay(read('yesterday 18:30', now), now)).toBe('yesterday');
    }
    expect(read('yesterday 23:45', after(back.day, '12:00'))).not.toMatch(back.day);
    expect(read('yesterday 23:45', after(back.day, '23:50'))).not.toMatch(back.day);
  });

  it('"ago" counts hours as they went by', () => {
    const now = after(forward.day, '12:00');
    expect(now.getTime() - readWhen('24h ago', now).getTime()).toBe(24 * 3_600_000);
  });

  it('days are counted by the calendar, not by 24 hours', () => {
    const late = `${forward.day}T00:20:00${offsetOn(forward.day, '00:20')}`;
    expect(sayDay(late, after(forward.day, '23:50'))).toBe('today');
    expect(sayDay(late, after(forward.next, '00:10'))).toBe('yesterday');
    const first = `${back.day}T00:20:00${offsetOn(back.day, '00:20')}`;
    expect(sayDay(first, after(back.day, '23:50'))).toBe('today');
    expect(sayTime(late, after(forward.next))).toContain('00:20');
  });

  it('so are the days of an episode', () => {
    expect(days(after(forward.day, '00:20'), after(forward.day, '23:50'))).toBe(1);
    expect(days(after(forward.day, '00:20'), after(forward.next, '00:10'))).toBe(2);
    // Nobody is on day 2 twenty minutes after a spasm, even if midnight has passed.
    expect(days(after(forward.day, '23:50'), after(forward.next, '00:10'))).toBe(1);
    expect(days(after(forward.day, '23:50'), after(forward.next, '08:00'))).toBe(2);
    expect(days(after(back.day, '00:20'), after(back.day, '23:50'))).toBe(1);
  });

  it('what was done on the day of a change counts as done that day', () => {
    const early = entry(toIso(after(back.day, '00:20')), { kind: 'session', therapy: 'ice', minutes: 15 });
    const late = entry(toIso(after(back.day, '23:40')), { kind: 'session', therapy: 'ice', minutes: 15 });
    expect(lookAtToday([late, early], RULES, THERAPIES, after(back.day, '23:55')).sessions).toEqual([early, late]);
  });

  it('a day of a change is in its span, from its first minute to its last', () => {
    for (const { day } of [forward, back]) {
      const span = readSpan(day, day, after('2026-12-01'));
      for (const clock of ['00:00', '23:59']) expect(within(span, toIso(after(day, clock)))).toBe(true);
    }
    const span = readSpan(forward.day, forward.day, after('2026-12-01'));
    expect(within(span, toIso(after(forward.next, '00:00')))).toBe(false);
  });
});

const SATURDAY = new Date('2011-12-31T21:00:00+14:00');

describe('in Pacific/Apia, which left out 30 December 2011', () => {
  inZone('Pacific/Apia', { beforeAll, afterAll });

  it('that day is none', () => {
    expect(() => readWhen('2011-12-30', SATURDAY)).toThrow("isn't a day of the calendar");
    expect(() => readWhen('2011-12-30 10:00', SATURDAY)).toThrow("isn't a day of the calendar");
  });

  it('the days around it are there, a day off UTC from one another', () => {
    expect(toIso(readWhen('2011-12-29 23:30', SATURDAY))).toBe('2011-12-29T23:30:00-10:00');
    expect(toIso(readWhen('2011-12-31 00:30', SATURDAY))).toBe('2011-12-31T00:30:00+14:00');
  });

  // The day before is Thursday, or it is refused: it is not today.
  it.each(['yesterday 10:00', 'yesterday', 'fri 10:00'])('"%s" is not taken for the day after it', (typed) => {
    let understood = 'refused';
    try {
      understood = read(typed, SATURDAY);
    } catch {
      // It may be.
    }
    expect(understood).not.toMatch('2011-12-31');
  });

  it('the days are counted by their dates', () => {
    expect(sayDay('2011-12-29T23:30:00-10:00', SATURDAY)).toBe('2 days ago');
    expect(sayTime('2011-12-29T23:30:00-10:00', SATURDAY)).toBe('Thu 29 Dec 23:30');
    const at = '2011-12-29T23:30:00-10:00';
    expect(phaseOf({ start: Date.parse(at), at }, RULES, SATURDAY)).toMatchObject({
      day: 3,
      phase: 'early',
    });
  });
});

const MONDAY = new Date('2026-09-07T09:00:00-03:00');

describe('in America/Santiago, whose clocks go forward at midnight', () => {
  inZone('America/Santiago', { beforeAll, afterAll });

  it('a day without its first hour is a day', () => {
    expect(() => readWhen('2026-09-06 00:30', MONDAY)).toThrow('was skipped');
    expect(toIso(readWhen('2026-09-06 01:00', MONDAY))).toBe('2026-09-06T01:00:00-03:00');
    expect(toIso(readWhen('yesterday 9am', MONDAY))).toBe('2026-09-06T09:00:00-03:00');
    expect(sayDay('2026-09-06T01:00:00-03:00', MONDAY)).toBe('yesterday');
    expect(sayDay('2026-09-05T23:30:00-04:00', MONDAY)).toBe('2 days ago');
  });
});

describe.each([
  ['UTC', '+00:00', '+00:00'],
  ['America/St_Johns', '-03:30', '-02:30'],
  ['Asia/Kathmandu', '+05:45', '+05:45'],
  ['Asia/Kolkata', '+05:30', '+05:30'],
  ['Pacific/Marquesas', '-09:30', '-09:30'],
  ['Pacific/Kiritimati', '+14:00', '+14:00'],
])('the offset in %s', (zone, january, july) => {
  inZone(zone, { beforeAll, afterAll });

  it(`is ${january} in January and ${july} in July`, () => {
    for (const [day, offset] of [
      ['2026-01-15', january],
      ['2026-07-15', july],
    ]) {
      const moment = new Date(`${day}T12:34:56`);
      expect(toIso(moment)).toBe(`${day}T12:34:56${offset}`);
      expect(new Date(toIso(moment))).toEqual(moment);
      expect(toIso(moment.getTime())).toBe(toIso(moment));
    }
  });
});
