import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { ignoreErrors, OperationError, whyNotWritten } from '../errors.ts';
import type { Ended } from './ask-program.ts';
import { replaceFile } from './replace-file.ts';
import { textOf } from './lenient-files.ts';

/** What a timer changes on the computer, to be shown before it is changed. */
export interface TimerChange {
  /** What is changed: a file, or "your crontab". */
  readonly where: string;
  readonly text: string;
}

/** A scheduler that reads its timers from files. */
interface FileScheduler {
  /** The program that loads them. */
  readonly name: string;
  readonly load: () => Promise<Ended>;
  readonly remove: () => Promise<void>;
}

/** A file as it was before. */
interface FormerFile {
  readonly where: string;
  /** Undefined if there was none. */
  readonly text: string | undefined;
}

/**
 * Sets a reminder by files, in place of an earlier one. New times that are refused must not cost somebody the reminder
 * with the old ones, so that one is set again.
 * @throws OperationError where it fails; it says what is set now
 */
export async function setByFiles(
  changes: readonly TimerChange[],
  { name, load, remove }: FileScheduler,
): Promise<void> {
  const former = changes.map(({ where }) => ({ where, text: textOf(where) }));
  writeFiles(changes, former);
  const loaded = await load();
  if (loaded.code === 0) return;
  putBack(former);
  const hadOne = former.every(({ text }) => text !== undefined);
  if (hadOne && (await load()).code === 0) throw failed(name, loaded, '. The earlier reminder is still set');
  await remove();
  throw failed(name, loaded, '. No reminder is set now');
}

function writeFiles(changes: readonly TimerChange[], former: readonly FormerFile[]): void {
  for (const { where, text } of changes) {
    try {
      mkdirSync(dirname(where), { recursive: true });
      replaceFile(where, text);
    } catch (error) {
      putBack(former);
      throw new OperationError(`${where} can't be written: ${whyNotWritten(error)}`, {
        code: 'not-kept',
        hint: 'check that the disk has room, and that you can write to that folder',
      });
    }
  }
}

function putBack(former: readonly FormerFile[]): void {
  for (const { where, text } of former)
    ignoreErrors(() => (text === undefined ? rmSync(where, { force: true }) : replaceFile(where, text)));
}

/** The error for a program that failed. @param after what is true now, added to what it said */
export function failed(name: string, ended: Ended, after = ''): OperationError {
  return new OperationError(`${name} failed: ${reason(ended)}${after}`, {
    code: 'no-timer',
    hint: 'correct what it complains about, then try again',
  });
}

/** Why a program failed, in its own words if it said any. */
export function reason({ code, stderr, stdout }: Ended): string {
  const line = `${stderr}\n${stdout}`.split('\n').find((one) => one.trim() !== '');
  return line?.trim() ?? (code === undefined ? 'it gave no answer' : `exit code ${code}`);
}
