import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readReminder, type Reminder } from '../../src/sessions/core/reminder.ts';
import { processSign } from '../../src/system/computer.ts';
import { openReminderStore } from '../../src/system/reminder-store.ts';
import { isAlive } from '../e2e/harness/process-state.ts';
import { toolPath } from '../e2e/harness/tools.ts';
import { until } from './fake-programs.ts';
import { makePlaces, removeFolders } from './places.ts';

/** No process has this number: it is above the greatest that a kernel gives. */
const NOBODY = 2 ** 30;
const AT = Date.UTC(2026, 10, 30, 16);

afterEach(removeFolders);

function open() {
  const { state } = makePlaces();
  const file = (therapy: string) => join(state, 'reminders', `${therapy}.json`);
  return { state, file, store: openReminderStore(state) };
}

function left({ state, file }: ReturnType<typeof open>, pid: number, more: Partial<Reminder> = {}): Reminder {
  const reminder = { therapy: 'ice', at: AT, pid, process: processSign(pid, state) ?? 'ended', ...more };
  mkdirSync(join(state, 'reminders'), { recursive: true });
  writeFileSync(file(reminder.therapy), JSON.stringify(reminder));
  return reminder;
}

describe('a reminder', () => {
  it('is set while its process waits, the earliest first', () => {
    const place = open();
    expect(place.store.all()).toEqual([]);
    place.store.begin({ therapy: 'ice', at: AT });
    const heat = left(place, process.ppid, { therapy: 'heat', at: AT - 1 });
    expect(place.store.all()).toMatchObject([heat, { therapy: 'ice', at: AT, pid: process.pid }]);
    expect([place.store.isOwn('ice'), place.store.isOwn('heat')]).toEqual([true, false]);
    place.store.end('ice');
    place.store.end('heat');
    expect(place.store.all()).toEqual([heat]);
  });

  it('of a process that has ended is none', () => {
    const place = open();
    left(place, NOBODY);
    left(place, process.ppid, { therapy: 'heat', process: 'an earlier one' });
    writeFileSync(place.file('broken'), '{');
    expect(place.store.all()).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('that is taken back or set again ends the process that waits', async () => {
    for (const end of ['remove', 'begin'] as const) {
      const place = open();
      const child = spawn(toolPath('sleep'), ['60'], { stdio: 'ignore' });
      const reminder = left(place, child.pid!);
      if (end === 'remove') place.store.remove(reminder);
      else place.store.begin({ therapy: 'ice', at: AT + 1 });
      await until(() => !isAlive(child.pid!));
      expect(existsSync(place.file('ice'))).toBe(end === 'begin');
    }
  });

  it('has a file that only its name can choose', () => {
    const { store, file } = open();
    expect(() => store.begin({ therapy: '../settings', at: AT })).toThrow("isn't the id of a therapy");
    store.begin({ therapy: 'ice', at: AT });
    expect(readReminder(JSON.parse(readFileSync(file('ice'), 'utf8')))).toMatchObject({ therapy: 'ice', at: AT });
  });
});

it.each([
  null,
  5,
  [],
  {},
  { therapy: 1, at: 1, pid: 1, process: '' },
  { therapy: 'ice', at: '1', pid: 1, process: '' },
])('%j is no reminder', (value) => {
  expect(readReminder(value)).toBeUndefined();
});
