import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { fakeComputer } from '../../system/fake-programs.ts';
import { PATIENCE_MS } from '../harness/patience.ts';
import { HURRIED } from '../support/hurried.ts';
import { eventually, type Someone, test } from './person.ts';

/** What a hook read. */
interface Told {
  readonly schemaVersion: number;
  readonly event: string;
  readonly at: string;
  readonly text: string;
  readonly session: Readonly<Record<string, unknown>>;
  readonly resumed?: boolean;
  readonly repeats?: number;
  readonly ended?: string;
}

/** Somebody who has set a hook, which by default writes what it reads into a file. */
function hooked(person: Someone, hook = 'cat >> "$LOG"') {
  writeFileSync(person.settings, JSON.stringify({ speech: false, hook }));
  const { env, log } = fakeComputer({}, join(person.home, 'programs'));
  const told = () => log().map((line) => JSON.parse(line) as Told);
  const events = () =>
    told()
      .map(({ event }) => event)
      .join(' ');
  return { anna: person, env, told, events };
}

const ICE = ['ice', '--minutes', '10', '--no-keep-awake'];
const FAILED = 'Your hook failed (exit code 7). To read about hooks, run: unspasm help hook';

/** Ice that has just been put on. */
async function iceOn(person: Someone, hook?: string, more: readonly string[] = []) {
  const { anna, env, told, events } = hooked(person, hook);
  const seat = anna.sit([...ICE, ...more], { ownProcess: true, env });
  await seat.terminal.waitFor('Get the ice ready');
  await seat.press('enter');
  await seat.terminal.waitFor('Put the ice where it hurts');
  return { anna, seat, told, events };
}

describe.concurrent('a hook', () => {
  test('is told about all that happens, also with --quiet and --no-save', async ({ someone }) => {
    const { seat, told, events } = await iceOn(someone(), undefined, ['--quiet', '--no-save']);
    const { clock, press } = seat;
    // Two events of one moment have a process each, and either may write first.
    const sorted = () => events().split(' ').toSorted().join(' ');
    await eventually(events, 'start');
    await clock.seconds(301);
    await eventually(sorted, 'check half start');
    await clock.seconds(300);
    await eventually(sorted, 'alarm check half start');
    await clock.seconds(20);
    await eventually(sorted, 'alarm alarm check half start');
    await press('enter');
    await eventually(sorted, 'alarm alarm check end half start');
    const named = (wanted: string) => told().filter(({ event }) => event === wanted);
    const [[start], [check], [alarm, again], [end]] = ['start', 'check', 'alarm', 'end'].map(named) as [
      Told[],
      Told[],
      Told[],
      Told[],
    ];
    expect(start).toMatchObject({ schemaVersion: 1, resumed: false });
    expect(start!.text).toMatch(/^Ice: Ice on \(10 minutes, until [^)]+\)\. Put the ice where it hurts/);
    expect(start!.session).toMatchObject({
      therapy: 'ice',
      name: 'Ice',
      state: 'running',
      secondsLeft: 600,
      step: { number: 2, of: 2, kind: 'apply', title: 'Ice on' },
      saved: false,
    });
    const minutes = (Date.parse(check!.at) - Date.parse(start!.at)) / 60_000;
    expect(Math.round(minutes)).toBe(5);
    expect(check).toMatchObject({
      needsAnswer: false,
      text: expect.stringMatching(/^Ice: Look at your skin\./) as string,
    });
    expect(alarm).toMatchObject({ repeats: 0, text: expect.stringMatching(/^Ice: Take the ice off now/) as string });
    expect(again).toMatchObject({ repeats: 1 });
    expect(end).toMatchObject({ ended: 'done', text: 'Ice: Done.', session: { state: 'over' } });
  });

  test('is told that Ctrl-C has stopped it', async ({ someone }) => {
    const { seat, told, events } = await iceOn(someone());
    await eventually(events, 'start');
    seat.terminal.press('ctrl+c');
    await eventually(events, 'start end');
    expect(told()[1]).toMatchObject({ ended: 'stopped', session: { saved: true } });
  });

  test.for(['SIGTERM', 'SIGHUP'] as const)('is told that %s has interrupted it', async (signal, { someone }) => {
    const { seat, told, events } = await iceOn(someone());
    await eventually(events, 'start');
    await seat.terminal.signal(signal);
    await seat.terminal.exited();
    await eventually(events, 'start end');
    expect(told()[1]).toMatchObject({ ended: 'interrupted', text: 'Ice: Interrupted.' });
  });

  test('is told the same about a session in the background', async ({ someone }) => {
    const { anna, env, told, events } = hooked(someone());
    const { clock } = await anna.starts(['ice', '--minutes', '10', '--no-keep-awake'], env);
    expect(await anna.does(['done'])).toMatch(/^Ice on/);
    await eventually(events, 'start');
    await clock.minutes(2);
    await anna.does(['stop']);
    await eventually(events, 'start end');
    expect(told()[1]).toMatchObject({ ended: 'stopped', session: { therapy: 'ice', saved: true } });
  });

  test('is told nothing about a session that was left before it began', async ({ someone }) => {
    const { anna, env, told } = hooked(someone());
    const { terminal, press } = anna.sit(ICE, { ownProcess: true, env });
    await terminal.waitFor('Get the ice ready');
    await press('q');
    await terminal.exited();
    expect(told()).toEqual([]);
  });

  test('that hangs delays nothing', async ({ someone }) => {
    const { seat } = await iceOn(someone(), 'sleep 600');
    await seat.clock.seconds(601);
    await seat.terminal.waitFor('TAKE THE ICE OFF NOW');
  });

  test('that fails is named once, and the session goes on', async ({ someone }) => {
    const { seat } = await iceOn(someone(), 'exit 7');
    const screen = () => seat.terminal.screen().replaceAll(/\s+/g, ' ');
    // The hook takes real time, so hardly any goes by in the session meanwhile.
    for (const latest = performance.now() + PATIENCE_MS; performance.now() < latest;) {
      await seat.clock.tick(200);
      await seat.settled();
      if (screen().includes('Your hook')) break;
    }
    expect(screen()).toContain(FAILED);
    await seat.clock.seconds(46);
    await seat.settled();
    expect(screen()).not.toContain('Your hook');
    await seat.clock.seconds(560);
    await seat.terminal.waitFor('TAKE THE ICE OFF NOW');
    await seat.settled();
    expect(screen()).not.toContain('Your hook');
  });

  test('that fails is named once, in lines', async ({ someone }) => {
    const { anna, env } = hooked(someone(), 'exit 7');
    const { code, stderr } = await anna.run(['stretch', 'childs-pose', '--no-keep-awake'], { env, clock: HURRIED });
    expect(code).toBe(0);
    // A hurried session may be over before its first hook has failed.
    expect(['', `unspasm: ${FAILED} `]).toContain(stderr.replaceAll(/\s+/g, ' '));
  });
});
