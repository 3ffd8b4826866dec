import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/app/command.ts';
import type { Context } from '../../../src/app/context.ts';
import { command } from '../../../src/sessions/commands/status.ts';
import type { StoredSession } from '../../../src/sessions/core/stored-session.ts';
import type { Reminder } from '../../../src/sessions/core/reminder.ts';
import { content } from '../../content/data-files.ts';
import { inZone } from '../../journal/zone.ts';
import { therapyScript } from '../scripts.ts';
import { HOUR, MINUTE, Run } from '../stepping.ts';

inZone('UTC', { beforeAll, afterAll });

const ice = new Run(therapyScript('ice')).ready().lives(5 * MINUTE);
const stored: StoredSession = { v: 1, pid: 7, process: 'this one', session: ice.session, planned: 15 * MINUTE };

/** A reminder so many hours later. */
const inHours = (hours: number) => [{ therapy: 'ice', at: ice.now + hours * HOUR, pid: 7, process: 'x' }];

interface Found {
  readonly running?: readonly StoredSession[];
  readonly interrupted?: readonly StoredSession[];
  readonly reminders?: readonly Reminder[];
}

/** What the command answers on a computer with these sessions. */
async function answer({ running = [], interrupted = [], reminders = [] }: Found, { framed = true, later = 0 } = {}) {
  const sessionStore = { running: () => running, interrupted: () => interrupted };
  const context = {
    ports: () => Promise.resolve({ sessionStore, reminderStore: { all: () => reminders } }),
    content,
    now: () => new Date(ice.now + later),
    page: { framed },
  };
  const answered = await command.run({ args: [], options: {} }, context as unknown as Context);
  return answered as Answer;
}

describe('unspasm status', () => {
  it('names the session in progress, and for a screen reader its time in words', async () => {
    expect((await answer({ running: [stored] })).lines()).toEqual(['Ice: 10:00 left, ends 14:15 (Ice on)']);
    const read = await answer({ running: [stored] }, { framed: false });
    expect(read.lines()).toEqual(['Ice: 10 minutes left, ends 14:15 (Ice on)']);
  });

  it('names a session that was interrupted, until that is too long ago', async () => {
    expect((await answer({ interrupted: [stored] })).lines()).toEqual([
      'The session you started at 14:00 (Ice) was interrupted.',
    ]);
    const old = await answer({ interrupted: [stored] }, { later: 25 * HOUR });
    expect([old.lines(), old.document()]).toEqual([
      ['No session in progress.'],
      { running: [], cutOff: [], reminders: [] },
    ]);
  });

  it('says what somebody will be reminded of, and how to take that back', async () => {
    const answered = await answer({ reminders: inHours(2) });
    expect(answered.lines()).toEqual([
      'No session in progress.',
      'Reminder set for 16:05, when you can use ice again. To cancel it, run: unspasm remind off',
    ]);
    expect(answered.document()).toMatchObject({ reminders: [{ therapy: 'ice' }] });
    const late = (await answer({ reminders: inHours(11) })).lines().at(-1);
    expect(late).toMatch(/^Reminder set for Thu 19 Nov 01:05, tomorrow, when you can use ice again\. To cancel it/);
  });
});
