import { readRating } from '../../journal/core/rating.ts';
import type { EventKind } from '../core/machine.ts';
import { currentStep, type Session } from '../core/state.ts';
import type { Press } from './stage.ts';

/** What a press means: an event of the session, a rating of the pain, or leaving for the warning signs. */
export type Meaning = { readonly event: EventKind } | { readonly digit: number } | { readonly leave: 'signs' | 'stop' };

// A Map, as any word may be typed: a plain object has a "constructor", too.
const ALWAYS: ReadonlyMap<Press, EventKind> = new Map([
  ['+', 'extend'],
  ['=', 'extend'],
  ['n', 'skip'],
  ['right', 'skip'],
  ['b', 'back'],
  ['left', 'back'],
  ['backspace', 'back'],
  ['h', 'hurts'],
  ['q', 'stop'],
  ['escape', 'stop'],
  // Typed as words: "quit" and "back" are what questions by lines take.
  ['next', 'skip'],
  ['back', 'back'],
  ['stop', 'stop'],
  ['quit', 'stop'],
]);
const PAUSES: ReadonlySet<Press> = new Set(['space', 'p', 'pause', 'enter']);

/** What a press means at this moment; nothing when it means nothing. */
export function meaningOf(press: Press, session: Session): Meaning | undefined {
  if (press === 'ctrl+c') return { leave: 'stop' };
  // From the floor any key has to do.
  if (session.alarm) return { event: 'woke' };
  if (press === 'w' && session.paused?.why === 'hurt') return { leave: 'signs' };
  const rating = readRating(press);
  if (rating !== undefined) return isReady(session) ? { digit: rating } : undefined;
  if (PAUSES.has(press)) return pauseOrGoOn(press, session);
  const event = ALWAYS.get(press);
  return event && { event };
}

/** Whether the pain before can still be told: nothing has begun yet. */
export function isReady({ begunAt, ended }: Session): boolean {
  return begunAt === undefined && ended === undefined;
}

// One Enter too many must not stop the clock of what lies on the skin.
function pauseOrGoOn(press: Press, session: Session): Meaning | undefined {
  const { kind } = currentStep(session);
  // Who was still getting ready, and is now, begins; whether the clock stood still meanwhile or not.
  if (press === 'enter' && kind === 'ready' && session.paused?.why !== 'hurt') return { event: 'skip' };
  if (session.paused) return { event: 'resume' };
  if (press !== 'enter') return { event: 'pause' };
  return kind === 'apply' ? undefined : { event: 'pause' };
}
