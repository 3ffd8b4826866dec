const MINUTE_MS = 60_000;

/**
 * Nobody has touched the keyboard for this long: a natural break. So is a computer that was asleep. Our own choice; with
 * less, reading a page would be a break.
 */
export const NATURAL_MS = 5 * MINUTE_MS;

/** How often breaks are looked after while nothing is due: a file is read, and no program is started. */
export const LOOK_MS = 15_000;

/** Why no break is announced. */
export const PAUSES = ['session', 'away', 'power-saver', 'quiet-hours', 'warning-signs'] as const;
export type Pause = (typeof PAUSES)[number];

/** Breaks at a moment. Times are in milliseconds since 1970. */
export interface Breaks {
  /** How long somebody works between two breaks, in milliseconds. */
  readonly every: number;
  /** When the next break is due. */
  readonly nextAt: number;
  readonly due?: DueBreak;
  readonly pause?: Pause;
  /** The id of the move that was announced last, so that moves take turns. */
  readonly last?: string;
}

/** The break that was announced last and hasn't been answered. */
export interface DueBreak {
  /** The id of its move. */
  readonly move: string;
  readonly at: number;
  /** There was a natural break since. It can still be answered, but it is no longer shown. */
  readonly isPast?: true;
}

/** What the computer says at a moment. */
export interface Surroundings {
  /** When breaks were last looked after, in milliseconds since 1970. */
  readonly seenAt: number;
  /** For how long nobody has touched the keyboard, in milliseconds; absent where it wasn't asked or can't be told. */
  readonly idle?: number | undefined;
  /** Whether a session, such as ice, is in progress. */
  readonly isInSession: boolean;
  /** Whether these are quiet hours. */
  readonly isQuiet: boolean;
}

/** What is asked only when a break is due, as it costs more. */
export interface AtBreak {
  readonly isSavingPower: boolean;
  /** When the quiet hours end, in milliseconds since 1970; absent outside them. */
  readonly quietUntil?: number | undefined;
  /** The id of the move to announce; absent for somebody who has to check warning signs, or get help, first. */
  readonly move?: string | undefined;
}

/** The start of breaks. @param every in milliseconds @param now milliseconds since 1970 */
export function beginBreaks(every: number, now: number): Breaks {
  return { every, nextAt: now + every };
}

/**
 * Breaks after some time has passed. A natural break and a session start the time over; so do a computer that was asleep,
 * a clock that was set, and quiet hours that end, also because somebody has changed them.
 */
export function passTime(breaks: Breaks, now: number, surroundings: Surroundings): Breaks {
  const { seenAt, idle, isInSession, isQuiet } = surroundings;
  const { pause: former, due, ...others } = breaks;
  const isAway = idle === undefined ? former === 'away' && now < breaks.nextAt : idle >= NATURAL_MS;
  // Between two looks there are seconds, so a longer gap was sleep, or the clock was set.
  const isGap = now - seenAt >= NATURAL_MS || now < seenAt - LOOK_MS;
  const isBreak = isGap || isInSession || (isAway && idle !== undefined);
  const pause = isInSession ? 'session' : isAway ? 'away' : stillPaused(breaks, now, isQuiet) ? former : undefined;
  return {
    ...others,
    ...(due && { due: isBreak ? { ...due, isPast: true as const } : due }),
    ...(pause && { pause }),
    nextAt: isBreak ? now + breaks.every : nextAfterQuiet(breaks, now, isQuiet),
  };
}

function nextAfterQuiet({ pause, nextAt, every }: Breaks, now: number, isQuiet: boolean): number {
  return pause === 'quiet-hours' && !isQuiet ? Math.min(nextAt, now + every) : nextAt;
}

// A session and an empty chair are seen again at each look; what else keeps a break back is asked only when it is due.
function stillPaused({ pause, nextAt }: Breaks, now: number, isQuiet: boolean): boolean {
  if (pause === 'power-saver') return now >= nextAt;
  if (pause === 'quiet-hours') return isQuiet;
  return pause === 'warning-signs' && now < nextAt;
}

/** Whether the next break is due. @param now milliseconds since 1970 */
export function isDue({ nextAt }: Breaks, now: number): boolean {
  return now >= nextAt;
}

/** Announces a break that is due, or says why not. When quiet hours end, the time starts over. */
export function announce(breaks: Breaks, now: number, { isSavingPower, quietUntil, move }: AtBreak): Breaks {
  const { pause: _pause, due: _due, ...others } = breaks;
  if (quietUntil !== undefined) return { ...others, nextAt: quietUntil + breaks.every, pause: 'quiet-hours' };
  if (isSavingPower) return { ...others, pause: 'power-saver' };
  if (move === undefined) return { ...others, nextAt: now + breaks.every, pause: 'warning-signs' };
  return { ...others, nextAt: now + breaks.every, due: { move, at: now }, last: move };
}

/** The break was taken, or is left out: the time starts over, and nobody is reminded of this one again. */
export function answer(breaks: Breaks, now: number): Breaks {
  const { due: _due, pause: _pause, ...others } = breaks;
  return { ...others, nextAt: now + breaks.every };
}

/** Puts a break off: the one that is due, otherwise the next one. @param length in milliseconds */
export function snooze(breaks: Breaks, length: number, now: number): Breaks {
  const { due, pause, ...others } = breaks;
  // The end of quiet hours doesn't start that time over.
  const kept = pause === 'quiet-hours' ? undefined : pause;
  return { ...others, ...(kept && { pause: kept }), nextAt: (due ? now : Math.max(now, breaks.nextAt)) + length };
}

/** Whether two states say the same. */
export function isAlike(one: Breaks, other: Breaks): boolean {
  return (
    one.every === other.every &&
    one.nextAt === other.nextAt &&
    one.pause === other.pause &&
    one.last === other.last &&
    one.due?.move === other.due?.move &&
    one.due?.at === other.due?.at &&
    one.due?.isPast === other.due?.isPast
  );
}
