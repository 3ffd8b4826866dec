import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { eventually, type Someone, test } from '../session/person.ts';

const fileOf = (person: Someone) => join(person.state, 'breaks.json');

/** Breaks on a screen, until the first one is due. */
async function untilDue(person: Someone, args: string[] = [], options = {}) {
  const seat = person.sit(['breaks', ...args], options);
  await seat.terminal.waitFor('to the next break');
  await seat.clock.minutes(31);
  await seat.terminal.waitFor('Time to get up');
  return seat;
}

describe.concurrent('breaks on a screen', () => {
  test('show the time to the next one, then a move with its figure, and what was done is saved', async ({
    someone,
  }) => {
    const anna = someone();
    const seat = await untilDue(anna);
    expect(seat.terminal.screen()).toMatch(/A few steps\. Get up and walk a few steps/);
    expect(seat.terminal.screen()).toMatch(/▄▄▄▄▄▄▄▄[\s\S]*Enter done {3}s later {3}q stop {3}k skip/);
    expect(seat.bells()).toBe(1);
    await seat.press('enter');
    await seat.terminal.waitFor('1 break today');
    expect(anna.entries()).toMatchObject([{ kind: 'break', moves: ['steps'] }]);
    await seat.press('q');
    expect(await seat.terminal.exited()).toEqual({ code: 0, signal: null });
    expect(existsSync(fileOf(anna))).toBe(false);
    expect(await anna.does(['breaks', 'status'])).toBe(
      'Breaks are off. To start them, run: unspasm breaks\n1 break today.\n',
    );
  });

  test('come as often as asked for', async ({ someone }) => {
    const anna = someone();
    const seat = anna.sit(['breaks', '--every', '45m']);
    await seat.terminal.waitFor('Breaks every 45 minutes');
    await seat.clock.minutes(44);
    expect(seat.terminal.screen()).not.toContain('Time to get up');
    await seat.clock.minutes(2);
    await seat.terminal.waitFor('Time to get up');
  });

  test('take their length and quiet hours from the settings', async ({ someone }) => {
    const anna = someone();
    await anna.does(['config', 'set', 'breaks-every', '60']);
    await anna.does(['config', 'set', 'quiet-hours', '0:00-23:59']);
    const seat = anna.sit(['breaks']);
    await seat.terminal.waitFor('Breaks every 60 minutes');
    await seat.clock.minutes(61);
    await seat.terminal.waitFor('These are your quiet hours.');
    expect(seat.bells()).toBe(0);
  });

  test('follow settings that are changed while they are on', async ({ someone }) => {
    const anna = someone();
    const seat = anna.sit(['breaks']);
    await seat.terminal.waitFor('Breaks every 30 minutes');
    await anna.does(['config', 'set', 'quiet-hours', '0:00-23:59']);
    await seat.clock.minutes(31);
    await seat.terminal.waitFor('These are your quiet hours.');
    expect(seat.bells()).toBe(0);
    await anna.does(['config', 'reset', 'quiet-hours']);
    await seat.clock.minutes(31);
    await seat.terminal.waitFor('Time to get up');
  });

  test('show all their keys, as every screen does', async ({ someone }) => {
    const seat = await untilDue(someone());
    await seat.press('?');
    await seat.terminal.waitFor(/Enter, space or d {2}I got up and moved[^]*\? or Esc {2}close this list[^]*all keys/);
    for (const row of ['s  put the break off', 'k  skip this break', 'q or Esc  stop the breaks'])
      expect(seat.terminal.screen()).toContain(row);
    await seat.press('escape');
    await seat.terminal.waitFor(/▄▄▄▄▄▄▄▄/);
    await seat.press('escape');
    expect(await seat.terminal.exited()).toEqual({ code: 0, signal: null });
  });

  test('need no more rows than there are', async ({ someone }) => {
    const anna = someone();
    const seat = await untilDue(anna, [], { columns: 40, rows: 12 });
    const rows = seat.terminal.screen().split('\n');
    expect(rows[0]).toMatch(/^ Time to get up/);
    expect(rows.at(-1)).toMatch(/^ Enter done {2,3}s later/);
    await seat.resized(80, 24);
    expect(seat.terminal.screen().split('\n').at(-1)).toMatch(/q stop/);
  });
});

describe.concurrent('from another terminal', () => {
  test('status says when, and what is due', async ({ someone }) => {
    const anna = someone();
    const seat = anna.sit(['breaks']);
    await seat.terminal.waitFor('to the next break');
    expect(await anna.does(['breaks', 'status'])).toMatch(
      /^Breaks are on, every 30 minutes\. The next one is due at \d\d:\d\d\.\n$/,
    );
    await seat.clock.minutes(31);
    await seat.terminal.waitFor('Time to get up');
    expect(await anna.document(['breaks', 'status'])).toMatchObject({
      schemaVersion: 1,
      on: true,
      everyMinutes: 30,
      due: { move: 'steps', name: 'A few steps' },
      doneToday: 0,
    });
    const said = await anna.does(['breaks', 'status']);
    expect(said).toMatch(/^A break is due\. A few steps: /);
    expect(said).toMatch(/Figure: A person walking upright/);
  });

  test('a break is later, answered and skipped; the screen follows', async ({ someone }) => {
    const anna = someone();
    const seat = await untilDue(anna);
    const later = { env: anna.clock(31).env };
    expect(await anna.does(['breaks', 'snooze', '10m'], later)).toMatch(/^Put off until \d\d:\d\d\.\n$/);
    await seat.clock.seconds(20);
    await seat.terminal.waitFor('to the next break');
    await seat.clock.minutes(11);
    await seat.terminal.waitFor('Heels up and down');
    expect(await anna.does(['breaks', 'done'], { env: anna.clock(43).env })).toMatch(
      /^Done\. 1 break today\. The next/,
    );
    await seat.clock.seconds(20);
    await seat.terminal.waitFor('1 break today');
    expect(anna.entries()).toMatchObject([{ kind: 'break', moves: ['heel-raises'] }]);
    const again = await anna.run(['breaks', 'skip'], { env: anna.clock(44).env });
    expect(again).toMatchObject({ code: 1, stdout: '' });
    expect(again.stderr).toMatch(/^unspasm: no break is due\. The next one is due at \d\d:\d\d\.\n/);
  });

  test('a break is skipped, and nothing is saved', async ({ someone }) => {
    const anna = someone();
    await untilDue(anna);
    expect(await anna.does(['breaks', 'skip'], { env: anna.clock(31).env })).toMatch(
      /^Skipped\. The next one is due at \d\d:\d\d\.\n$/,
    );
    expect(anna.entries()).toEqual([]);
  });

  test('a second start is refused, and the first goes on', async ({ someone }) => {
    const anna = someone();
    const seat = anna.sit(['breaks']);
    await seat.terminal.waitFor('to the next break');
    const { code, stderr } = await anna.run(['breaks']);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^unspasm: breaks are on already\. The next one is due at \d\d:\d\d\.\n {2}to stop them, run: unspasm breaks stop\n$/,
    );
    expect(await anna.does(['breaks', 'status'])).toMatch(/^Breaks are on/);
  });

  test('they are stopped, and the terminal is restored', async ({ someone }) => {
    const anna = someone();
    const seat = anna.sit(['breaks'], { ownProcess: true });
    await seat.terminal.waitFor('to the next break');
    expect(await anna.does(['breaks', 'stop'])).toBe('Breaks are off.\n');
    expect(await seat.terminal.exited()).toEqual({ code: null, signal: 'SIGTERM' });
    expect(existsSync(fileOf(anna))).toBe(false);
    expect(await anna.run(['breaks', 'stop'])).toMatchObject({ code: 1 });
  });

  test('a window that is closed ends them', async ({ someone }) => {
    const anna = someone();
    const seat = anna.sit(['breaks'], { ownProcess: true });
    await seat.terminal.waitFor('to the next break');
    await seat.terminal.signal('SIGHUP');
    await eventually(() => existsSync(fileOf(anna)), false);
    expect(await anna.document(['breaks', 'status'])).toMatchObject({ on: false });
  });

  test('what a process left that was killed is no break', async ({ someone }) => {
    const anna = someone();
    const seat = anna.sit(['breaks'], { ownProcess: true });
    await seat.terminal.waitFor('to the next break');
    await seat.terminal.signal('SIGKILL');
    await seat.terminal.exited();
    expect(existsSync(fileOf(anna))).toBe(true);
    expect(await anna.document(['breaks', 'status'])).toMatchObject({ on: false });
    const again = anna.sit(['breaks']);
    await again.terminal.waitFor('to the next break');
  });
});

describe.concurrent('breaks as lines', () => {
  test('say each break once, and take a typed word', async ({ someone }) => {
    const anna = someone();
    const { terminal, clock } = anna.sit(['breaks'], { env: { ACCESSIBLE: '1' } });
    await terminal.waitFor('Type a word, then press Enter: done, snooze, skip, or stop.');
    await clock.minutes(31);
    await terminal.waitFor('time to get up. A few steps: Get up');
    await terminal.waitFor('Figure: A person walking upright');
    terminal.type('what\r');
    await terminal.waitFor(/Type a word[\s\S]*Type a word/);
    terminal.type('done\r');
    await terminal.waitFor('Done. 1 break today.');
    expect(terminal.output()).not.toContain('\u001B');
    expect(terminal.output().split('time to get up')).toHaveLength(2);
    terminal.type('stop\r');
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
  });
});

describe.concurrent('what is wrong is said', () => {
  test.for([
    [['--every', '5m'], '--every can\'t be "5m"', 'from 10 minutes to 2 hours'],
    [['--every', 'often'], '--every can\'t be "often"', 'from 10 minutes to 2 hours'],
    [['snooze', '3h'], 'the length can\'t be "3h"', 'from 1 minute to an hour'],
  ] as const)('%s', async ([args, what, hint], { someone }) => {
    const { code, stdout, stderr } = await someone().run(['breaks', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`unspasm: ${what}\n  use a length ${hint}`);
  });

  test('somebody with a warning sign to check is told that first', async ({ someone }) => {
    const anna = someone();
    await anna.does(['log', '--note', "can't feel my left foot since this morning"]);
    for (const args of [['breaks'], ['breaks', '--background'], ['breaks', 'run']]) {
      const { code, stderr } = await anna.run(args);
      expect(code).toBe(1);
      expect(stderr).toContain(
        'unspasm: breaks wait until your warning signs have been dealt with\n  to see what to do, run: unspasm today\n',
      );
    }
    expect(existsSync(fileOf(anna))).toBe(false);
  });

  test('breaks that are off are neither done nor put off', async ({ someone }) => {
    for (const word of ['done', 'skip', 'snooze', 'stop']) {
      const { code, stderr } = await someone().run(['breaks', word, '--json']);
      expect(code).toBe(1);
      expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'breaks-off', message: 'breaks are off' } });
    }
  });
});
