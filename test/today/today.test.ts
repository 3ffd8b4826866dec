import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Habits, Present } from '../../src/journal/core/habits.ts';
import { fold } from '../../src/journal/core/fold.ts';
import type { Entry } from '../../src/journal/core/records.ts';
import { lookAtToday } from '../../src/today/core/today.ts';
import { entry, revision, RULES, THERAPIES } from '../journal/lines.ts';
import { inZone } from '../journal/zone.ts';

/** The id of thoughts of ending one's life, which triage doesn't ask about. */
const CRISIS = 'self-harm';

/** A Wednesday. */
const DAY = '2026-11-18';
const NOW = new Date(`${DAY}T14:00:00Z`);

const today = (clock: string) => `${DAY}T${clock}:00+00:00`;
const look = (entries: readonly Entry[], now = NOW) => lookAtToday(fold(entries), RULES, THERAPIES, now);
const triage = (at: string, level: string) => entry(at, { kind: 'triage', level, answers: {} });
const checked = (at: string, onset: string) => entry(at, { kind: 'triage', level: 'self-care', answers: { onset } });
const seen = (at: string) => entry(at, { kind: 'seen' });
const session = (at: string, therapy: string, minutes = 15) => entry(at, { kind: 'session', therapy, minutes });

const ended = (time: number) => session(new Date(time - 60_000).toISOString(), 'ice', 1);
const ice = (entries: readonly Entry[], now = NOW) =>
  look(entries, now).allowances.find(({ therapy }) => therapy.id === 'ice')!;
const walks = (...ats: string[]) => look(ats.map((at) => session(at, 'walk'))).exercise;

inZone('UTC', { beforeAll, afterAll });

describe('a check that sent the user to get help', () => {
  const emergency = triage('2026-11-17T20:00:00+00:00', 'emergency');

  it.each(['ambulance', 'emergency'])('of level %s stands until the user was seen', (level) => {
    const check = triage(today('08:00'), level);
    expect(look([check]).unseen).toEqual(check);
    expect(look([check, seen(today('12:00'))]).unseen).toBeUndefined();
  });

  it.each(['urgent', 'clinician', 'self-care'])('is none of level %s', (level) => {
    expect(look([triage(today('08:00'), level)]).unseen).toBeUndefined();
  });

  it('is not hidden by a later check that found less, nor by anything else', () => {
    const later = [
      triage(today('08:00'), 'self-care'),
      entry(today('09:00'), { pain: 1 }),
      session(today('10:00'), 'ice'),
    ];
    expect(look([emergency, ...later]).unseen).toEqual(emergency);
  });

  it('is not hidden by the end of the episode', () => {
    expect(look([emergency, entry(today('08:00'), { kind: 'resolved' })]).unseen).toEqual(emergency);
  });

  it('counts as seen to once a health professional has seen the user after it, in an episode too', () => {
    const pain = entry(today('07:00'), { kind: 'pain', pain: 6 });
    const check = entry(today('08:00'), { kind: 'triage', level: 'urgent', answers: {} });
    expect(look([pain, check])).toMatchObject({ checked: check, isSeen: false });
    expect(look([pain, check, seen(today('12:00'))])).toMatchObject({ checked: check, isSeen: true });
    expect(look([pain, seen(today('07:30')), check])).toMatchObject({ checked: check, isSeen: false });
    expect(look([])).toMatchObject({ isSeen: false });
  });

  it('stands anew when it comes after the user was seen', () => {
    const again = triage(today('13:00'), 'ambulance');
    expect(look([emergency, seen(today('12:00')), again]).unseen).toEqual(again);
  });

  it('is the last of several', () => {
    const last = triage(today('13:00'), 'emergency');
    expect(look([emergency, last]).unseen).toEqual(last);
  });
});

const noteWithSigns = (at: string) => entry(at, { kind: 'note', note: 'numb foot', signs: ['leg-numbness-weakness'] });

describe('a note that mentions a possible warning sign', () => {
  it('is brought up again for fourteen days, counted on the calendar', () => {
    const note = noteWithSigns('2026-11-04T00:00:00+00:00');
    expect(look([note]).noteWithSigns).toEqual(note);
    expect(look([note], new Date('2026-11-18T23:59:00Z')).noteWithSigns).toEqual(note);
    expect(look([note], new Date('2026-11-19T00:00:00Z')).noteWithSigns).toBeUndefined();
  });

  it.each(['triage', 'seen', 'resolved'] as const)('is settled by what comes after it: %s', (kind) => {
    const settled = entry(today('09:00'), { kind, level: 'self-care', answers: {} });
    expect(look([noteWithSigns(today('08:00')), settled]).noteWithSigns).toBeUndefined();
    expect(look([settled, noteWithSigns(today('10:00'))]).noteWithSigns).toBeDefined();
  });

  it('is none of a check, which says itself what its signs come to', () => {
    const asked = entry(today('08:00'), { kind: 'triage', level: 'urgent', signs: ['lump-shape'], answers: {} });
    expect(look([asked]).noteWithSigns).toBeUndefined();
    expect(look([noteWithSigns(today('07:00')), asked]).noteWithSigns).toBeUndefined();
  });

  it('is one with signs: an empty list is none', () => {
    expect(look([entry(today('08:00'), { kind: 'note', note: 'fine', signs: [] })]).noteWithSigns).toBeUndefined();
  });

  it('is the last of several, and no note without a sign hides it', () => {
    const last = noteWithSigns(today('09:00'));
    expect(look([noteWithSigns(today('08:00')), last, entry(today('10:00'))]).noteWithSigns).toEqual(last);
  });
});

describe('of several notes with a warning sign', () => {
  const grave = entry(today('07:00'), { kind: 'note', note: 'wet myself', signs: ['bladder-bowel'] });
  const lesser = entry(today('08:00'), { kind: 'note', note: 'tender', signs: ['upper-back'] });
  const crisis = entry(today('06:00'), { kind: 'note', note: 'x', signs: [CRISIS] });

  it('the gravest that no check has looked at comes first', () => {
    expect(RULES.levelOf('bladder-bowel')).toBe('emergency');
    expect(RULES.levelOf('upper-back')).toBe('urgent');
    expect(look([grave, lesser]).noteWithSigns).toEqual(grave);
    expect(look([lesser, { ...grave, at: today('09:00') }]).noteWithSigns).toMatchObject({ note: 'wet myself' });
    expect(look([crisis, lesser]).noteWithSigns).toEqual(crisis);
    expect(look([entry(today('09:00'), { signs: ['not-known-here'] }), grave]).noteWithSigns).toEqual(grave);
  });

  it('none is left from before a check', () => {
    const check = triage(today('07:30'), 'self-care');
    expect(look([grave, check, lesser]).noteWithSigns).toEqual(lesser);
    expect(look([grave, lesser, triage(today('08:30'), 'self-care')]).noteWithSigns).toBeUndefined();
  });

  it('a doubtful sign alone hides nothing', () => {
    const doubtful = entry(today('09:00'), { kind: 'note', note: 'odd', unsure: ['leg-numbness-weakness'] });
    expect(look([grave, doubtful]).noteWithSigns).toEqual(grave);
  });
});

describe('an entry that is ahead of now', () => {
  const inThreeDays = '2026-11-21T14:00:00+00:00';
  const first = entry(today('13:00'), { pain: 6 });
  const ahead = entry(inThreeDays, { pain: 1 });

  it('is named, and is neither now nor an end of the episode', () => {
    const looked = look([first, ahead]);
    expect(looked).toMatchObject({ ahead: [ahead], pains: [{ pain: 6 }], lastIsNow: true, episode: { day: 1 } });
    expect(look([first, entry(inThreeDays, { kind: 'resolved' })]).episode).toMatchObject({ day: 1 });
    expect(look([ahead]).episode).toBeUndefined();
  });

  it('is none by the minutes that clocks differ', () => {
    expect(look([entry(today('14:05'), { pain: 6 })])).toMatchObject({ ahead: [], pains: [{ pain: 6 }] });
    expect(look([entry(today('14:06'), { pain: 6 })])).toMatchObject({ pains: [], ahead: [{ pain: 6 }] });
  });

  it('may be the end of a session, which is no rating yet', () => {
    const rated = { ...session(today('13:30'), 'ice', 60), painBefore: 6, painAfter: 2 };
    expect(look([rated, first])).toMatchObject({ pains: [{ pain: 6 }, { pain: 6 }], ahead: [] });
  });

  it('still sends to get help, until a visit that was written down after it', () => {
    const sent = triage(inThreeDays, 'emergency');
    expect(look([sent]).unseen).toEqual(sent);
    expect(look([sent, { ...seen(today('13:00')), rev: revision('2026-11-30T14:00:00Z') }]).unseen).toBeUndefined();
    expect(look([sent, seen(today('13:00'))]).unseen).toEqual(sent);
  });

  it('never hides that somebody was sent to get help, or has a sign to check', () => {
    const sent = triage(today('08:00'), 'emergency');
    expect(look([sent, seen(inThreeDays)]).unseen).toEqual(sent);
    expect(look([noteWithSigns(today('08:00')), triage(inThreeDays, 'self-care')]).noteWithSigns).toBeDefined();
  });
});

const isNow = (at: string) => look([entry(at, { pain: 5 })]).lastIsNow;

describe('the last rating', () => {
  it('is "now" for less than four hours', () => {
    expect([today('13:59'), today('10:01'), today('10:00'), '2026-11-17T22:10:00+00:00'].map(isNow)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(look([]).lastIsNow).toBe(false);
  });
});

describe('the ratings', () => {
  it('are in the order in which they were given, also during a session', () => {
    const cold = { ...session(today('12:57'), 'ice', 10), painBefore: 8, painAfter: 6 };
    expect(look([cold, entry(today('12:59'), { pain: 8 })]).pains).toEqual([
      { at: today('12:57'), pain: 8 },
      { at: today('12:59'), pain: 8 },
      { at: today('13:07'), pain: 6 },
    ]);
  });

  it('keep the clock of the place where they were given', () => {
    const first = entry('2026-11-18T07:00:00+09:00', { pain: 6 });
    const cold = { ...session('2026-11-18T23:50:00+09:00', 'ice', 20), painAfter: 3 };
    expect(look([first, cold], new Date('2026-11-18T16:00:00Z')).pains).toEqual([
      { at: '2026-11-18T07:00:00+09:00', pain: 6 },
      { at: '2026-11-19T00:10:00+09:00', pain: 3 },
    ]);
  });

  it('are those of this episode, the oldest first, a check counted', () => {
    const entries = [
      entry('2026-11-01T08:00:00+00:00', { pain: 9 }),
      entry('2026-11-02T08:00:00+00:00', { kind: 'resolved' }),
      entry('2026-11-17T08:00:00+00:00', { pain: 6 }),
      { ...triage('2026-11-17T09:00:00+00:00', 'self-care'), pain: 7 },
      entry(today('08:00'), { pain: 3 }),
    ];
    expect(look(entries).pains.map(({ pain }) => pain)).toEqual([6, 7, 3]);
  });

  it('hold those before and after a session, the latter at its end, pauses counted', () => {
    const first = entry('2026-11-17T08:00:00+00:00', { pain: 6 });
    const rated = { ...session(today('08:00'), 'ice', 15), painBefore: 0, painAfter: 4 };
    const paused = { ...session(today('09:00'), 'ice', 15), painAfter: 3, took: 25 };
    expect(look([first, rated, paused]).pains).toEqual([
      { at: first.at, pain: 6 },
      { at: today('08:00'), pain: 0 },
      { at: today('08:15'), pain: 4 },
      { at: today('09:25'), pain: 3 },
    ]);
  });

  it('begin with the moment of the onset', () => {
    const resolved = entry(today('06:00'), { kind: 'resolved' });
    const [before, onset] = [entry(today('05:59'), { pain: 9 }), entry(today('07:00'), { pain: 5 })];
    expect(look([before, resolved, onset]).pains).toEqual([{ at: onset.at, pain: 5 }]);
  });

  it('are none without an episode', () => {
    expect(look([entry(today('08:00'), { pain: 1 })])).toMatchObject({ pains: [] });
    expect(look([entry(today('08:00'), { pain: 1 })]).episode).toBeUndefined();
  });
});

describe('the last check', () => {
  it('is that of this episode, the newest', () => {
    const [first, last] = [checked(today('07:00'), '1-3-days'), checked(today('09:00'), '1-3-days')];
    expect(look([first, last, entry(today('10:00'), { pain: 4 })]).checked).toEqual(last);
  });

  it('of an episode that is over is none of this one', () => {
    const over = [
      checked('2026-11-01T08:00:00+00:00', '1-3-days'),
      entry('2026-11-02T08:00:00+00:00', { kind: 'resolved' }),
    ];
    expect(look(over)).not.toHaveProperty('checked');
    expect(look([...over, entry(today('08:00'), { pain: 5 })])).not.toHaveProperty('checked');
  });

  it('at the very onset is one of the episode', () => {
    const resolved = entry(today('06:00'), { kind: 'resolved' });
    const at = { ...checked(today('08:00'), 'none'), pain: 5 };
    expect(look([resolved, at])).toMatchObject({ checked: at, episode: { day: 1, phase: 'early', hours: 6 } });
  });
});

describe('the sessions of this day', () => {
  it('are the oldest first, of the day that the user lived', () => {
    const [early, late] = [session(today('08:00'), 'ice'), session(today('09:00'), 'walk')];
    const others = [session('2026-11-17T23:59:00+00:00', 'ice'), entry(today('10:00'), { pain: 3 })];
    expect(look([late, early, ...others]).sessions).toEqual([early, late]);
  });
});

describe('an application', () => {
  const { gapMinutes } = THERAPIES.therapies.find(({ id }) => id === 'ice')!.limits!;

  it('may be now when there was none', () => {
    expect(ice([])).toMatchObject({ done: 0 });
    expect(ice([]).from).toBeUndefined();
  });

  it('may be again a gap after the end of the last', () => {
    const last = session(today('13:30'), 'ice', 20);
    expect(ice([last])).toMatchObject({ done: 1, from: Date.parse(today('13:50')) + gapMinutes * 60_000 });
  });

  it('may be again when the gap has just gone by', () => {
    const end = NOW.getTime() - gapMinutes * 60_000;
    expect(ice([ended(end)]).from).toBeUndefined();
    expect(ice([ended(end + 60_000)]).from).toBe(NOW.getTime() + 60_000);
  });

  it('has to wait from when it was over, with its pauses', () => {
    const paused = { ...session(today('13:00'), 'ice', 20), took: 45 };
    expect(ice([paused]).from).toBe(Date.parse(today('13:45')) + gapMinutes * 60_000);
  });

  it('is none that was taken off within a minute; one of unknown length counts', () => {
    expect(ice([session(today('13:50'), 'ice', 0.9)])).toMatchObject({ done: 0 });
    expect(ice([session(today('13:50'), 'ice', 0.9)]).from).toBeUndefined();
    expect(ice([session(today('13:50'), 'ice', 1)]).done).toBe(1);
    expect(ice([entry(today('13:50'), { kind: 'session', therapy: 'ice' })]).done).toBe(1);
  });

  it('has to wait for the one that ends last, though it began first', () => {
    const entries = [session(today('13:00'), 'ice', 55), session(today('13:20'), 'ice', 10)];
    expect(ice(entries).from).toBe(Date.parse(today('13:55')) + gapMinutes * 60_000);
  });

  it('has to wait across midnight, and is not yet one of today', () => {
    const now = new Date(today('00:30'));
    expect(ice([session('2026-11-17T23:50:00+00:00', 'ice', 20)], now)).toMatchObject({
      done: 0,
      from: Date.parse(today('00:10')) + gapMinutes * 60_000,
    });
  });

  it('is one of what is done in turns as well: warm and cold counts for both', () => {
    for (const id of ['ice', 'heat']) {
      const found = look([session(today('13:30'), 'contrast')]).allowances.find(({ therapy }) => therapy.id === id)!;
      expect(found).toMatchObject({
        done: 1,
        from: Date.parse(today('13:45')) + found.therapy.limits.gapMinutes * 60_000,
      });
    }
    expect(look([session(today('13:30'), 'ice')]).allowances.find(({ therapy }) => therapy.id === 'heat')!.done).toBe(
      0,
    );
  });

  it('is not held up by another therapy', () => {
    expect(ice([session(today('13:50'), 'heat')])).toMatchObject({ done: 0 });
    expect(ice([session(today('13:50'), 'heat')]).from).toBeUndefined();
  });

  it('is counted for today alone', () => {
    const entries = ['2026-11-17T23:59:00+00:00', today('00:00'), today('06:00'), today('11:00')];
    expect(ice(entries.map((at) => session(at, 'ice'))).done).toBe(3);
  });
});

const exercise = (at: string, fields: Partial<Entry>) => entry(at, { kind: 'exercise', ...fields });

describe('the exercise of this week', () => {
  it('is what was logged and what was done in sessions, the longest first', () => {
    const entries = [
      exercise('2026-11-16T10:00:00+00:00', { activity: 'swim', minutes: 30 }),
      exercise('2026-11-17T10:00:00+00:00', { activity: 'swim', minutes: 25 }),
      exercise('2026-11-14T10:00:00+00:00', { activity: 'run', minutes: 60 }),
      entry(today('06:00'), { kind: 'session', therapy: 'core', minutes: 4.2, planned: 4.4, stretches: ['plank'] }),
      entry(today('07:00'), { kind: 'session', therapy: 'core', minutes: 0.5, planned: 4.4, stretches: [] }),
      entry(today('08:00'), { kind: 'session', therapy: 'ice', minutes: 15, planned: 15 }),
    ];
    expect(look(entries).exercise).toEqual({
      done: 3,
      goal: 3,
      minutes: 59,
      activities: [
        { id: 'swim', minutes: 55 },
        { id: 'core', minutes: 4 },
      ],
    });
    expect(look(entries).sessions.map(({ therapy }) => therapy)).toEqual(['core', 'ice']);
  });

  it('counts from the first day of the week that the user has set, and for the day that they lived', () => {
    const sunday = [exercise('2026-11-15T10:00:00+00:00', { activity: 'swim', minutes: 30 })];
    const lateSunday = [exercise('2026-11-16T02:00:00+00:00', { activity: 'swim', minutes: 30 })];
    const usual = { twelveHours: false, dayBegins: 0, weekBegins: 1 } as const;
    const doneBy = (entries: Entry[], habits: Partial<Habits>) =>
      look(entries, new Present(NOW.getTime(), { ...usual, ...habits })).exercise.done;
    expect([doneBy(sunday, {}), doneBy(sunday, { weekBegins: 0 })]).toEqual([0, 1]);
    expect([doneBy(lateSunday, {}), doneBy(lateSunday, { dayBegins: 4 * 60 })]).toEqual([1, 0]);
  });

  it('leaves out what is ahead of now', () => {
    const ahead = entry('2026-11-20T10:00:00+00:00', { kind: 'exercise', activity: 'swim', minutes: 30 });
    expect(look([ahead]).exercise.done).toBe(0);
  });

  it('counts since Monday', () => {
    expect(walks('2026-11-15T23:59:00+00:00', '2026-11-16T00:00:00+00:00', today('08:00'))).toMatchObject({
      done: 2,
      goal: 3,
    });
  });

  it('counts on a Sunday since the Monday before', () => {
    const sunday = new Date('2026-11-22T12:00:00Z');
    const ats = ['2026-11-15T12:00:00Z', '2026-11-16T12:00:00Z', '2026-11-22T08:00:00Z'];
    expect(
      look(
        ats.map((at) => session(at, 'walk')),
        sunday,
      ).exercise.done,
    ).toBe(2);
  });

  it('counts stretches, core exercises and walks, not ice or heat', () => {
    const therapies = ['stretch', 'core', 'walk', 'ice', 'heat'];
    const sessions = therapies.map((therapy, hour) => session(today(`0${hour}:00`), therapy));
    expect(look(sessions).exercise.done).toBe(3);
  });

  it('goes by the day that the user lived, wherever that was', () => {
    // A Monday in Auckland, while it was Sunday here.
    expect(walks('2026-11-16T08:00:00+13:00')).toMatchObject({ done: 1 });
    expect(walks('2026-11-15T20:00:00-08:00')).toMatchObject({ done: 0 });
  });
});

it('an empty journal tells of nothing', () => {
  expect(look([])).toEqual({
    episodeStarts: [],
    isSeen: false,
    pains: [],
    lastIsNow: false,
    ahead: [],
    isLogged: false,
    sessions: [],
    allowances: THERAPIES.therapies.filter(({ limits }) => limits).map((therapy) => ({ therapy, done: 0 })),
    medicines: [],
    exercise: { done: 0, goal: 3, minutes: 0, activities: [] },
  });
});
