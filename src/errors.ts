/** The kinds of errors that a user may meet. Only `app/report-error.ts` turns them into words and an exit code. */

export interface Advice {
  /** A stable word for scripts, in the JSON form of the error. */
  code: string;
  /** What to do, beginning with a verb. It may end with a command to copy. */
  hint: string;
  /** Where several things are wrong, a line for each, below the message. */
  details?: readonly string[];
}

/** An error that says what happened, then what to do. */
class AppError extends Error {
  readonly code: string;
  readonly hint: string;
  readonly details: readonly string[];

  constructor(message: string, { code, hint, details = [] }: Advice) {
    super(message);
    this.code = code;
    this.hint = hint;
    this.details = details;
  }
}

/** Wrong usage or bad input: exit code 2. */
export class UsageError extends AppError {
  override readonly name = 'UsageError';
}

/** It could not be done: the disk, nothing found, input that ended. Exit code 1. */
export class OperationError extends AppError {
  override readonly name = 'OperationError';
}

/** The user left with Ctrl-C, Ctrl-D or Esc: exit code 130. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
  /** With Ctrl-C, which leaves the program from wherever it is; Esc and q go one level up. */
  readonly altogether: boolean;

  constructor(message: string, { altogether = false } = {}) {
    super(message);
    this.altogether = altogether;
  }
}

/** Nothing was found, and the output says so already: exit code 1, and no more words. */
export class AlreadyReportedError extends Error {
  override readonly name = 'AlreadyReportedError';
}

/**
 * Whether an error is a fault of the program that no command expected: not wrong usage, not something that the computer
 * refused, not a user who left, not an output that can't be written.
 */
export function isFault(error: unknown): boolean {
  if (error instanceof AppError || error instanceof Cancelled || error instanceof AlreadyReportedError) return false;
  return (error as NodeJS.ErrnoException | undefined)?.syscall !== 'write';
}

/** Does something that is worth trying and may fail, as when the terminal is gone or a folder can't be written. */
export function ignoreErrors(act: () => void): void {
  try {
    act();
  } catch {
    // The caller goes on without it.
  }
}

/** What an error says, in one line. */
export function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]!;
}

const FULL: ReadonlyMap<unknown, string> = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'your share of the disk is full'],
]);

/** Why something couldn't be written, in one line. A full disk gets plain words: people can do something about it. */
export function whyNotWritten(error: unknown): string {
  return FULL.get((error as NodeJS.ErrnoException | undefined)?.code) ?? messageOf(error);
}
