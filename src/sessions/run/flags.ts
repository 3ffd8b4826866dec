import type { Invocation, OptionDeclaration } from '../../app/command.ts';
import { UsageError } from '../../errors.ts';
import { ownValue } from '../../text/own-value.ts';

/** What every session takes. */
export const SESSION_OPTIONS: readonly OptionDeclaration[] = [
  { flags: '--speak', description: 'read the cues aloud' },
  { flags: '--no-speak', description: "don't read them aloud" },
  { flags: '--quiet', description: 'no sound, no speech, no notification: the screen alone' },
  { flags: '--no-keep-awake', description: 'let the computer sleep meanwhile; a sleeping one sounds no alarm' },
  { flags: '--no-save', description: "don't keep the session in the journal" },
];

/** How a session reaches its user, and what is kept of it. */
export interface SessionFlags {
  /** Absent where nothing was said. */
  readonly speak?: boolean;
  readonly quiet: boolean;
  readonly keepAwake: boolean;
  readonly save: boolean;
  readonly motion: boolean;
}

/** What the options say of it. */
export function readSessionFlags(options: Invocation['options']): SessionFlags {
  const { speak } = options;
  return {
    ...(typeof speak === 'boolean' && { speak }),
    quiet: Boolean(options['quiet']),
    keepAwake: options['keep-awake'] !== false,
    save: options['save'] !== false,
    motion: options['motion'] !== false,
  };
}

/**
 * A number that was typed for an option, within its range.
 * @param why it can't be more, where there is a reason to name
 * @throws UsageError that names the range
 */
export function readNumber(
  options: Invocation['options'],
  name: string,
  { min, max }: { readonly min: number; readonly max: number },
  why?: string,
): number | undefined {
  const typed = ownValue(options, name) as string | undefined;
  if (typed === undefined) return undefined;
  const value = /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN;
  if (value >= min && value <= max) return value;
  const hint = value > max && why !== undefined ? why : `a whole number from ${min} to ${max}`;
  throw new UsageError(`--${name} takes ${min} to ${max}, not "${typed}"`, { code: `bad-${name}`, hint });
}
