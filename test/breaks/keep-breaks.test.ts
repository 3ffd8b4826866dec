import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, NATURAL_MS, snooze } from '../../src/breaks/core/breaks.ts';
import type { Entry } from '../../src/journal/core/records.ts';
import { toIso } from '../../src/journal/core/when.ts';
import { inZone } from '../journal/zone.ts';
import { Desk, EVERY, MINUTE } from './desk.ts';

inZone('UTC', { beforeAll, afterAll });

function entry(desk: Desk, fields: Partial<Entry>): Entry {
  return {
    v: 1,
    op: 'put',
    id: 'e',
    rev: 'e',
    dev: 'here',
    at: toIso(desk.clock.now() - 60 * MINUTE),
    ...fields,
  } as Entry;
}

/** A desk at which a break was announced just now. */
async function deskWithBreak(prepare?: (desk: Desk) => void): Promise<Desk> {
  const desk = new Desk(prepare);
  await desk.passes(EVERY);
  return desk;
}

describe('a break', () => {
  test('is announced after half an hour of work, once', async () => {
    const desk = await deskWithBreak();
    expect(desk.announced).toEqual([
      'A few steps: Get up and walk a few steps: to the window and back, or to fetch some water. Stop if it hurts.',
    ]);
    expect(desk.view.move?.id).toBe('steps');
    await desk.passes(EVERY - MINUTE);
    expect(desk.announced).toHaveLength(1);
    await desk.passes(MINUTE);
    expect(desk.announced[1]).toMatch(/^Heels up and down: /);
  });

  test('that was taken is in the journal, with the others of the day', async () => {
    const desk = await deskWithBreak();
    await desk.press('done');
    expect(desk.said).toEqual(['Done. 1 break today. The next one is due at 15:00.']);
    await desk.passes(EVERY);
    await desk.press('done');
    expect(desk.entries).toMatchObject([{ kind: 'break', moves: ['steps', 'heel-raises'] }]);
    expect(desk.entries[0]!.at).toMatch(/T14:30:/);
    expect(desk.view.today).toBe(2);
    // The breaks of another day are another entry.
    await desk.sleeps(20 * 60 * MINUTE);
    await desk.passes(EVERY);
    await desk.press('done');
    expect(desk.entries.map(({ moves }) => moves!.length)).toEqual([1, 2]);
  });

  test('is not added to what another computer has saved that day', async () => {
    const others = { kind: 'break', moves: ['march'], dev: 'there' } as const;
    const desk = await deskWithBreak((one) => (one.entries = [entry(one, others)]));
    await desk.press('done');
    expect(desk.entries.map(({ dev, moves }) => [dev, moves])).toEqual([
      ['here', ['steps']],
      ['there', ['march']],
    ]);
  });

  test('that was skipped leaves no trace, and that put off comes again', async () => {
    const desk = await deskWithBreak();
    await desk.press('skip');
    expect([desk.entries, desk.view.move]).toEqual([[], undefined]);
    await desk.passes(EVERY);
    await desk.press('snooze');
    expect(desk.said.at(-1)).toBe('Put off until 15:05.');
    await desk.passes(5 * MINUTE);
    expect(desk.announced).toHaveLength(3);
    expect(desk.entries).toEqual([]);
  });

  test('can be answered by a button of the notification, which then goes away', async () => {
    const desk = await deskWithBreak();
    expect(desk.withdrawn).toBe(0);
    desk.button!('done');
    await desk.passes(1000);
    expect([desk.entries.length, desk.withdrawn]).toEqual([1, 1]);
    await desk.passes(EVERY);
    desk.changes(answer(desk.breaks, desk.clock.now()));
    await desk.passes(15_000);
    expect(desk.withdrawn).toBe(2);
  });

  test('with a key that does nothing now saves nothing', async () => {
    const desk = new Desk();
    await desk.press('done');
    expect(desk.said).toEqual(['No break is due. The next one is due at 14:30.']);
    expect([desk.entries, desk.saves]).toEqual([[], []]);
  });
});

describe('nothing is announced', () => {
  test('while somebody is away, and the time starts over when they are back', async () => {
    const desk = new Desk();
    await desk.passes(20 * MINUTE);
    desk.idle = NATURAL_MS;
    await desk.passes(60 * MINUTE);
    expect([desk.announced, desk.view.breaks.pause]).toEqual([[], 'away']);
    desk.idle = 0;
    // They may have been back for two minutes before it is seen.
    await desk.passes(EVERY - 2.5 * MINUTE);
    expect(desk.announced).toEqual([]);
    await desk.passes(3 * MINUTE);
    expect(desk.announced).toHaveLength(1);
  });

  test('however short a natural break of five minutes was, it is seen', async () => {
    const desk = new Desk((one) => (one.idle = 0));
    await desk.passes(7 * MINUTE);
    // Away from here on; from 12 minutes on it is a break.
    for (let gone = 0; gone < 6 * MINUTE; gone += 15_000) {
      desk.idle = gone;
      await desk.passes(15_000);
    }
    desk.idle = 0;
    await desk.passes(18 * MINUTE);
    expect(desk.announced).toEqual([]);
    expect(desk.breaks.nextAt).toBeGreaterThanOrEqual(desk.clock.now() + 11 * MINUTE);
  });

  test('while the computer saves its battery; then it is', async () => {
    const desk = new Desk((one) => (one.isSavingPower = true));
    await desk.passes(EVERY + 10 * MINUTE);
    expect([desk.announced, desk.view.breaks.pause]).toEqual([[], 'power-saver']);
    // It is asked every two minutes, not at each look.
    expect(desk.asked.filter((one) => one === 'power').length).toBeLessThan(8);
    desk.isSavingPower = false;
    await desk.passes(2 * MINUTE + 15_000);
    expect(desk.announced).toHaveLength(1);
  });

  test('in quiet hours, and the computer is not asked for anything', async () => {
    const desk = new Desk();
    await desk.passes(EVERY - MINUTE);
    desk.quietUntil = desk.clock.now() + 20 * MINUTE;
    await desk.passes(20 * MINUTE);
    expect([desk.announced, desk.view.breaks.pause]).toEqual([[], 'quiet-hours']);
    expect(desk.asked).not.toContain('power');
    desk.quietUntil = undefined;
    await desk.passes(EVERY - MINUTE);
    expect(desk.announced).toEqual([]);
    await desk.passes(2 * MINUTE);
    expect(desk.announced).toHaveLength(1);
  });

  test('until quiet hours are taken away', async () => {
    const desk = new Desk();
    desk.quietUntil = desk.clock.now() + 600 * MINUTE;
    await desk.passes(EVERY + MINUTE);
    expect(desk.view.breaks.pause).toBe('quiet-hours');
    desk.quietUntil = undefined;
    await desk.passes(EVERY - MINUTE);
    expect([desk.announced, desk.view.breaks.pause]).toEqual([[], undefined]);
    await desk.passes(2 * MINUTE);
    expect(desk.announced).toHaveLength(1);
  });

  test('while a session is in progress', async () => {
    const desk = new Desk((one) => (one.isInSession = true));
    await desk.passes(45 * MINUTE);
    desk.isInSession = false;
    await desk.passes(EVERY - MINUTE);
    expect(desk.announced).toEqual([]);
    await desk.passes(2 * MINUTE);
    expect(desk.announced).toHaveLength(1);
  });

  test('after the computer was asleep, until half an hour of work is over', async () => {
    const desk = new Desk();
    await desk.passes(25 * MINUTE);
    await desk.sleeps(8 * 60 * MINUTE);
    expect(desk.announced).toEqual([]);
    await desk.passes(EVERY - MINUTE);
    expect(desk.announced).toEqual([]);
    await desk.passes(2 * MINUTE);
    expect(desk.announced).toHaveLength(1);
  });
});

describe('the move', () => {
  test('is a few steps in an episode, each time', async () => {
    const desk = new Desk((one) => (one.entries = [entry(one, { kind: 'pain', pain: 6 })]));
    await desk.passes(2 * EVERY);
    expect(desk.announced.map((text) => text.split(':')[0])).toEqual(['A few steps', 'A few steps']);
  });

  test('leaves out what the profile speaks against', async () => {
    const profile = { applies: ['fragile-bones'], asked: ['fragile-bones'], at: {} };
    const desk = new Desk((one) => (one.profile = profile));
    await desk.passes(7 * EVERY);
    expect(desk.announced.join(' ')).not.toContain('Lean back');
    const healthy = new Desk();
    await healthy.passes(7 * EVERY);
    expect(healthy.announced.join(' ')).toContain('Lean back');
  });

  test.each([
    ['was sent to an emergency department', { kind: 'triage', level: 'emergency', signs: ['fever'] }],
    ['wrote of a warning sign that was not checked', { kind: 'note', note: 'numb', signs: ['leg-numbness-weakness'] }],
  ] as const)('is none for somebody who %s', async (_who, fields) => {
    const desk = new Desk((one) => (one.entries = [entry(one, fields)]));
    await desk.passes(2 * EVERY);
    expect([desk.announced, desk.view.breaks.pause]).toEqual([[], 'warning-signs']);
  });
});

describe('another terminal', () => {
  test('puts a break off, or answers it', async () => {
    const desk = await deskWithBreak();
    desk.changes(snooze(desk.breaks, 7 * MINUTE, desk.clock.now()));
    await desk.passes(15_000);
    expect(desk.view.move).toBeUndefined();
    await desk.passes(7 * MINUTE);
    expect(desk.announced).toHaveLength(2);
    desk.changes(answer(desk.breaks, desk.clock.now()));
    await desk.passes(15_000);
    expect(desk.view.move).toBeUndefined();
  });

  test('stops them within seconds, and nothing waits any more', async () => {
    const desk = new Desk();
    await desk.passes(MINUTE);
    desk.changes(undefined);
    await desk.passes(15_000);
    expect([desk.isEnded, desk.clock.waiting]).toEqual([true, 0]);
  });

  test('may put it off while the computer is asked: then it is not announced', async () => {
    const desk = new Desk();
    desk.whileAsked = () => desk.changes(snooze(desk.breaks, 10 * MINUTE, desk.clock.now()));
    await desk.passes(EVERY + MINUTE);
    expect([desk.asked, desk.announced]).toEqual([expect.arrayContaining(['power']), []]);
  });
});

test('q ends it', async () => {
  const desk = new Desk();
  await desk.press('stop');
  await desk.ended;
  expect(desk.clock.waiting).toBe(0);
});

test('an hour costs four looks a minute, a few questions, and no write but those of the breaks', async () => {
  const desk = new Desk((one) => (one.idle = 0));
  await desk.passes(60 * MINUTE, 1000);
  expect(desk.clock.wakings).toBeLessThan(4 * 60 + 10);
  expect(desk.asked.filter((one) => one === 'idle').length).toBeLessThan(16);
  expect(desk.saves).toHaveLength(2);
});

test('what goes wrong ends it with the error', async () => {
  const desk = new Desk((one) => {
    one.context = () => ({ ...Desk.prototype.context.call(one), content: {} }) as never;
  });
  const ended = desk.ended.catch((error: unknown) => (error as Error).name);
  await desk.passes(EVERY);
  expect(await ended).toBe('TypeError');
});
