import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { entry } from '../../journal/lines.ts';
import { fakeComputer } from '../../system/fake-programs.ts';
import { isAlive } from '../harness/process-state.ts';
import { eventually, type Someone, test } from './person.ts';

const SHOWS = 'for word; do last=$word; done; echo "$last" >> "$LOG"; echo 7';
const MINUTE = 60_000;
/** A time of day, and late in the evening one of tomorrow. */
const MOMENT = String.raw`(?:\w+ \d+ \w+ \d\d:\d\d, tomorrow|\d\d:\d\d)`;

function equipped(person: Someone, programs: Readonly<Record<string, string>> = { 'notify-send': SHOWS }) {
  const { env, log } = fakeComputer(programs, join(person.home, 'programs'));
  return { env: { ...env, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' }, log };
}

/** Ice that ended so many minutes ago, for ten minutes. */
function iced(person: Someone, minutesAgo: number): Someone {
  const at = new Date(Date.now() - (minutesAgo + 10) * MINUTE).toISOString();
  return person.keeps([entry(at, { kind: 'session', therapy: 'ice', minutes: 10, planned: 10, ended: 'done' })]);
}

const fileOf = (person: Someone) => join(person.state, 'reminders', 'ice.json');

interface Reminders {
  readonly reminders: readonly { readonly therapy: string; readonly at: string }[];
}

describe.concurrent('unspasm remind ice', () => {
  test('waits in a process of its own, which status shows and off ends', async ({ someone }) => {
    const anna = iced(someone(), 30);
    const options = { env: equipped(anna).env, ownProcess: true };
    expect(await anna.does(['remind'], options)).toBe('No reminder is set.\n');
    const said = await anna.does(['remind', 'ice'], options);
    const { pid } = JSON.parse(readFileSync(fileOf(anna), 'utf8')) as { pid: number };
    try {
      expect(said).toMatch(new RegExp(`^Reminder set for ${MOMENT}, when you can use ice again\\. To cancel it`));
      expect(isAlive(pid)).toBe(true);
      expect(await anna.does(['status'])).toMatch(/^No session in progress\.\nReminder set for/);
      const { reminders } = await anna.document<Reminders>(['remind']);
      expect(reminders).toMatchObject([{ therapy: 'ice' }]);
      expect(Date.parse(reminders[0]!.at) - Date.now()).toBeGreaterThan(80 * MINUTE);
    } finally {
      expect(await anna.does(['remind', 'off'])).toBe('You will not be reminded.\n');
    }
    await eventually(() => isAlive(pid), false);
    expect(existsSync(fileOf(anna))).toBe(false);
    expect(await anna.does(['remind', 'off'])).toBe('No reminder was set.\n');
  });

  test.for([
    [
      'ice may be used now',
      200,
      { 'notify-send': SHOWS },
      1,
      'your journal shows no reason to wait before you use ice',
    ],
    ['nothing can show it', 30, {}, 1, "no reminder could be shown: notify-send isn't installed"],
  ] as const)('sets nothing where %s', async ([, ago, programs, code, why], { someone }) => {
    const anna = iced(someone(), ago);
    const ended = await anna.run(['remind', 'ice'], { env: equipped(anna, programs).env, ownProcess: true });
    expect([ended.code, ended.stdout]).toEqual([code, '']);
    expect(ended.stderr).toContain(`unspasm: ${why}`);
    expect(existsSync(fileOf(anna))).toBe(false);
  });

  test('sets nothing where it can’t be saved, and says why at once', async ({ someone }) => {
    const anna = iced(someone(), 30);
    mkdirSync(anna.state, { recursive: true });
    writeFileSync(join(anna.state, 'reminders'), '');
    const { code, stdout, stderr } = await anna.run(['remind', 'ice'], { env: equipped(anna).env, ownProcess: true });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^unspasm: the reminder couldn't be set: .+\n {2}check that the disk has room/);
  });

  test('refuses what has no waiting time', async ({ someone }) => {
    const { code, stderr } = await someone().run(['remind', 'walk']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('use one of these: ice, heat, off')]);
  });
});

/** The process of a reminder for this many minutes later, with a stepped clock. */
async function waiting(person: Someone, count: number) {
  const { env, log } = equipped(person);
  const variables = { ...env, UNSPASM_STEPPED_CLOCK_OF_COPY: join(person.home, 'clock-1') };
  const { clock, terminal } = person.sit(['__remind', 'ice', String(Date.now() + count * MINUTE)], {
    env: variables,
    ownProcess: true,
  });
  await eventually(() => existsSync(fileOf(person)), true);
  return { clock, terminal, log };
}

describe.concurrent('the process of a reminder', () => {
  test('shows it when the time has come, and ends', async ({ someone }) => {
    const anna = iced(someone(), 90);
    const { clock, terminal, log } = await waiting(anna, 30);
    await clock.minutes(25);
    expect(log()).toEqual([]);
    // No further: the time that the program may take is stepped, too, and the program is a real one.
    await clock.tick(5 * MINUTE + 50);
    await eventually(() => log().length > 0, true);
    expect(log()[0]).toMatch(/^You can use ice again now, .*\. To start, run: unspasm ice$/);
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    expect(existsSync(fileOf(anna))).toBe(false);
  });

  test('shows nothing if ice was used again meanwhile', async ({ someone }) => {
    const anna = iced(someone(), 20);
    const { clock, terminal, log } = await waiting(anna, 30);
    await clock.minutes(31);
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    expect(log()).toEqual([]);
  });

  test('shows it after the computer was asleep, but not half a day later', async ({ someone }) => {
    for (const [asleep, shown] of [
      [60, 1],
      [9 * 60, 0],
    ] as const) {
      const anna = iced(someone(), 90);
      const { clock, terminal, log } = await waiting(anna, 30);
      await clock.sleep(asleep * MINUTE);
      await clock.tick(MINUTE + 50);
      expect(await terminal.exited()).toEqual({ code: 0, signal: null });
      expect(log()).toHaveLength(shown);
    }
  });
});

/** Ice to its end, and all that is asked after it but the last. */
async function untilTheEnd(person: Someone, programs?: Readonly<Record<string, string>>) {
  const { env } = equipped(person, programs);
  const options = { env: { ...env, ACCESSIBLE: '1' }, ownProcess: true };
  const { terminal, clock } = person.sit(['ice', '--minutes', '10'], options);
  await terminal.waitFor('Type a letter, then press Enter');
  terminal.type('\r');
  await terminal.waitFor('Ice on (');
  await clock.minutes(15);
  await terminal.waitFor('Take the ice off now');
  terminal.type('\r');
  await terminal.waitFor('When did you take it off?');
  terminal.type('1\r');
  await terminal.waitFor('And your pain now, 0 to 10?');
  terminal.type('-\r');
  return { terminal };
}

describe.concurrent('at the end of ice', () => {
  test('a reminder is offered, set, and taken back', async ({ someone }) => {
    const anna = someone();
    const { terminal } = await untilTheEnd(anna);
    await terminal.waitFor('What next?');
    expect(terminal.output()).toMatch(new RegExp(`set a reminder for ${MOMENT}`));
    terminal.type('r\r');
    try {
      await terminal.waitFor(new RegExp(`Reminder set for ${MOMENT},\\s+when you can use ice again`));
      expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    } finally {
      await anna.run(['remind', 'off']);
    }
  });

  test('nothing is set for somebody who is done', async ({ someone }) => {
    const anna = someone();
    const { terminal } = await untilTheEnd(anna);
    await terminal.waitFor('What next?');
    terminal.type('\r');
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    expect(existsSync(fileOf(anna))).toBe(false);
  });

  test('it is not offered where nothing can show it', async ({ someone }) => {
    const { terminal } = await untilTheEnd(someone(), {});
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    expect(terminal.output()).not.toContain('What next?');
    expect(terminal.output()).toMatch(/You can use ice again from/);
  });
});
