import type { Script, Step } from './script.ts';
import type { AskedCheck } from '../../content/session-types.ts';
import type { Mark } from './marks.ts';

/** Why the clock is stopped. */
export type PauseReason = 'asked' | 'slept' | 'hurt';

export type EndReason = 'done' | 'stopped' | 'hurt';

/** A check that nobody has answered yet. */
export type WaitingCheck = AskedCheck & { readonly since: number; readonly cue: string };

/** A stopped clock. Fields that an older version doesn't know are optional, so that it can still read the file of a session. */
export interface Pause {
  /** The time left of the step, in milliseconds. */
  readonly left: number;
  readonly since: number;
  readonly why: PauseReason;
  /** Nobody has begun yet: it waits until somebody does. */
  readonly waits?: true;
  /** After "it hurts": what to go back to, if that key was pressed by mistake. */
  readonly before?: { readonly isPaused: boolean; readonly hurt: readonly string[]; readonly check?: WaitingCheck };
}

/** A session at a moment. All times are milliseconds since 1970: a deadline on the wall clock stays right while a computer sleeps. */
export interface Session {
  readonly script: Script;
  /** The index of the step, from 0. */
  readonly at: number;
  /** The length of the step in milliseconds; it may have been extended. */
  readonly length: number;
  /** When the step ends; while the clock is stopped, when it would have ended. */
  readonly endsAt: number;
  readonly paused?: Pause;
  /** When the session was last advanced. */
  readonly seen: number;
  readonly startedAt: number;
  /** When the first step after getting ready began. */
  readonly begunAt?: number;
  /** How long it has been paused since then, in milliseconds. */
  readonly pausedFor: number;
  /** How long each part was held or moved so far, in milliseconds, by its index; absent before the first. */
  readonly held?: readonly number[];
  /** The alarm that sounds until a key is pressed. */
  readonly alarm?: { readonly since: number; readonly cue: string; readonly answer?: string; readonly large?: string };
  /** A check that nobody has answered yet: the session goes on meanwhile. */
  readonly check?: WaitingCheck;
  /** The parts that hurt, by id. */
  readonly hurt: readonly string[];
  readonly ended?: { readonly at: number; readonly why: EndReason };
  /** It is shown here but runs in another process, so leaving doesn't end it. This is never saved. */
  readonly runsElsewhere?: true;
}

/** Something that has happened in a session, to be shown, spoken and sounded. */
export type Signal =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'alarm'; readonly cue: string }
  | { readonly kind: 'slept'; readonly onFor: number; readonly isOver: boolean; readonly isPaused: boolean }
  | { readonly kind: 'paused' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'hurts'; readonly part: string }
  | { readonly kind: 'longer'; readonly seconds: number }
  | { readonly kind: 'at-most'; readonly seconds: number }
  | { readonly kind: 'no-way-back' }
  | { readonly kind: 'rated'; readonly pain: number }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'over'; readonly why: EndReason }
  | Mark;

/** A session after an event, and what happened by it. */
export interface Next {
  readonly session: Session;
  readonly signals: readonly Signal[];
}

/** The step that a session is at. */
export function currentStep({ script, at }: Session): Step {
  return script.steps[at]!;
}

/** The time left of the current step, in milliseconds. @param now milliseconds since 1970, as everywhere here */
export function stepLeft({ paused, endsAt, ended }: Session, now: number): number {
  if (ended) return 0;
  return Math.max(0, paused ? paused.left : endsAt - now);
}

/** The time left of the whole session, in milliseconds. */
export function sessionLeft(session: Session, now: number): number {
  return session.ended ? 0 : stepLeft(session, now) + laterSteps(session);
}

/** How long the steps after this one last, in milliseconds. */
export function laterSteps({ script, at }: Session): number {
  return script.steps.slice(at + 1).reduce((sum, { seconds }) => sum + seconds * 1000, 0);
}

/** How long it has run since the end of getting ready, without pauses, in milliseconds. */
export function elapsed({ begunAt, pausedFor, paused, ended }: Session, now: number): number {
  if (begunAt === undefined) return 0;
  const until = ended?.at ?? (paused ? paused.since : now);
  return Math.max(0, until - begunAt - pausedFor);
}

/** Whether another part follows, so that a part that hurts can be left out. */
export function hasFurtherPart({ script, at }: Session): boolean {
  return script.steps[at]!.part + 1 < script.parts.length;
}

/** Whether nobody has begun yet: the pain before it can still be rated. */
export function isReady({ begunAt, ended }: Session): boolean {
  return begunAt === undefined && ended === undefined;
}

/** Whether it takes its course, even if paused: no alarm, no pain and no end needs attention first. */
export function isInProgress({ alarm, ended, paused }: Session): boolean {
  return !alarm && !ended && paused?.why !== 'hurt';
}
