import { either, flag, type Given, type Option, text, without } from '../../app/command.ts';
import { UsageError } from '../../errors.ts';
import { readWhole } from '../../text/whole-number.ts';
import type { SessionFlags } from '../run/session-run.ts';

/** The options of every command that runs a session. */
export const SESSION_OPTIONS = {
  speak: either('read the instructions aloud', "don't read them aloud"),
  quiet: flag('no sounds, speech or notifications'),
  'keep-awake': without("let the computer go to sleep; then the alarm won't sound"),
  save: without("don't save the session in the journal"),
};

/** For what needs no screen: it can go on while somebody works. */
export const BACKGROUND = { background: flag('give the prompt back, and continue without this terminal') };

/** What was given for the options of a session. */
export type SessionOptions = Given<typeof SESSION_OPTIONS> & {
  readonly motion?: false | undefined;
  readonly background?: true | undefined;
};

/** The flags that the options of a command stand for. */
export function sessionFlags({ speak, quiet, save, motion, background, ...options }: SessionOptions): SessionFlags {
  return {
    ...(speak !== undefined && { speak }),
    quiet: quiet === true,
    keepAwake: options['keep-awake'] !== false,
    save: save !== false,
    background: background === true,
    motion: motion !== false,
  };
}

/** The numbers that an option takes. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
  /** Why it can't be more, if there is a reason to give. */
  readonly why?: string;
}

/** `--minutes <n>`: a length in minutes within a range. */
export function minutesWithin(description: string, range: NumberRange): Option<number> {
  const { declare } = text('<n>', description);
  return { declare, read: (name, typed) => readMinutes(`--${name}`, typed as string, range) };
}

/**
 * A length as people write it: 15, 15m, "15 min", 900s.
 * @param what it was typed for, as the error names it
 * @returns minutes @throws UsageError that names the range
 */
export function readMinutes(what: string, typed: string, range: NumberRange): number {
  const found = /^(\d{1,4}(?:[.,]0+)?) ?(m|mins?|minutes?|s|secs?|seconds?)?\.?$/i.exec(typed.trim());
  const minutes = found ? readWhole(found[1]!)! / (/^s/i.test(found[2] ?? '') ? 60 : 1) : Number.NaN;
  return within(what, 'minutes', minutes, typed, range);
}

/** `--rounds <n>`: a whole number within a range. */
export function numberWithin(description: string, range: NumberRange): Option<number> {
  const { declare } = text('<n>', description);
  return { declare, read: (name, typed) => readNumber(name, typed as string, range) };
}

/** A number that was typed for an option. @throws UsageError that names the range */
export function readNumber(name: string, typed: string, range: NumberRange): number {
  return within(`--${name}`, name, readWhole(typed) ?? Number.NaN, typed, range);
}

function within(what: string, name: string, value: number, typed: string, { min, max, why }: NumberRange): number {
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  const hint = value > max && why !== undefined ? why : `use a whole number from ${min} to ${max}`;
  throw new UsageError(`${what} must be from ${min} to ${max}, not "${typed}"`, { code: `bad-${name}`, hint });
}
