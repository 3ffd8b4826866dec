import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ignoreErrors } from '../errors.ts';
import { ownValue } from '../text/own-value.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { FILE_MODE, makePrivateFolder } from './private-files.ts';
import { replaceFile } from './replace-file.ts';
import { namesIn } from './lenient-files.ts';

/** Whether the program has never introduced itself, as far as it knows. */
export function isFirstRun(stateFolder: string): boolean {
  return !existsSync(join(stateFolder, 'welcomed'));
}

/** Remembers that the program has introduced itself. Where nothing can be written, it will do so again. */
export function markWelcomed(stateFolder: string): void {
  ignoreErrors(() => {
    if (isFirstRun(stateFolder)) replaceFile(join(stateFolder, 'welcomed'), '');
  });
}

/** What the user answered to the cautions of a therapy. */
export interface CautionsAnswer {
  /** What was asked, and what of it applied, by id. */
  readonly asked: readonly string[];
  readonly marked: readonly string[];
  /** When, in milliseconds since 1970. */
  readonly at: number;
}

/** Answers that needn't be given twice. They are about health, so only the owner may read the files. */
export interface AnswerStore {
  readonly cautions: (therapy: string) => CautionsAnswer | undefined;
  /** Where nothing can be written, the question will be asked again. */
  readonly rememberCautions: (therapy: string, answer: CautionsAnswer) => void;
  /** When the weekly questions were last declined, in milliseconds since 1970. */
  readonly declined: () => number | undefined;
  readonly rememberDeclined: (at: number) => void;
  /** The day on which the check-in was last asked, as an ISO date. */
  readonly checkInAsked: () => string | undefined;
  readonly rememberCheckInAsked: (date: string) => void;
  /** What was said about somebody's health, as it was saved. */
  readonly profile: () => unknown;
  readonly rememberProfile: (profile: object) => void;
  /** The warning-sign check that was left in the middle, as it was saved. */
  readonly unfinishedCheck: () => unknown;
  readonly rememberCheck: (check: object) => void;
  readonly forgetCheck: () => void;
  /** When somebody is reminded to exercise, as it was saved. */
  readonly reminder: () => unknown;
  /** @param reminder undefined to forget it */
  readonly rememberReminder: (reminder: object | undefined) => void;
  /** The ids of the entries whose words haven't been read for warning signs yet. */
  readonly unread: () => readonly string[];
  readonly markUnread: (id: string) => void;
  readonly markRead: (id: string) => void;
}

/** The answers in a state folder. Each file is read when it is needed. */
export function openAnswerStore(stateFolder: string): AnswerStore {
  const cautions = join(stateFolder, 'cautions.json');
  const offers = join(stateFolder, 'offers.json');
  const profile = join(stateFolder, 'profile.json');
  const checks = join(stateFolder, 'unfinished-check.json');
  const unread = join(stateFolder, 'unread');
  return {
    cautions: (therapy) => {
      const answer = ownValue(readNotes<CautionsAnswer>(cautions), therapy);
      if (!Array.isArray(answer?.asked) || !Array.isArray(answer.marked)) return undefined;
      return { ...answer, at: typeof answer.at === 'number' ? answer.at : 0 };
    },
    rememberCautions: (therapy, answer) => addNote(cautions, therapy, answer),
    declined: () => {
      const { peg } = readNotes<unknown>(offers);
      return typeof peg === 'number' ? peg : undefined;
    },
    rememberDeclined: (at) => addNote(offers, 'peg', at),
    checkInAsked: () => {
      const { checkIn } = readNotes<unknown>(offers);
      return typeof checkIn === 'string' ? checkIn : undefined;
    },
    rememberCheckInAsked: (date) => addNote(offers, 'checkIn', date),
    profile: () => readNotes<unknown>(profile)['profile'],
    rememberProfile: (said) => addNote(profile, 'profile', said),
    unfinishedCheck: () => readNotes<unknown>(checks)['check'],
    rememberCheck: (check) => addNote(checks, 'check', check),
    // One that can't be removed is soon too old to be continued.
    forgetCheck: () => ignoreErrors(() => rmSync(checks, { force: true })),
    reminder: () => readNotes<unknown>(offers)['reminder'],
    rememberReminder: (reminder) => addNote(offers, 'reminder', reminder),
    unread: () => namesIn(unread),
    // A file for each entry, as several processes may be logging at once.
    markUnread: (id) => ignoreErrors(() => writeMark(unread, id)),
    markRead: (id) => ignoreErrors(() => rmSync(join(unread, id), { force: true })),
  };
}

function writeMark(folder: string, name: string): void {
  makePrivateFolder(folder);
  writeFileSync(join(folder, name), '', { mode: FILE_MODE });
}

function addNote(file: string, name: string, note: unknown): void {
  const add = () => replaceFile(file, JSON.stringify({ ...readNotes(file), [name]: note }));
  ignoreErrors(() => oneAtATime(file, add));
}

function readNotes<T>(file: string): Record<string, T | undefined> {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as Record<string, T | undefined> | null) ?? {};
  } catch {
    return {};
  }
}
