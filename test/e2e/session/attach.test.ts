import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { isAlive } from '../harness/process-state.ts';
import { screenAt } from '../support/triage.ts';
import { eventually, LOW, test, type Background, type Seat, type Someone } from './person.ts';

const PAIN_AFTER = /And your pain now, 0 to 10\?[^]*Esc/;

/** Twenty minutes of ice in the background that have begun, and a terminal that shows them. */
async function attached(anna: Someone): Promise<{ ice: Background; seat: Seat }> {
  const ice = await anna.starts(['ice', '--minutes', '20']);
  await anna.does(['done']);
  const seat = anna.sit(['attach']);
  await seat.terminal.waitFor(/Put the ice where it hurts[^]*space pause[^]*q leave/);
  return { ice, seat };
}

describe.concurrent('attach', () => {
  test.for(['q', 'escape', 'ctrl+c'])('shows the session, and %s leaves it running', async (key, { someone }) => {
    const anna = someone();
    const { ice, seat } = await attached(anna);
    expect(seat.terminal.screen()).toMatch(/^ Ice +ends \d\d:\d\d\n Ice on\n[^]*████/);
    // Ctrl-C counts at once.
    if (key === 'ctrl+c') seat.terminal.press(key);
    else await seat.press(key);
    expect(await seat.terminal.exited()).toEqual({ code: 0, signal: null });
    expect(await seat.terminal.leftovers()).toEqual([]);
    expect(seat.terminal.screen()).toMatch(/^Ice continues in the background until \d\d:\d\d\./m);
    expect(isAlive(ice.pid)).toBe(true);
    expect(anna.shown()['state']).toBe('running');
  });

  test('has the keys of the session, and shows what they do', async ({ someone }) => {
    const anna = someone();
    const { seat } = await attached(anna);
    await seat.press('p');
    await seat.terminal.waitFor(/paused[^]*Keep it off your skin\.[^]*space continue/);
    expect(anna.shown()['state']).toBe('paused');
    // Once, and not again as an answer.
    expect(seat.terminal.screen().match(/Keep it off/g)).toHaveLength(1);
    await seat.press('space');
    await seat.terminal.waitFor('space pause');
    await seat.press('+');
    await seat.terminal.waitFor('The longest is 20 minutes.');
    await seat.press('?');
    await seat.terminal.waitFor('? or Esc  back');
    await seat.press('escape');
    await seat.terminal.waitFor('space pause');
    await seat.press('q');
    expect((await seat.terminal.exited()).code).toBe(0);
  });

  test('shows what happens meanwhile, and what others do', async ({ someone }) => {
    const anna = someone();
    const { ice, seat } = await attached(anna);
    seat.terminal.resize(LOW.columns, LOW.rows);
    const passes = async (seconds: number) => {
      await ice.clock.seconds(seconds);
      await seat.clock.seconds(seconds);
    };
    await passes(60);
    await seat.terminal.waitFor(/19:00|18:59/);
    await anna.does(['pause']);
    await passes(2);
    await seat.terminal.waitFor('space continue');
    await anna.does(['stop']);
    // It ends in the middle of that.
    void seat.clock.seconds(2).catch(() => {});
    expect(await seat.terminal.exited()).toEqual({ code: 0, signal: null });
    expect(seat.terminal.screen()).toContain('Ice is over.');
  });

  test('confirms that the ice is off, and asks what is still open', async ({ someone }) => {
    const anna = someone();
    const ice = await anna.starts(['ice', '--minutes', '10']);
    await anna.does(['done']);
    await ice.clock.minutes(10.2);
    await eventually(() => anna.shown()['state'], 'alarm');
    const seat = anna.sit(['attach'], { minutesLater: 10.2 });
    await seat.terminal.waitFor(/TAKE THE ICE OFF|Take the ice off[^]*any key it's off/i);
    await seat.press('x');
    await seat.terminal.waitFor(PAIN_AFTER);
    await seat.press('2');
    expect(await seat.terminal.exited()).toEqual({ code: 0, signal: null });
    expect(anna.session()).toMatchObject({ minutes: 10, ended: 'done', painAfter: 2 });
    await eventually(() => isAlive(ice.pid), false);
  });

  test('checks the warning signs here when it hurts', async ({ someone }) => {
    const anna = someone();
    const { ice, seat } = await attached(anna);
    await seat.press('h');
    await seat.terminal.waitFor(/w check the warning signs/);
    await seat.press('w');
    await seat.terminal.waitFor(screenAt(1));
    await eventually(() => isAlive(ice.pid), false);
    expect(anna.session()).toMatchObject({ ended: 'hurt', hurt: ['ice'] });
  });

  test('says where it was interrupted before anybody had begun, which nothing asks about', async ({ someone }) => {
    const anna = someone();
    const ice = anna.sit(['ice'], { ownProcess: true });
    await ice.terminal.waitFor('Get the ice ready');
    await eventually(() => anna.shown()['state'], 'ready');
    const seat = anna.sit(['attach']);
    await seat.terminal.waitFor('Get the ice ready');
    const pid = await ice.terminal.pid();
    await ice.terminal.signal('SIGKILL');
    await eventually(() => isAlive(pid), false);
    await seat.clock.seconds(2);
    expect((await seat.terminal.exited()).code).toBe(0);
    expect(seat.terminal.screen()).toMatch(/^The session you started at \d\d:\d\d \(Ice\) was interrupted\.\n*$/);
  });

  test('says where it was interrupted meanwhile', async ({ someone }) => {
    const { ice, seat } = await attached(someone());
    process.kill(Number(ice.pid), 'SIGKILL');
    await eventually(() => isAlive(ice.pid), false);
    await seat.clock.seconds(2);
    expect((await seat.terminal.exited()).code).toBe(0);
    expect(seat.terminal.screen().replaceAll(/\s+/g, ' ')).toMatch(
      /The session you started at \d\d:\d\d \(Ice\) was interrupted\. The next session that you start asks about it\./,
    );
  });

  test('works by lines, too', async ({ someone }) => {
    const anna = someone();
    const ice = await anna.starts(['ice', '--minutes', '20']);
    await anna.does(['done']);
    const seat = anna.sit(['attach', '--accessible']);
    await seat.terminal.waitFor(/q leave/);
    seat.terminal.type('p\n');
    await eventually(() => anna.shown()['state'], 'paused');
    seat.terminal.type('q\n');
    expect((await seat.terminal.exited()).code).toBe(0);
    expect(isAlive(ice.pid)).toBe(true);
  });

  test('has nothing to show without a session', async ({ someone }) => {
    const { code, stderr } = await someone().run(['attach']);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'unspasm: no session is in progress\n  to start one, run: unspasm ice, heat, walk or stretch\n',
    });
  });
});

test('a session whose lines go to a file says what to use instead', async ({ someone }) => {
  const anna = someone();
  const { terminal } = anna.sit(['walk'], { stdout: join(anna.home, 'lines') });
  await terminal.waitFor(/To get your prompt back, press Ctrl-C and\s+run:\s+unspasm walk --background/);
});
