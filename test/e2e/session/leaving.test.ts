import { describe, expect } from 'vitest';
import { screenAt } from '../support/triage.ts';
import { words } from '../support/text.ts';
import { test, type Seat } from './person.ts';

const PAIN_AFTER = /And your pain now, 0 to 10\?[^]*Esc/;

async function iceFor(minutes: number, { terminal, clock, press }: Seat): Promise<void> {
  await terminal.waitFor('Get the ice ready');
  await press('enter');
  await terminal.waitFor('Ice on');
  await clock.minutes(minutes);
}

describe.concurrent('left in the middle, ice is saved as stopped with its true length', () => {
  test.for(['q', 'escape'])('with %s, after a question about the pain', async (key, { someone }) => {
    const anna = someone();
    const seat = anna.sit(['ice', '--minutes', '20']);
    const { terminal, press } = seat;
    await iceFor(2, seat);
    await press(key);
    await terminal.waitFor(PAIN_AFTER);
    await press('enter');
    expect(await terminal.exited()).toEqual({ code: 130, signal: null });
    expect(await terminal.leftovers()).toEqual([]);
    expect(terminal.screen()).toMatch(/ice for 2 min/);
    expect(anna.session()).toMatchObject({ minutes: 2, planned: 20, ended: 'stopped' });
  });

  test('with ctrl+c, at once', async ({ someone }) => {
    const anna = someone();
    const seat = anna.sit(['ice', '--minutes', '20']);
    await iceFor(2, seat);
    seat.terminal.press('ctrl+c');
    expect(await seat.terminal.exited()).toEqual({ code: 130, signal: null });
    expect(await seat.terminal.leftovers()).toEqual([]);
    expect(anna.session()).toMatchObject({ minutes: 2, ended: 'stopped' });
  });

  test('with ctrl+c at the question, it is saved already', async ({ someone }) => {
    const anna = someone();
    const seat = anna.sit(['ice', '--minutes', '20']);
    const { terminal, press } = seat;
    await iceFor(2, seat);
    await press('q');
    await terminal.waitFor(PAIN_AFTER);
    terminal.press('ctrl+c');
    expect((await terminal.exited()).code).toBe(130);
    expect(await terminal.leftovers()).toEqual([]);
    expect(anna.session()).toMatchObject({ minutes: 2, ended: 'stopped' });
  });

  test('with SIGINT from outside', async ({ someone }) => {
    const anna = someone();
    const seat = anna.sit(['ice', '--minutes', '20'], { ownProcess: true });
    await iceFor(2, seat);
    await seat.terminal.signal('SIGINT');
    expect(await seat.terminal.exited()).toEqual({ code: null, signal: 'SIGINT' });
    expect(await seat.terminal.leftovers()).toEqual([]);
    expect(anna.session()).toMatchObject({ minutes: 2, ended: 'stopped' });
    expect(await anna.does(['status'])).toBe('No session in progress.\n');
  });

  test('but not with --no-save', async ({ someone }) => {
    const anna = someone();
    const seat = anna.sit(['ice', '--minutes', '20', '--no-save']);
    await iceFor(2, seat);
    seat.terminal.press('ctrl+c');
    expect((await seat.terminal.exited()).code).toBe(130);
    expect(anna.text()).toBe('');
  });

  test('without the time that it was paused', async ({ someone }) => {
    const anna = someone();
    const seat = anna.sit(['ice', '--minutes', '20']);
    const { terminal, clock, press } = seat;
    await iceFor(4, seat);
    await press('p');
    await terminal.waitFor(/Paused: Ice on[^]*Paused. Keep it off your skin\.[^]*space continue/);
    await clock.minutes(5);
    await press('space');
    await clock.minutes(2);
    terminal.press('ctrl+c');
    await terminal.exited();
    expect(anna.session()).toMatchObject({ minutes: 6, ended: 'stopped' });
  });
});

describe.concurrent('left at the alarm', () => {
  test('with ctrl+c it was done, and the exit code is 130', async ({ someone }) => {
    const anna = someone();
    const seat = anna.sit(['ice', '--minutes', '20']);
    await iceFor(20, seat);
    await seat.terminal.waitFor("any key it's off");
    seat.terminal.press('ctrl+c');
    expect(await seat.terminal.exited()).toEqual({ code: 130, signal: null });
    expect(await seat.terminal.leftovers()).toEqual([]);
    expect(anna.session()).toMatchObject({ minutes: 20, ended: 'done' });
  });
});

describe.concurrent('left while getting ready', () => {
  test.for(['q', 'escape'])('with %s nothing is saved, and it says so', async (key, { someone }) => {
    const anna = someone();
    const { terminal, clock, press } = anna.sit(['ice']);
    await terminal.waitFor('Get the ice ready');
    await press('6');
    await clock.seconds(10);
    await press(key);
    expect(await terminal.exited()).toEqual({ code: 130, signal: null });
    expect(await terminal.leftovers()).toEqual([]);
    expect(terminal.screen()).toContain('You left before it started, so nothing was saved.');
    expect(anna.text()).toBe('');
    expect(await anna.does(['status'])).toBe('No session in progress.\n');
  });
});

describe.concurrent('when a stretch hurts, h', () => {
  const HURTS = /It hurts[^]*Never\s+push into sharp\s+pain[^]*n skip this one[^]*q end/;

  async function hurting({ terminal, clock, press }: Seat): Promise<void> {
    await terminal.waitFor('1 of 3: Knee to chest');
    await press('enter');
    await terminal.waitFor('Hold, left side');
    await clock.seconds(6);
    await press('h');
    await terminal.waitFor(HURTS);
  }

  test('stops it at once, and n leaves this one out', async ({ someone }) => {
    const anna = someone();
    const seat = anna.sit(['stretch', 'first-days']);
    const { terminal, clock, press } = seat;
    await hurting(seat);
    await clock.minutes(2);
    expect(terminal.screen()).toMatch(HURTS);
    await press('n');
    await terminal.waitFor('2 of 3: Spinal rotations');
    await clock.minutes(6);
    await terminal.waitFor(PAIN_AFTER);
    await press('enter');
    expect((await terminal.exited()).code).toBe(0);
    expect(terminal.screen()).toMatch(words('Ease off slowly, and rest.'));
    expect(anna.session()).toMatchObject({ ended: 'done', hurt: ['knee-to-chest'] });
  });

  test('and q ends it', async ({ someone }) => {
    const anna = someone();
    const seat = anna.sit(['stretch', 'first-days']);
    const { terminal, press } = seat;
    await hurting(seat);
    await press('q');
    await terminal.waitFor(PAIN_AFTER);
    await press('8');
    expect(await terminal.exited()).toEqual({ code: 130, signal: null });
    expect(anna.session()).toMatchObject({
      ended: 'hurt',
      hurt: ['knee-to-chest'],
      stretches: [],
      minutes: 0.1,
      painAfter: 8,
    });
  });

  test('and w goes to the warning signs', async ({ someone }) => {
    const anna = someone();
    const seat = anna.sit(['stretch', 'first-days']);
    await hurting(seat);
    await seat.press('w');
    await seat.terminal.waitFor(screenAt(1));
    seat.terminal.press('ctrl+c');
    expect((await seat.terminal.exited()).code).toBe(130);
    expect(await seat.terminal.leftovers()).toEqual([]);
    expect(anna.session()).toMatchObject({ ended: 'hurt', hurt: ['knee-to-chest'] });
  });

  test('with a single stretch there is nothing to go on with', async ({ someone }) => {
    const anna = someone();
    const { terminal, press } = anna.sit(['stretch', 'childs-pose']);
    await terminal.waitFor('Onto hands and knees');
    await press('enter');
    await press('h');
    await terminal.waitFor(/It hurts[^]*w check the warning signs/);
    expect(terminal.screen()).not.toContain('skip this one');
    await press('q');
    await terminal.waitFor(PAIN_AFTER);
    terminal.press('ctrl+c');
    await terminal.exited();
    expect(anna.session()).toMatchObject({ ended: 'hurt', hurt: ['childs-pose'] });
  });
});
