import { describe, expect } from 'vitest';
import { HURRIED } from '../support/hurried.ts';
import { words } from '../support/text.ts';
import { eventually, LOW, test, type Seat } from './person.ts';

const AT_ALARM = 'TAKE THE ICE OFF NOW, AND LOOK AT YOUR SKIN.';
const PAIN_AFTER = /And your pain now, 0 to 10\?[^]*Esc/;

/** To the moment at which the ice lies on the skin. */
async function iceOn({ terminal, press }: Seat): Promise<void> {
  await terminal.waitFor(/Wrap the ice[^]*Enter (start|go)/);
  await press('enter');
  await terminal.waitFor(/Put the ice where it hurts[^]*\n space pause/);
}

describe.concurrent('twenty minutes of ice', () => {
  test('go from getting ready to the pain afterwards, and into the journal', async ({ someone }) => {
    const anna = someone();
    const { terminal, clock, press } = anna.sit(['ice', '--minutes', '20']);
    await terminal.waitFor(/Get the ice ready[^]*Pain now, 0 to 10\? Type it or skip\./);
    await press('6');
    await terminal.waitFor('Pain now, 0 to 10? 6');
    await clock.minutes(10);
    await terminal.waitFor(/not started\n Get the ice ready: take your time\n[^]*Take as long as you need\./);
    await press('space');
    await clock.seconds(60);
    await terminal.waitFor(/^ Ice +ends \d\d:\d\d\n Ice on\n[^]*████[^]*step 2 of 2/);
    await clock.minutes(20);
    await terminal.waitFor(AT_ALARM);
    await press('x');
    await terminal.waitFor(PAIN_AFTER);
    await press('4');
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    expect(await terminal.leftovers()).toEqual([]);
    expect(terminal.screen()).toMatch(
      /You can use ice again from (?:\d\d:\d\d|.*, tomorrow), if your skin looks normal\./,
    );
    expect(terminal.screen()).not.toContain('Take the ice off now');
    expect(terminal.screen()).toMatch(/\d\d:\d\d to \d\d:\d\d: ice for 20 min; pain 6 before, 4 after \[\w{5}\]/);
    const { entries } = await anna.document<{ entries: object[] }>(['log', 'list']);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      therapy: 'ice',
      minutes: 20,
      planned: 20,
      ended: 'done',
      painBefore: 6,
      painAfter: 4,
    });
  });

  test('keep the alarm on when the terminal reports something, and end it with a key', async ({ someone }) => {
    const seat = someone().sit(['ice', '--minutes', '10']);
    const { terminal, clock, press } = seat;
    await terminal.waitFor(/Get the ice ready[^]*Pain now/);
    await press('space');
    await clock.seconds(60);
    await clock.minutes(10);
    await terminal.waitFor(AT_ALARM);
    for (const report of [
      '\u001B[I',
      '\u001B[O',
      '\u001B[<35;10;10M',
      '\u001B[M !!',
      '\u001B[?1;2c',
      '\u001B[120;1:3u',
    ]) {
      terminal.type(report);
      await seat.settled();
      await clock.tick(200);
    }
    const rung = seat.bells();
    await clock.seconds(60);
    await eventually(() => seat.bells() > rung, true);
    expect(terminal.screen()).toContain(AT_ALARM);
    await press('\u001B[120u');
    await terminal.waitFor('When did you take it off?');
  });

  test('show the time, and say when to look at the skin, half of it, and the last minute', async ({ someone }) => {
    const seat = someone().sit(['ice', '--minutes', '15', '--no-keep-awake'], LOW);
    const { terminal, clock } = seat;
    await iceOn(seat);
    for (const [seconds, shown] of [
      [0, /15:00\n+.*Stay awake\.\n space/],
      [1, /14:59\n/],
      [298, /10:01\n+.*Stay awake\.\n space/],
      [1, /^ LOOK AT YOUR SKIN\. *\n +10:00\n+ If it is white[^]*\n Enter skin looks normal {2}h it doesn't/],
      [60, /9:00\n+.*\n? ?Look at your skin\. If it is white[^]*\n Enter skin looks normal/],
      [90, /7:30\n.*\n Halfway\.$/m],
      [150, /^ LOOK AT YOUR SKIN AGAIN\. *\n +5:00\n/],
      [240, /1:00\n.*\n One minute left\./],
      [59, /0:01\n+ Look at your skin again\./],
      [1, /any key it's off/],
    ] as const) {
      await clock.seconds(seconds);
      await terminal.waitFor(shown);
    }
  });

  test('fill the window at a check and at the end, and take an answer, a doubt and a mistake', async ({ someone }) => {
    const seat = someone().sit(['ice', '--minutes', '10', '--no-keep-awake']);
    const { terminal, clock, press } = seat;
    await iceOn(seat);
    await clock.minutes(5);
    await terminal.waitFor(/^ LOOK AT YOUR SKIN\.\n[^]*██ {2}██████[^]*\n Enter skin looks normal {3}h it doesn't/);
    await press('h');
    await terminal.waitFor(/^ TAKE IT OFF NOW[^]*██████[^]*b it doesn't hurt: go back/);
    await press('escape');
    await terminal.waitFor(/^ LOOK AT YOUR SKIN\./);
    await press('enter');
    await terminal.waitFor(/^ Ice +ends \d\d:\d\d\n Ice on\n[^]*Good\./);
    await press('?');
    await terminal.waitFor(/ q or Esc {2}stop\n[^]*Ctrl-C {4}leave at once\n \? or Esc {2}back$/);
    await press('escape');
    await terminal.waitFor(/\n space pause[^]*\? all keys$/);
    await clock.minutes(5);
    await terminal.waitFor(/^ TAKE THE ICE OFF NOW[^]*██████[^]*\n On for 10:0\d\n/);
  });

  test('ring at the end, after 20 seconds, and each minute, until a key says that it is off', async ({ someone }) => {
    const seat = someone().sit(['ice', '--minutes', '20'], LOW);
    const { terminal, clock, press } = seat;
    await iceOn(seat);
    await clock.seconds(1199);
    await terminal.waitFor('0:01');
    const before = seat.bells();
    // Half a second late: nobody hears that, and the seconds of the alarm needn't be those of the clock.
    for (const [seconds, rung] of [
      [1.5, 1],
      [19, 1],
      [2, 2],
      [37, 2],
      [2, 3],
      [58, 3],
      [3, 4],
      [480, 12],
      [300, 12],
    ] as const) {
      await clock.seconds(seconds);
      await eventually(() => seat.bells() - before, rung);
    }
    await press('space');
    await terminal.waitFor('When did you take it off?');
  });

  test('ask when it was taken off if nobody heard the alarm, and save the true length', async ({ someone }) => {
    const ben = someone();
    const seat = ben.sit(['ice', '--minutes', '20']);
    const { terminal, clock, press } = seat;
    await iceOn(seat);
    await clock.minutes(32);
    await press('x');
    await terminal.waitFor(
      /When did you take it off\?[^]*1 {2}\d\d:\d\d, when the alarm sounded\n {2}2 {2}about \d\d:\d\d\n {2}3 {2}about \d\d:\d\d\n {2}4 {2}\d\d:\d\d, just now/,
    );
    await press('3');
    await terminal.waitFor(PAIN_AFTER);
    await press('enter');
    expect((await terminal.exited()).code).toBe(0);
    expect(ben.session()).toMatchObject({ minutes: 30, planned: 20, ended: 'done' });
    expect(ben.session()).not.toHaveProperty('painAfter');
  });
});

describe.concurrent('a computer that sleeps during ice', () => {
  test('has its time counted, and says so', async ({ someone }) => {
    const seat = someone().sit(['ice', '--minutes', '20'], LOW);
    const { terminal, clock } = seat;
    await iceOn(seat);
    await clock.minutes(6);
    await clock.sleep(3 * 60_000);
    await clock.seconds(1);
    await terminal.waitFor(words('The computer was asleep. Ice has lasted 9 minutes so far.'));
    await terminal.waitFor('10:59');
  });

  test('past the end says to take it off, and asks when that was', async ({ someone }) => {
    const ben = someone();
    const seat = ben.sit(['ice', '--minutes', '10']);
    const { terminal, clock, press } = seat;
    await iceOn(seat);
    await clock.minutes(1);
    const before = seat.bells();
    await clock.sleep(50 * 60_000);
    await clock.seconds(1);
    await terminal.waitFor(AT_ALARM);
    await eventually(() => seat.bells() > before, true);
    await press('x');
    await terminal.waitFor(/When did you take it off\?[^]*1 {2}\d\d:\d\d, when the alarm sounded/);
    await press('enter');
    await terminal.waitFor(PAIN_AFTER);
    await press('enter');
    expect((await terminal.exited()).code).toBe(0);
    expect(ben.session()).toMatchObject({ minutes: 10, ended: 'done' });
  });
});

test('ice without a number is on for 10 minutes the first time, and for 15 after that', async ({ someone }) => {
  const anna = someone();
  const told: string[] = [];
  for (const done of [0, 1, 2]) {
    const { code, stdout } = await anna.run(['ice'], { clock: HURRIED });
    expect({ code, done: anna.entries().length }).toEqual({ code: 0, done: done + 1 });
    told.push(stdout);
  }
  expect(anna.entries().map(({ planned }) => planned)).toEqual([15, 15, 10]);
  // Ten minutes end with the second look.
  expect(told.map((text) => text.match(/Look at your skin(?: again)?\. If/g)?.length)).toEqual([1, 2, 2]);
});
