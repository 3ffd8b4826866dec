import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';
import type { Notifier } from '../../src/system/notice.ts';
import { findNotifier } from '../../src/system/notifier.ts';
import { builtProgram } from '../e2e/harness/environment.ts';
import { isAlive } from '../e2e/harness/process-state.ts';
import { toolPath } from '../e2e/harness/tools.ts';
import { type Seat, type Someone, test } from '../e2e/session/person.ts';
import { DESKTOP_PROGRAMS, startDesktop } from './desktop.ts';
import { withPrograms } from './needs.ts';
import { cleanUp, pause, running, tmuxSocket, until } from './processes.ts';

afterEach(cleanUp);

const ICE = ['ice', '--minutes', '10', '--no-speak', '--no-keep-awake'];
const IN_KITTY = { PATH: process.env['PATH'], TERM: 'xterm-kitty' };
/** Of the terminals with notifications this is one that Debian's tmux knows. */
const IN_RXVT = { PATH: process.env['PATH'], TERM: 'rxvt' };
const RXVT_CODES = ']777;notify;unspasm;Take the ice off now';
const KITTY_CODES = ']99;i=unspasm:p=body;Take the ice off now';

function notifierOn(env: Readonly<Record<string, string>>): Notifier {
  const notifier = findNotifier(env, 'linux');
  if (typeof notifier === 'string') throw new Error(notifier);
  return notifier;
}

/** Begins with ice, and waits until its alarm sounds. */
async function alarmed(seat: Seat): Promise<Seat> {
  await seat.terminal.waitFor('Get the ice ready');
  await seat.press('enter');
  await seat.clock.seconds(601);
  await seat.terminal.waitFor('TAKE THE ICE');
  return seat;
}

withPrograms(DESKTOP_PROGRAMS, 'notify-send over a session bus', () => {
  test('shows the alarm of a session, and takes it away when it is answered', async ({ someone }) => {
    const { env, shown, history } = await startDesktop();
    const anna = someone();
    const seat = await alarmed(anna.sit(ICE, { ownProcess: true, env: { ...env, ...IN_KITTY, HOME: anna.home } }));
    await until(() => shown() === 1, 'a notification');
    // Those that follow take its place; each needs a moment until it has its button.
    for (const seconds of [20, 40]) {
      await seat.clock.seconds(seconds);
      await pause(1_000);
      expect(shown()).toBe(1);
    }
    await seat.press('enter');
    await until(() => shown() === 0, 'no notification');
    await until(() => !running(`HOME=${anna.home}`).includes('notify-send'), 'notify-send ends');
    expect(seat.terminal.output()).not.toContain(']99;');
    expect(history()[0]).toEqual({
      summary: 'unspasm',
      body: expect.stringMatching(/^Take the ice off now/) as string,
    });
  });

  test('has a button that answers the alarm of a session in the background', async ({ someone }) => {
    const { env, shown, choose, history } = await startDesktop();
    const anna = someone();
    const { clock, pid } = await anna.starts(ICE, { ...env, HOME: anna.home });
    await anna.does(['done']);
    await clock.tick(600_050);
    await until(() => {
      choose("it's off");
      return anna.shown()['state'] === undefined;
    }, 'the end of the session');
    await until(() => !isAlive(pid), 'the end of its process');
    expect(anna.session()).toMatchObject({ minutes: 10, ended: 'done' });
    await until(() => shown() === 0, 'no notification');
    expect(running(`HOME=${anna.home}`)).toEqual([]);
    const bodies = history().map(({ body }) => body);
    expect(bodies).toContainEqual(
      expect.stringMatching(/^Take the ice off now.* When it is off, run: unspasm done\.$/),
    );
  });

  test('shows every letter as it is', async () => {
    const { env, closeAll, history } = await startDesktop();
    const body = '<b>5 & 6</b> \\n "é" ☃ -- --wait &lt;';
    expect(await notifierOn(env).show({ title: '--urgency=low', body, urgent: false })).toBe(true);
    closeAll();
    // The history has the markup that was given.
    const markup = body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    expect(history()).toEqual([{ summary: '--urgency=low', body: markup }]);
  });

  test('has buttons', async () => {
    const { env, choose, closeAll } = await startDesktop();
    const chosen: string[] = [];
    const actions = ['It is off', 'Later'].map((label) => ({ label, chosen: () => void chosen.push(label) }));
    const notifier = notifierOn(env);
    await notifier.show({ title: 'unspasm', body: 'Take the ice off now.', urgent: true, actions });
    await until(() => {
      choose('Later');
      return chosen.length > 0;
    }, 'the button');
    expect(chosen).toEqual(['Later']);
    notifier.stop();
    closeAll();
  });

  test('shows nothing without a daemon, and the terminal does', async ({ someone }) => {
    const env = { ...IN_KITTY, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' };
    const seat = await alarmed(someone().sit(ICE, { ownProcess: true, env }));
    await until(() => seat.terminal.output().includes(KITTY_CODES), 'its codes');
  });
});

/** The program in tmux, whose server is started for it, in a terminal that says it is rxvt. */
function inTmux(person: Someone, passthrough: string): Seat {
  const config = join(person.home, 'tmux.conf');
  writeFileSync(config, `set -g allow-passthrough ${passthrough}\nset -g default-terminal tmux-256color\n`);
  const command = [
    toolPath('tmux'),
    '-S',
    tmuxSocket(person.home),
    '-f',
    config,
    'new-session',
    ...builtProgram,
  ] as const;
  return person.sit(ICE, { command, env: IN_RXVT });
}

withPrograms(['tmux'], 'the notification of the terminal through tmux', () => {
  test('reaches the terminal where tmux passes it on', async ({ someone }) => {
    const seat = await alarmed(inTmux(someone(), 'on'));
    await until(() => seat.terminal.output().includes(RXVT_CODES), 'its codes');
  });

  test('is not written where tmux drops it', async ({ someone }) => {
    const seat = await alarmed(inTmux(someone(), 'off'));
    await pause(3_000);
    expect(seat.terminal.output()).not.toContain(']777;');
  });
});

withPrograms(['zsh', 'fish'], 'a hook', () => {
  test.for([
    ['zsh', `read -r line; [[ $line == *'"event":"start"'* ]] && print -r -- zsh > $HOME/told`],
    ['fish', `read line; string match -q '*"event":"start"*' $line; and echo fish > $HOME/told`],
  ] as const)('is a command of %s', async ([shell, hook], { someone }) => {
    const anna = someone();
    writeFileSync(anna.settings, JSON.stringify({ speech: false, hook }));
    const env = { PATH: process.env['PATH'], SHELL: toolPath(shell) };
    const seat = anna.sit([...ICE, '--quiet'], { ownProcess: true, env });
    await seat.terminal.waitFor('Get the ice ready');
    await seat.press('enter');
    const told = () => (existsSync(join(anna.home, 'told')) ? readFileSync(join(anna.home, 'told'), 'utf8') : '');
    await until(() => told() !== '', 'the hook');
    expect(told()).toBe(`${shell}\n`);
  });
});
