import { describe, expect, test } from 'vitest';
import type {
  Activity,
  Check,
  Form,
  Move,
  Moves,
  Pose,
  SessionsContent,
  Stretch,
  StretchesContent,
  Therapy,
} from '../../src/content/session-types.ts';
import { content, everything, readData, repeated, texts } from './data-files.ts';

const { therapies, exercise } = content.therapies();
const { stretches, routines, end } = readData('stretches.json') as StretchesContent;
const sessions = readData('sessions.json') as SessionsContent;

const FILES = ['therapies.json', 'stretches.json'];
const moves = everything(FILES).flatMap(({ value }) => (isMove(value) ? [value] : []));
const checks = moves.flatMap((move) => move.checks ?? []);

function isMove(value: unknown): value is Move {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

function therapy(id: string): Therapy {
  return therapies.find((one) => one.id === id)!;
}

function stretch(id: string): Stretch {
  return stretches.find((one) => one.id === id)!;
}

function ids(items: readonly { readonly id: string }[]): string[] {
  return items.map(({ id }) => id);
}

/** How a therapy can be done: its forms, or the therapy itself. */
function waysOf(one: Therapy): readonly Moves[] {
  return [one, ...(one.forms ?? [])];
}

/** The most minutes that something can be on the skin in one session. */
function mostOnSkin(way: Moves, { minutes, rounds }: Therapy): number {
  const each = way.round.map(({ kind, seconds }) => {
    if (kind !== 'apply') return 0;
    return seconds === undefined ? minutes!.max : seconds / 60;
  });
  return each.reduce((sum, one) => sum + one, 0) * (rounds?.max ?? 1);
}

describe('the figures of the guide', () => {
  test.each(['ice', 'heat'])('%s: 10 to 20 minutes', (id) => {
    expect(therapy(id).minutes).toMatchObject({ usual: 15, min: 10, max: 20 });
  });

  test('a walk: 5 to 10 minutes in the first days; the plan builds walks up from there', () => {
    const { minutes, phases } = therapy('walk');
    expect(minutes).toMatchObject({ usual: 5, min: 5 });
    expect(phases?.early).toContain('walks of 5 to 10 minutes');
    expect(minutes?.max).toBe(content.plan().walking.stages.at(-1)!.minutes);
  });

  test.each([
    ['knee-to-chest', 20, 30],
    ['childs-pose', 30, 60],
  ])('%s: held for %i to %i seconds', (id, seconds, most) => {
    expect(stretch(id).round).toMatchObject([{ kind: 'hold', seconds, most }]);
  });

  test('exercise: at least three sessions a week', () => {
    expect(exercise.sessionsPerWeek).toBe(3);
  });

  test('its five stretches stand first, and all of them are a routine', () => {
    const five = ['knee-to-chest', 'cat-cow', 'childs-pose', 'spinal-rotations', 'press-ups'];
    expect(ids(stretches).slice(0, 5)).toEqual(five);
    expect(routines.find(({ id }) => id === 'all')?.stretches.toSorted()).toEqual(five.toSorted());
  });
});

describe('what is put on the skin', () => {
  const onSkin = therapies.filter((one) => one.limits ?? one.applies);

  test('is ice, heat, and both in turns', () => {
    expect(ids(onSkin)).toEqual(['ice', 'heat', 'contrast']);
  });

  test.each(onSkin)('$id is on for 20 minutes at most', (one) => {
    for (const way of waysOf(one)) expect(mostOnSkin(way, one)).toBe(20);
  });

  test.each(onSkin)('$id goes on while the computer sleeps, and its end asks when it came off', (one) => {
    expect(one.countsDuringSleep).toBe(true);
    expect(one.end.takeOff).toBeDefined();
  });

  test('keeps the gaps and the number a day of the strictest sources', () => {
    expect(therapy('ice').limits).toMatchObject({ gapMinutes: 120, softMaxPerDay: 4, leastMinutes: 1 });
    expect(therapy('heat').limits).toMatchObject({ gapMinutes: 60, softMaxPerDay: 3, leastMinutes: 1 });
  });

  test('is shorter the first time', () => {
    expect(therapy('ice').minutes?.first).toBe(10);
  });

  test.each(['ice', 'heat'])('%s is looked at after 5 and after 10 minutes, in each of its forms', (id) => {
    for (const way of waysOf(therapy(id))) {
      expect(way.round.flatMap((move) => move.checks ?? []).map(({ at }) => at)).toEqual(
        expect.arrayContaining([5, 10]),
      );
    }
  });

  test('in turns: with a look at each change, and ice at the end', () => {
    const { round, between } = therapy('contrast');
    expect(round.map(({ title, seconds }) => [title, seconds])).toEqual([
      ['Heat', 180],
      ['Change to ice', 15],
      ['Ice', 60],
    ]);
    // A pack is on the skin by then, so a change can't be made much longer.
    for (const change of [round[1], between]) {
      expect(change?.cue).toMatch(/look at your skin/);
      expect(change?.most).toBe(30);
    }
  });
});

describe('heat', () => {
  const { forms = [], ready, round } = therapy('heat');

  test('is a pad unless another form is chosen', () => {
    expect(forms[0]).toMatchObject({ id: 'pad', ready, round });
  });

  test.each(forms)(
    '$id: who lies there is asked, halfway, to show that they are awake',
    ({ id, round: steps }: Form) => {
      const asking = steps.flatMap((move) => move.checks ?? []).filter((check: Check) => check.answer);
      expect(asking.map(({ at }) => at)).toEqual(id === 'shower' ? [] : ['half']);
    },
  );

  // Above 44 degrees a whole body is scalded, and above 40 it overheats.
  test('in water is never warmer than 40 degrees', () => {
    const cues = forms.filter(({ id }) => id !== 'pad').map((form) => form.ready?.cue);
    for (const cue of cues) expect(cue).toContain('40 degrees Celsius at most');
  });
});

describe('cautions', () => {
  const cautious = therapies.flatMap(({ id, cautions }) => (cautions ? [{ id, ...cautions }] : []));

  test.each(cautious)('of $id have ids of their own', ({ avoid, ask }) => {
    expect(repeated(ids([...avoid, ...ask]))).toEqual([]);
  });

  test.each(cautious)('of $id send somebody with a fever to the warning signs', ({ avoid, avoided }) => {
    expect(avoid.find(({ id }) => id === 'infection')?.details).toContain('unspasm triage');
    expect(avoided).toContain('unspasm triage');
  });

  test('of both hold for what applies both', () => {
    const both = [therapy('ice').cautions!, therapy('heat').cautions!];
    const { avoid, ask } = therapy('contrast').cautions!;
    expect(ids(avoid)).toEqual(expect.arrayContaining(both.flatMap((one) => ids(one.avoid))));
    expect(ids([...avoid, ...ask])).toEqual(expect.arrayContaining(both.flatMap((one) => ids(one.ask))));
  });
});

describe('the stretches of the guide', () => {
  const guides = stretches.filter(({ passage }) => passage.startsWith('stretch-'));

  test.each(guides)('$id tells somebody with fragile bones to ask first', ({ care }) => {
    expect(care?.join(' ')).toMatch(/fragile bones, ask/);
  });
});

describe('every session', () => {
  const activities: readonly Activity[] = [...therapies, ...stretches];

  test.each(activities)('$id leaves at least 15 seconds to get ready', ({ ready }) => {
    expect(ready).toMatchObject({ kind: 'ready' });
    expect(ready.seconds).toBeGreaterThanOrEqual(15);
  });

  test.each(activities)('$id has a usual number of rounds between its least and its most', ({ rounds }) => {
    const { usual, min, max } = rounds ?? { usual: 1, min: 1, max: 1 };
    expect([min, usual, max]).toEqual([min, usual, max].toSorted((a, b) => a - b));
  });

  test.each(activities)('$id says what stops it, pain among it', ({ stop }) => {
    expect(stop.join(', ')).toMatch(/pain/);
    expect(stop.length).toBeGreaterThan(2);
  });

  test.each(therapies)('$id: steps without a length are there where a length is chosen, and only there', (one) => {
    const open = waysOf(one).map((way) => way.round.some((move) => move.seconds === undefined));
    expect([...new Set(open)]).toEqual([one.minutes !== undefined]);
  });

  test.each(stretches)('$id: each step has a length, and grows no shorter', ({ round }) => {
    for (const { seconds = 0, most = seconds } of round) {
      expect(seconds).toBeGreaterThan(0);
      expect(most).toBeGreaterThanOrEqual(seconds);
    }
  });
});

describe('what is read aloud', () => {
  const cues = [...moves, ...checks, end, ...therapies.map((one) => one.end)].map(({ cue }) => cue);

  test('has no abbreviations and no signs', () => {
    expect(cues.length).toBeGreaterThan(50);
    expect(cues.filter((cue) => /[°%+=]|\b(min|mins|sec|secs|approx|etc|e\.g|i\.e)\b/i.test(cue))).toEqual([]);
  });

  test('is a sentence', () => {
    expect(cues.filter((cue) => !/^[A-Z].*[.?]$/.test(cue))).toEqual([]);
  });
});

describe('poses', () => {
  const named = moves.flatMap((move) => move.figure ?? []);

  test('that are named exist', () => {
    const { poses } = readData('figures.json') as { poses: Pose[] };
    expect([...new Set(named)].filter((id) => !ids(poses).includes(id))).toEqual([]);
  });

  test('stand beside every step of a stretch', () => {
    const steps = stretches.flatMap(({ ready, round, sides, between }) => [ready, ...round, sides, between]);
    expect(steps.filter((step) => step && !step.figure)).toEqual([]);
  });
});

describe('routines', () => {
  test('name stretches that exist', () => {
    expect(routines.flatMap((one) => one.stretches).filter((id) => !ids(stretches).includes(id))).toEqual([]);
  });

  test.each(['early', 'later', 'none'] as const)('one suits: %s', (phase) => {
    expect(routines.filter(({ suits }) => suits.includes(phase))).toHaveLength(1);
  });

  test('that ask for strength are refused in the first days, and name one that is not', () => {
    const refused = routines.filter((one) => one.refused?.in === 'early');
    expect(ids(refused)).toEqual(['core']);
    const instead = routines.find(({ id }) => refused[0]?.refused?.instead === `unspasm stretch ${id}`);
    expect(instead?.suits).toContain('early');
  });
});

describe('the commands', () => {
  test('that the plan names are therapies, or known', () => {
    const known = new Set([...ids(therapies), 'stretch', 'rest', 'medicines']);
    const named = content.triage().plan.flatMap(({ command }) => command ?? []);
    expect(named.filter((command) => !known.has(command))).toEqual([]);
  });
});

describe('what all sessions say', () => {
  test('after "it hurts": ease off, never into sharp pain, and when to check the warning signs', () => {
    for (const part of [
      /^Ease off slowly, and rest/,
      /never .*sharp pain/i,
      /down a leg/,
      /pain moves further down a leg, stop for today/,
      /new numbness, tingling or weakness, stop and check the warning signs now: \{check\}/,
    ]) {
      expect(sessions.hurts.text).toMatch(part);
    }
  });

  test('after "it hurts": the sign of an emergency comes before all that a small window cuts', () => {
    for (const text of [sessions.hurts.text, sessions.hurts.onSkin]) {
      expect(text.split(/(?<=\.)\s/)[1]).toMatch(/numb.*tingling.*weak.*check the warning signs now: \{check\}/);
    }
  });

  test('after "it hurts" with something on the skin: take it off, look, and when to leave it off', () => {
    for (const part of [
      /^Take it off now/,
      /look at your skin/,
      /numb/,
      /leave it off for today/,
      /numb, tingling or weak, check the warning signs now: \{check\}/,
    ]) {
      expect(sessions.hurts.onSkin).toMatch(part);
    }
  });

  test('has the open places that are filled, where they are filled', () => {
    const open = texts(['sessions.json', ...FILES]).flatMap(({ where, text }) =>
      Array.from(text.matchAll(/\{(.*?)\}/g), ([, name]) => `${where} ${name}`),
    );
    expect(open).toEqual([
      'sessions.json/hurts/text check',
      'sessions.json/hurts/onSkin check',
      'sessions.json/slept name',
      'sessions.json/slept time',
      'sessions.json/sleptOver name',
      'sessions.json/sleptOver time',
    ]);
  });
});
