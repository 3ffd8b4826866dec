import type { Check } from '../../content/session-types.ts';
import type { Step } from './script.ts';

/** Something that is announced at a time within a step. */
export type Mark =
  | ({ readonly kind: 'check' } & Omit<Check, 'at'>)
  | { readonly kind: 'half' }
  | { readonly kind: 'last-minute' }
  | { readonly kind: 'count'; readonly left: number };

const MINUTE_MS = 60_000;
/** Steps of this length and more are announced half way and before the last minute. */
const LONG_MS = 3 * MINUTE_MS;
/** Steps of this length and more are counted down at their end. */
const COUNTED_MS = 8000;

interface TimedMark {
  /** Milliseconds from the beginning of the step. */
  readonly at: number;
  readonly mark: Mark;
}

/** The marks of each step at its last length: they are asked for once a second. */
const cache = new WeakMap<Step, { readonly length: number; readonly marks: readonly TimedMark[] }>();

/** The marks of a step, in order of time. @param length of the step, in milliseconds */
export function marksOf(step: Step, length: number): readonly TimedMark[] {
  const last = cache.get(step);
  if (last?.length === length) return last.marks;
  const marks = makeMarks(step, length);
  cache.set(step, { length, marks });
  return marks;
}

function makeMarks(step: Step, length: number): TimedMark[] {
  const checks = step.checks.map(({ at, ...check }) => ({
    at: at === 'half' ? halfOf(step) : at * MINUTE_MS,
    mark: { kind: 'check', ...check } as const,
  }));
  const isCheckedAtHalf = step.checks.some(({ at }) => at === 'half');
  const long = length < LONG_MS ? [] : longMarks(step, length, isCheckedAtHalf);
  const marks = [...checks.filter(({ at }) => at < length), ...long, ...countdown(step, length)];
  return marks.toSorted((a, b) => a.at - b.at);
}

// Half of the length that it began with: extending a step doesn't announce its half again.
function halfOf({ seconds }: Step): number {
  return seconds * 500;
}

function longMarks(step: Step, length: number, isCheckedAtHalf: boolean) {
  const half = { at: halfOf(step), mark: { kind: 'half' } as const };
  const last = { at: length - MINUTE_MS, mark: { kind: 'last-minute' } as const };
  return isCheckedAtHalf ? [last] : [half, last];
}

// Before the end, so that the end itself comes as no surprise.
function countdown({ kind }: Step, length: number) {
  if (length < COUNTED_MS || kind === 'apply') return [];
  return [3, 2, 1].map((left) => ({ at: length - left * 1000, mark: { kind: 'count', left } as const }));
}

const MINUTES = Array.from({ length: 10 }, (_, at) => (at + 1) * 60);

/** When something that waits for a person is mentioned, in seconds after it began. */
const REMINDERS = {
  /** At once, after 20 seconds, then each minute up to ten. */
  alarm: [0, 20, ...MINUTES],
  /**
   * Each minute up to ten, then every ten up to an hour. Our own choice: a pause may be forgotten with the pack still on
   * the skin, but a computer that was left alone must not call all night.
   */
  pause: [...MINUTES, ...[20, 30, 40, 50, 60].map((minutes) => minutes * 60)],
} as const;

/** Whether an alarm or a pause is mentioned between two times. @param since when it began; all in milliseconds since 1970 */
export function isMentioned(what: keyof typeof REMINDERS, since: number, before: number, now: number): boolean {
  return nextMention(what, since, before) <= now;
}

/** When an alarm or a pause is mentioned next after a time; Infinity once that was often enough. */
export function nextMention(what: keyof typeof REMINDERS, since: number, now: number): number {
  return REMINDERS[what].map((seconds) => since + seconds * 1000).find((at) => at > now) ?? Infinity;
}
