import type { Step } from './script.ts';

/** Something that is said and sounded at a time within a step. */
export type Mark =
  | { readonly kind: 'check'; readonly cue: string; readonly answer?: string }
  | { readonly kind: 'half' }
  | { readonly kind: 'last-minute' }
  | { readonly kind: 'count'; readonly left: number };

const MINUTE_MS = 60_000;
/** A step from this length on is told at its half and before its last minute. */
const LONG_MS = 3 * MINUTE_MS;
/** A step from this length on is counted down. */
const COUNTED_MS = 8000;

interface TimedMark {
  /** Milliseconds from the beginning of the step. */
  readonly at: number;
  readonly mark: Mark;
}

/** What was worked out last: it is asked for once a second, and a step lasts for many. */
const known = new WeakMap<Step, { readonly length: number; readonly marks: readonly TimedMark[] }>();

/** The marks of a step in the order of time. @param length of the step, in milliseconds */
export function marksOf(step: Step, length: number): readonly TimedMark[] {
  const last = known.get(step);
  if (last?.length === length) return last.marks;
  const marks = makeMarks(step, length);
  known.set(step, { length, marks });
  return marks;
}

function makeMarks(step: Step, length: number): TimedMark[] {
  const checks = step.checks.map(({ at, ...check }) => ({
    at: at === 'half' ? halfOf(step) : at * MINUTE_MS,
    mark: { kind: 'check', ...check } as const,
  }));
  const isCheckedAtHalf = step.checks.some(({ at }) => at === 'half');
  const told = length < LONG_MS ? [] : longMarks(step, length, isCheckedAtHalf);
  const marks = [...checks.filter(({ at }) => at < length), ...told, ...countdown(step, length)];
  return marks.toSorted((a, b) => a.at - b.at);
}

// Of the length that it began with: what was told once isn't told again when it is made longer.
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

/** When an alarm that nobody answers sounds again, in seconds: twice in the first minute, then each minute up to ten. */
const LADDER = [0, 20, ...Array.from({ length: 10 }, (_, at) => (at + 1) * 60)];

/** Whether the alarm sounds between two times. @param since when it began, all in milliseconds */
export function alarmSounds(since: number, before: number, now: number): boolean {
  return LADDER.some((seconds) => {
    const at = since + seconds * 1000;
    return at > before && at <= now;
  });
}
