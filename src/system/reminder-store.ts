import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ignoreErrors } from '../errors.ts';
import { readReminder, type Reminder } from '../sessions/core/reminder.ts';
import { processSign } from './computer.ts';
import { makePrivateFolder } from './private-files.ts';
import { checkWritable, replaceFile } from './replace-file.ts';
import { namesIn } from './lenient-files.ts';

/** The reminders that are set: a file for each therapy. */
export interface ReminderStore {
  /** Those whose process still waits, the earliest first. */
  readonly all: () => Reminder[];
  /** Tries whether a reminder could be saved. @throws Error where nothing can be written */
  readonly check: () => void;
  /** Makes this process the one that waits, in place of another one. @throws Error where nothing can be written */
  readonly begin: (reminder: Pick<Reminder, 'therapy' | 'at'>) => void;
  /** Whether this process is still the one that waits. */
  readonly isOwn: (therapy: string) => boolean;
  /** Ends the reminder of this process. */
  readonly end: (therapy: string) => void;
  /** Takes a reminder back, and ends its process. */
  readonly remove: (reminder: Reminder) => void;
}

const ID = /^[a-z0-9-]+$/;

/** The store in the state folder. */
export function openReminderStore(stateFolder: string): ReminderStore {
  const folder = join(stateFolder, 'reminders');
  const fileOf = (therapy: string) => join(folder, `${therapy}.json`);
  const sign = (pid: number) => processSign(pid, stateFolder);
  const isOwn = (therapy: string) => {
    const stored = read(fileOf(therapy));
    return stored?.pid === process.pid && stored.process === sign(process.pid);
  };
  const isWaiting = (one: Reminder) => sign(one.pid) === one.process;
  return {
    all: () =>
      namesIn(folder)
        .filter((name) => name.endsWith('.json'))
        .flatMap((name) => read(join(folder, name)) ?? [])
        .filter(isWaiting)
        .toSorted((a, b) => a.at - b.at),
    check: () => checkWritable(folder),
    begin: ({ therapy, at }) => {
      if (!ID.test(therapy)) throw new Error(`"${therapy}" isn't the id of a therapy`);
      makePrivateFolder(folder);
      const former = read(fileOf(therapy));
      const reminder: Reminder = { therapy, at, pid: process.pid, process: sign(process.pid) ?? '' };
      replaceFile(fileOf(therapy), JSON.stringify(reminder));
      if (former && former.pid !== process.pid && isWaiting(former)) endProcess(former);
    },
    isOwn,
    end: (therapy) => {
      if (isOwn(therapy)) ignoreErrors(() => rmSync(fileOf(therapy), { force: true }));
    },
    remove: (reminder) => {
      ignoreErrors(() => rmSync(fileOf(reminder.therapy), { force: true }));
      endProcess(reminder);
    },
  };
}

// Without its file it would end by itself, at its next look.
function endProcess({ pid }: Reminder): void {
  ignoreErrors(() => process.kill(pid, 'SIGTERM'));
}

function read(file: string): Reminder | undefined {
  try {
    return readReminder(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
