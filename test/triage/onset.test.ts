import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChoiceQuestion } from '../../src/content/types.ts';
import { UsageError } from '../../src/errors.ts';
import { currentEpisode, episodesOf, phaseOf } from '../../src/journal/core/episodes.ts';
import { toIso } from '../../src/journal/core/when.ts';
import { answersOf, change, NEW_INTERVIEW, reply, type Screen, screensOf } from '../../src/triage/core/interview.ts';
import { evaluate } from '../../src/triage/core/evaluate.ts';
import { onsetOf, spanByNow } from '../../src/triage/core/onset.ts';
import { readAnswers, type ReadTime } from '../../src/triage/core/read-answers.ts';
import { readOnset } from '../../src/triage/core/read-onset.ts';
import { continuedCheck, unfinishedCheck } from '../../src/triage/core/unfinished.ts';
import { answeredScreens } from '../../src/triage/views/result.ts';
import { entry, RULES } from '../journal/lines.ts';
import { CHANGING_DAYS, inZone, ZONES } from '../journal/zone.ts';
import { answers, KNOWLEDGE, ORDINARY } from './answers.ts';

const QUESTION = KNOWLEDGE.questions.find(({ id }) => id === 'onset') as ChoiceQuestion;
const CHOICES = QUESTION.choices.map(({ id }) => id);
const SPANS = QUESTION.spans!.map(({ id }) => id);

/** What was typed for the onset in a file of answers, on 18 November 2026 in Berlin. */
const readTime: ReadTime = (question, typed) => readOnset(question, typed, new Date('2026-11-18T15:40:00+01:00'));
const read = (onset: string) =>
  readAnswers(KNOWLEDGE, JSON.stringify({ signs: [], ...ORDINARY, onset }), readTime).answers;

const by = (hours: number, said?: string) => spanByNow(KNOWLEDGE.questions, hours, said)?.id;

/** The episode and its phase, some hours after a check in which this was said. */
function later(at: string, said: Readonly<Record<string, string>>, hours: number) {
  const check = entry(at, { kind: 'triage', level: 'self-care', answers: said });
  const now = new Date(Date.parse(at) + hours * 3_600_000);
  const episode = currentEpisode(episodesOf([check], RULES, now))!;
  return { ...episode, ...phaseOf(episode, RULES, now) };
}

/** Midday and the edges of days. */
const CLOCKS = ['00:05', '00:50', '03:40', '09:00', '12:00', '19:30', '23:55'];

/** When the check is made; read in a test, as the zone is only that of the tests then. */
const times = () => CHANGING_DAYS.flatMap((day) => CLOCKS.map((clock) => toIso(new Date(`${day}T${clock}:00`))));

describe.each(ZONES)('what people say about the onset, in %s', (zone) => {
  inZone(zone, { beforeAll, afterAll });

  it('"just now" is day 1, also twenty minutes later and over midnight; so is "earlier today"', () => {
    for (const at of times()) {
      for (const [onset, hours] of [
        ['just-now', 0],
        ['just-now', 1 / 3],
        ['today', 0],
      ] as const) {
        const { day, phase, isEstimate } = later(at, { onset }, hours);
        expect.soft([at, onset, day, phase, isEstimate]).toEqual([at, onset, 1, 'early', undefined]);
      }
    }
  });

  it('"yesterday" is day 2 at once, and its day is known', () => {
    for (const at of times()) {
      const { day, phase, isEstimate } = later(at, { onset: 'yesterday' }, 0);
      expect.soft([at, day, phase, isEstimate]).toEqual([at, 2, 'early', undefined]);
    }
  });

  it('the morning after "just now" is day 2, at the latest after a night', () => {
    const at = toIso(new Date('2026-11-18T23:55:00'));
    expect([1, 3.9, 4.1, 9].map((hours) => later(at, { onset: 'just-now' }, hours).day)).toEqual([1, 1, 2, 2]);
  });

  it('"2 or 3 days ago" is about day 3, and ice ends 72 hours after the onset', () => {
    for (const at of times()) {
      const { day, isEstimate, phase, hours } = later(at, { onset: '2-3-days' }, 0);
      expect.soft([at, day, isEstimate, phase]).toEqual([at, 3, true, 'early']);
      expect.soft(later(at, { onset: '2-3-days' }, 72.1 - hours).phase).toBe('later');
    }
  });

  it('"4 days to 2 weeks ago" is about day 10, and no longer the first days', () => {
    const { day, isEstimate, phase } = later(toIso(new Date('2026-11-18T09:00:00')), { onset: '4-14-days' }, 0);
    expect([day, isEstimate, phase]).toEqual([10, true, 'later']);
  });

  it('a day or a time that was typed is what counts, to the day or to the minute', () => {
    for (const day of CHANGING_DAYS) {
      const now = new Date(`${day}T15:40:00`);
      const at = toIso(now);
      const said = (typed: string) => {
        const onset = readOnset(QUESTION, typed, now);
        return { onset: onset.id, 'onset-at': onset.at };
      };
      expect
        .soft(later(at, said('today at 8:30'), 0))
        .toMatchObject({ day: 1, at: toIso(new Date(`${day}T08:30:00`)) });
      expect.soft(later(at, said('yesterday evening'), 0)).toMatchObject({ day: 2, phase: 'early' });
      expect.soft(later(at, said('3 days ago'), 0)).toMatchObject({ day: 4, onset: '2-3-days' });
      expect.soft(later(at, said('2 weeks ago'), 0)).toMatchObject({ day: 15, onset: '4-14-days' });
      expect.soft(later(at, said('3 days ago'), 0).isEstimate).toBeUndefined();
    }
  });
});

describe('on a journey', () => {
  inZone('America/Los_Angeles', { beforeAll, afterAll });

  it('a flight to the west makes no day less than the first, and none more', () => {
    // Thursday 09:00 in Tokyo; two hours later it is Wednesday 18:00 in Los Angeles.
    expect(later('2026-11-19T09:00:00+09:00', { onset: 'just-now' }, 2).day).toBe(1);
    expect(later('2026-11-19T09:00:00+09:00', { onset: 'yesterday' }, 2).day).toBe(1);
    expect(later('2026-11-19T09:00:00+09:00', { onset: 'yesterday' }, 24).day).toBe(2);
  });

  it('a flight to the east counts the days that were lived', () => {
    // Wednesday 21:00 in Honolulu; twelve hours later it is Thursday 11:00 in Los Angeles.
    expect(later('2026-11-18T21:00:00-10:00', { onset: 'just-now' }, 12).day).toBe(2);
    expect(later('2026-11-18T21:00:00-10:00', { onset: 'yesterday' }, 12).day).toBe(3);
  });
});

describe('a day or a time that is typed', () => {
  inZone('Europe/Berlin', { beforeAll, afterAll });
  const now = new Date('2026-11-18T15:40:00+01:00');

  it.each([
    ['20m ago', 'just-now', '2026-11-18T15:20:00+01:00'],
    ['now', 'just-now', '2026-11-18T15:40:00+01:00'],
    ['today 8:30', 'today', '2026-11-18T08:30:00+01:00'],
    ['this morning', 'today', '2026-11-18T08:00:00+01:00'],
    ['today', 'today', '2026-11-18'],
    ['last night', 'yesterday', '2026-11-17T22:00:00+01:00'],
    ['yesterday', 'yesterday', '2026-11-17'],
    ['monday', '2-3-days', '2026-11-16'],
    ['15 nov', '2-3-days', '2026-11-15'],
    ['4 days ago', '4-14-days', '2026-11-14'],
    ['4 nov 2026', '4-14-days', '2026-11-04'],
    ['3 november', '2-6-weeks', '2026-11-03'],
    ['6 weeks ago', 'over-6-weeks', '2026-10-07'],
    ['2019-05-01', 'over-6-weeks', '2019-05-01'],
  ])('"%s" is the choice %s', (typed, id, at) => {
    expect(readOnset(QUESTION, typed, now)).toEqual({ id, at });
  });

  it.each(['soon', '7', '', 'tomorrow', '2026-11-19', '03/04/2026'])('is refused: "%s"', (typed) => {
    expect(() => readOnset(QUESTION, typed, now)).toThrow(UsageError);
  });

  it('is taken in the answers of a script, and kept with its precision', () => {
    expect(read('yesterday 18:30').values).toEqual(
      new Map<string, string | number>([
        ...Object.entries({ ...ORDINARY, onset: 'yesterday' }),
        ['onset-at', '2026-11-17T18:30:00+01:00'],
      ]),
    );
    expect(read('2026-11-16').values.get('onset-at')).toBe('2026-11-16');
    expect(read('yesterday').values.has('onset-at')).toBe(false);
    for (const id of [...CHOICES, ...SPANS]) expect(read(id).values.get('onset')).toBe(id);
    expect(() => read('soonish')).toThrow(/"onset": "soonish" isn't a time .*; use just-now \| today/);
    expect(() => read('03/04/2026')).toThrow('could be two different dates');
  });

  it('what a saved check says can be given again', () => {
    const given = { signs: [], ...ORDINARY, onset: 'yesterday', 'onset-at': '2026-11-17T18:30:00+01:00' };
    const { values } = readAnswers(KNOWLEDGE, JSON.stringify(given), readTime).answers;
    expect([values.get('onset'), values.get('onset-at')]).toEqual(['yesterday', '2026-11-17T18:30:00+01:00']);
  });

  it('goes by the day or the time, where the choice beside it was right on another day', () => {
    const at = '2026-11-01';
    for (const given of [
      { 'onset-at': at, onset: 'yesterday' },
      { onset: 'yesterday', 'onset-at': at },
    ]) {
      const { values } = readAnswers(KNOWLEDGE, JSON.stringify({ signs: [], ...ORDINARY, ...given }), readTime).answers;
      expect([values.get('onset'), values.get('onset-at')]).toEqual(['2-6-weeks', at]);
    }
  });

  it('that is ahead of its check, or no time at all, leaves the choice', () => {
    const at = '2026-11-18T15:40:00+01:00';
    for (const odd of ['2026-11-19', '2026-11-18T15:41:00+01:00', 'x', '2026-13-45']) {
      expect(later(at, { onset: 'yesterday', 'onset-at': odd }, 0)).toMatchObject({
        day: 2,
        at: '2026-11-17T12:00:00+01:00',
      });
    }
  });
});

describe('the rules', () => {
  it('go by the span of a choice', () => {
    for (const { id, span } of QUESTION.choices) {
      for (const trigger of ['accident', 'movement', 'out-of-the-blue']) {
        for (const course of ['worse', 'same', 'better']) {
          for (const [age, pain] of [
            ['70-plus', 8],
            ['20-44', 8],
            ['20-44', 4],
          ] as const) {
            const found = (onset: string) =>
              evaluate(KNOWLEDGE, answers([], { onset, trigger, course, age, pain })).rules.map((rule) => rule.id);
            expect(found(id), id).toEqual(found(span!));
          }
        }
      }
    }
  });

  it('see the span that somebody has reached by now, and never an earlier one than they said', () => {
    const limits = [
      [1, 'under-24-hours'],
      [23, 'under-24-hours'],
      [25, '1-3-days'],
      [71, '1-3-days'],
      [73, '3-14-days'],
      [335, '3-14-days'],
      [337, '2-6-weeks'],
      [1007, '2-6-weeks'],
      [1009, 'over-6-weeks'],
    ] as const;
    for (const [hours, span] of limits) expect(by(hours)).toBe(span);
    // At 08:00 it is 20 hours since the middle of yesterday.
    expect(by(20, 'yesterday')).toBe('1-3-days');
    expect(by(20, 'just-now')).toBe('under-24-hours');
    expect(by(20, 'never-heard-of')).toBe('under-24-hours');
  });

  it('know every answer, also those of earlier versions', () => {
    for (const id of [...CHOICES, ...SPANS]) expect(onsetOf(KNOWLEDGE.questions, id)).toBeDefined();
    expect(onsetOf(KNOWLEDGE.questions, 'toString')).toBeUndefined();
  });
});

describe('in the interview', () => {
  const screens = screensOf(KNOWLEDGE);
  const onset = screens.find(({ id }) => id === 'onset')!;
  const pain = screens.find(({ id }) => id === 'pain')!;
  const typed = reply(NEW_INTERVIEW, onset, 'yesterday', '2026-11-17');
  const said = (screen: Screen, interview = typed, twelveHours = false) =>
    answeredScreens([screen], interview, KNOWLEDGE.signs, { twelveHours })[0]!.said;

  it('what was typed stays while other screens are answered', () => {
    expect(answersOf(reply(typed, pain, 5)).values).toEqual(
      new Map<string, string | number>([
        ['onset', 'yesterday'],
        ['pain', 5],
        ['onset-at', '2026-11-17'],
      ]),
    );
  });

  it('it is gone when a choice is made instead', () => {
    const again = reply(change(typed, 'onset'), onset, 'today');
    expect(answersOf(again).values).toEqual(new Map([['onset', 'today']]));
    expect(answersOf(change(typed, 'onset')).values.size).toBe(0);
  });

  it('it is shown among the answers', () => {
    expect(said(onset)).toBe('yesterday, or last night (17 Nov 2026)');
    expect(said(onset, reply(NEW_INTERVIEW, onset, 'today', '2026-11-18T08:30:00+01:00'))).toBe(
      'earlier today (18 Nov 2026 08:30)',
    );
    expect(said(onset, reply(NEW_INTERVIEW, onset, 'today', '2026-11-18T18:30:00+01:00'), true)).toContain('6:30 pm');
    expect(said(onset, reply(NEW_INTERVIEW, onset, 'under-24-hours'))).toBe('in the last 24 hours');
  });

  it('it is saved with a check that is left in the middle', () => {
    const saved: unknown = JSON.parse(JSON.stringify(unfinishedCheck(typed, 1000)));
    expect(continuedCheck(KNOWLEDGE, saved, 2000)).toEqual(typed);
    expect(continuedCheck(KNOWLEDGE, { ...(saved as object), onsetAt: 7 }, 2000)).toBeUndefined();
  });
});
