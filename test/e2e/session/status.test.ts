import { readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect } from 'vitest';
import { called } from '../harness/renamed.ts';
import { OFFSET } from '../harness/midday.ts';
import { eventually, test, type Seat } from './person.ts';

async function iceOn({ terminal, press }: Seat): Promise<void> {
  await terminal.waitFor('Get the ice ready');
  await press('enter');
  await terminal.waitFor('Ice on');
}

interface StatusDocument {
  readonly running: readonly { endsAt: string; startedAt: string }[];
}

describe.concurrent('while a session runs', () => {
  test('status says it in one line, and as a document', async ({ someone }) => {
    const anna = someone();
    const seat = anna.sit(['ice', '--minutes', '20'], { ownProcess: true });
    await iceOn(seat);
    const later = { env: anna.clock(10 + 1 / 60).env };
    expect(await anna.does(['status'], later)).toMatch(/^Ice: 10:00 left, ends \d\d:\d\d \(Ice on\)\n$/);
    const status = await anna.document<StatusDocument>(['status'], later);
    expect(status).toMatchObject({
      schemaVersion: 1,
      running: [
        {
          pid: await seat.terminal.pid(),
          therapy: 'ice',
          name: 'Ice',
          state: 'running',
          secondsLeft: 600,
          step: { number: 2, of: 2, kind: 'apply', title: 'Ice on' },
        },
      ],
      cutOff: [],
    });
    expect(status.running[0]!.endsAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:00$/);
    expect(status.running[0]!.endsAt.endsWith(OFFSET)).toBe(true);
  });

  test('status knows it, whatever the network calls the computer meanwhile', async ({ someone }) => {
    const anna = someone();
    await iceOn(anna.sit(['ice', '--minutes', '20']));
    expect(await anna.does(['status'], called('elsewhere.local'))).toMatch(/^Ice: \d+:\d\d left/);
  });

  test('status says that it is paused', async ({ someone }) => {
    const anna = someone();
    const seat = anna.sit(['stretch', 'cat-cow']);
    await seat.terminal.waitFor('Onto hands and knees');
    // It is saved once it is on the screen.
    await eventually(() => anna.shown()['state'], 'ready');
    expect(await anna.does(['status'])).toMatch(/^Cat-cow: \d:\d\d left, not started \(Onto hands and knees\)\n$/);
    await seat.press('p');
    await seat.terminal.waitFor('space pause');
    await seat.press('p');
    await seat.terminal.waitFor('Paused:');
    expect(await anna.does(['status'])).toMatch(/^Cat-cow: \d:\d\d left, paused \(Onto hands and knees\)\n$/);
    expect(await anna.document(['status'])).toMatchObject({ running: [{ state: 'paused', endsAt: null }] });
  });

  test('only its owner can read its file', async ({ someone }) => {
    const anna = someone();
    await iceOn(anna.sit(['ice', '--minutes', '20']));
    const folder = join(anna.state, 'sessions');
    const files = readdirSync(folder).map((name) => join(folder, name));
    expect(files.map((file) => extname(file))).toEqual(['.claim', '.json']);
    const paths = [folder, ...files, join(anna.state, 'session')];
    expect(paths.map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600, 0o600, 0o600]);
  });
});

describe.concurrent('when none runs', () => {
  test('status says so', async ({ someone }) => {
    const anna = someone();
    expect(await anna.does(['status'])).toBe('No session in progress.\n');
    expect(await anna.document(['status'])).toEqual({ schemaVersion: 1, running: [], cutOff: [], reminders: [] });
  });
});
