import { describe, expect } from 'vitest';
import { HURRIED } from '../support/hurried.ts';
import { LOW, type Seat, type Someone, test } from './person.ts';

const PAIN_AFTER = /And your pain now, 0 to 10\?[^]*Esc/;
const GO_ON = /g {2}continue \(([\w ]+) of this step left\)[^]*k {2}it is over[^]*f {2}delete it[^]*Esc/;
const OVER = /k {2}it is over: save how long it lasted[^]*f {2}delete it[^]*Esc/;

/** Ways in which a session ends that nobody has ended. */
const ways: Record<string, { cut: (seat: Seat) => unknown; code: number | null; signal: string | null }> = {
  SIGTERM: { cut: ({ terminal }) => terminal.signal('SIGTERM'), code: null, signal: 'SIGTERM' },
  SIGHUP: { cut: ({ terminal }) => terminal.signal('SIGHUP'), code: null, signal: 'SIGHUP' },
  'closing the window': { cut: ({ terminal }) => terminal.hangUp(), code: null, signal: 'SIGHUP' },
  'kill -9': { cut: ({ terminal }) => terminal.signal('SIGKILL'), code: null, signal: 'SIGKILL' },
};

/** Twenty minutes of ice that were cut off. @param minutes after so many: each costs sixty screens */
async function interruptIce(anna: Someone, way = 'SIGTERM', minutes = 2): Promise<Seat> {
  const seat = anna.sit(['ice', '--minutes', '20'], { ownProcess: true });
  const { terminal, clock, press } = seat;
  await terminal.waitFor('Get the ice ready');
  await press('5');
  await press('enter');
  await terminal.waitFor('Ice on');
  await clock.minutes(minutes);
  await ways[way]!.cut(seat);
  await terminal.exited();
  return seat;
}

/** The next start, so many minutes later by the clock on the wall. */
function later(anna: Someone, minutes: number, args = ['ice']): Seat {
  return anna.sit(args, { minutesLater: minutes });
}

describe.concurrent('ice that was cut off goes on with the right time left', () => {
  test.for(Object.keys(ways))('after %s', async (way, { someone }) => {
    const anna = someone();
    const { code, signal } = ways[way]!;
    const { terminal: first } = await interruptIce(anna, way, 7);
    expect(await first.exited()).toEqual({ code, signal });
    // Nothing can give the terminal back after SIGKILL.
    if (way !== 'kill -9') expect(await first.leftovers()).toEqual([]);
    expect(anna.text()).toBe('');
    const { terminal, clock, press } = later(anna, 10);
    await terminal.waitFor(GO_ON);
    expect(terminal.screen()).toMatch(/The session you started at \d\d:\d\d \(Ice\) was interrupted/);
    expect(GO_ON.exec(terminal.screen())![1]).toMatch(/^(10 minutes( \d seconds?)?|9 minutes 5\d seconds)$/);
    await press('g');
    await terminal.waitFor('space pause');
    terminal.resize(LOW.columns, LOW.rows);
    await terminal.waitFor(/^ Ice on +ends \d\d:\d\d\n +(10:0|9:5)\d\n/);
    await clock.minutes(10.2);
    await terminal.waitFor("any key it's off");
    terminal.resize(80, 24);
    await press('x');
    await terminal.waitFor(PAIN_AFTER);
    await press('enter');
    expect((await terminal.exited()).code).toBe(0);
    expect(anna.session()).toMatchObject({ minutes: 20, planned: 20, ended: 'done' });
    expect(await anna.does(['status'])).toBe('No session in progress.\n');
  });
});

describe.concurrent('ice that was cut off and must be over by now', () => {
  test('is asked how long it was, and saved so', async ({ someone }) => {
    const anna = someone();
    await interruptIce(anna);
    const { terminal, press } = later(anna, 45);
    await terminal.waitFor(OVER);
    expect(terminal.screen()).not.toContain('continue');
    await press('k');
    await terminal.waitFor(/How many minutes did you actually do\?\n[^]*\(on an empty line: 2\)/);
    terminal.type('12,5');
    await terminal.waitFor('12,5');
    await press('enter');
    // What was kept a moment ago is too soon for the next.
    await terminal.waitFor(/Before you start[^]*You can use ice again from[^]*Esc/);
    expect(anna.session()).toMatchObject({ minutes: 12.5, planned: 20, ended: 'cut', painBefore: 5 });
  });

  test('is what was planned if nobody knows when it ended', async ({ someone }) => {
    const anna = someone();
    await interruptIce(anna, 'kill -9');
    const { terminal, press } = later(anna, 45);
    await terminal.waitFor(OVER);
    await press('k');
    await terminal.waitFor(/How many minutes did you actually do\?\n[^]*\(on an empty line: 20\)/);
    await press('enter');
    await terminal.waitFor('Before you start');
    expect(anna.session()).toMatchObject({ minutes: 20, ended: 'cut' });
  });

  test('can be forgotten', async ({ someone }) => {
    const anna = someone();
    await interruptIce(anna);
    const { terminal, press } = later(anna, 45);
    await terminal.waitFor(OVER);
    await press('f');
    await terminal.waitFor('Get the ice ready');
    expect(anna.text()).toBe('');
  });

  test('is asked about again if nobody answered', async ({ someone }) => {
    const anna = someone();
    await interruptIce(anna);
    const first = later(anna, 45);
    await first.terminal.waitFor(OVER);
    await first.press('escape');
    expect((await first.terminal.exited()).code).toBe(130);
    const second = later(anna, 46, ['stretch']);
    await second.terminal.waitFor(OVER);
  });

  test('is named on standard error where nobody can be asked, and by status', async ({ someone }) => {
    const anna = someone();
    await interruptIce(anna);
    const { code, stderr } = await anna.run(['walk'], { clock: HURRIED });
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /The session you started at \d\d:\d\d \(Ice\) was interrupted at \d\d:\d\d\. Start a session in a terminal to say how it went\./,
    );
    expect(await anna.does(['status'])).toMatch(
      /^The session you started at \d\d:\d\d \(Ice\) was interrupted at \d\d:\d\d\.\n$/,
    );
    expect(await anna.document(['status'])).toMatchObject({ running: [], cutOff: [{ therapy: 'ice' }] });
  });

  test('is not mentioned to somebody who mistyped a level', async ({ someone }) => {
    const anna = someone();
    await interruptIce(anna);
    const { code, stderr } = await anna.run(['stretch', 'core', '--level', '9']);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^unspasm: --level can't be "9"/)]);
  });
});

async function interruptStretch(anna: Someone): Promise<void> {
  const { terminal, clock, press } = anna.sit(['stretch', 'childs-pose'], { ownProcess: true });
  await terminal.waitFor('Onto hands and knees');
  await press('enter');
  await terminal.waitFor('Hold');
  await clock.seconds(2);
  await terminal.signal('SIGTERM');
  await terminal.exited();
}

describe.concurrent('a stretch that was cut off', () => {
  test('continues with its step', async ({ someone }) => {
    const anna = someone();
    await interruptStretch(anna);
    const { terminal, clock, press } = later(anna, 30, ['stretch']);
    await terminal.waitFor(GO_ON);
    await press('enter');
    // There is time to get down once more, and then the hold begins anew.
    await terminal.waitFor(/Onto hands and knees[^]*Enter start now/);
    await press('enter');
    terminal.resize(LOW.columns, LOW.rows);
    await terminal.waitFor(/^ +30$/m);
    await clock.seconds(40);
    await terminal.waitFor(PAIN_AFTER);
    await press('enter');
    expect((await terminal.exited()).code).toBe(0);
    expect(anna.session()).toMatchObject({ minutes: 0.5, ended: 'done', stretches: ['childs-pose'] });
  });

  test('leaves nothing behind when it had not begun', async ({ someone }) => {
    const anna = someone();
    const { terminal } = anna.sit(['stretch', 'childs-pose'], { ownProcess: true });
    await terminal.waitFor('Onto hands and knees');
    await terminal.signal('SIGTERM');
    await terminal.exited();
    expect(await anna.does(['status'])).toBe('No session in progress.\n');
  });

  test('in the middle of a long step is saved with its true length when Ctrl-C ended it from outside', async ({
    someone,
  }) => {
    const anna = someone();
    const { terminal, clock, press } = anna.sit(['stretch', 'childs-pose'], { ownProcess: true });
    await terminal.waitFor('Onto hands and knees');
    await press('enter');
    await terminal.waitFor('Hold');
    await clock.seconds(20);
    await terminal.signal('SIGINT');
    await terminal.exited();
    expect(anna.session()).toMatchObject({ minutes: 0.3, ended: 'stopped' });
  });

  test('is only asked about hours later', async ({ someone }) => {
    const anna = someone();
    await interruptStretch(anna);
    const { terminal } = later(anna, 120, ['stretch']);
    await terminal.waitFor(OVER);
    expect(terminal.screen()).not.toContain('continue');
  });

  test('is forgotten after a day', async ({ someone }) => {
    const anna = someone();
    await interruptStretch(anna);
    const { terminal } = later(anna, 25 * 60, ['stretch', 'cat-cow']);
    await terminal.waitFor(/^ Cat-cow/);
  });
});
