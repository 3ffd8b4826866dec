import type { Script, Step } from './script.ts';
import type { Mark } from './marks.ts';

/** Why the clock stands still. */
export type PauseReason = 'asked' | 'slept' | 'hurt';

export type EndReason = 'done' | 'stopped' | 'hurt';

/** A session at a moment. All times are milliseconds since 1970: a deadline on the wall clock stays true while a computer sleeps. */
export interface Session {
  readonly script: Script;
  /** The step, from 0. */
  readonly at: number;
  /** How long the step lasts by now: it may have been made longer. */
  readonly length: number;
  /** When the step ends; while the clock stands still, when it would have ended. */
  readonly endsAt: number;
  readonly paused?: { readonly left: number; readonly since: number; readonly why: PauseReason };
  /** When it was looked at last. */
  readonly seen: number;
  readonly startedAt: number;
  /** When the first step after getting ready began. */
  readonly begunAt?: number;
  /** How long it has been paused since then. */
  readonly pausedFor: number;
  /** It sounds until a key is pressed. */
  readonly alarm?: { readonly since: number; readonly cue: string; readonly answer?: string };
  /** The parts that hurt, by id. */
  readonly hurt: readonly string[];
  readonly ended?: { readonly at: number; readonly why: EndReason };
}

/** What has happened, to be shown, said and sounded. */
export type Signal =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'alarm'; readonly cue: string }
  | { readonly kind: 'slept'; readonly onFor: number; readonly isOver: boolean; readonly isPaused: boolean }
  | { readonly kind: 'paused' }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'hurts'; readonly part: string }
  | { readonly kind: 'longer'; readonly seconds: number }
  | { readonly kind: 'at-most'; readonly seconds: number }
  | { readonly kind: 'no-way-back' }
  | { readonly kind: 'rated'; readonly pain: number }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'over'; readonly why: EndReason }
  | Mark;

/** A session after an event, and what has happened. */
export interface Next {
  readonly session: Session;
  readonly signals: readonly Signal[];
}

/** The step that it is at. */
export function currentStep({ script, at }: Session): Step {
  return script.steps[at]!;
}

/** Milliseconds that are left of the step. */
export function stepLeft({ paused, endsAt, ended }: Session, now: number): number {
  if (ended) return 0;
  return Math.max(0, paused ? paused.left : endsAt - now);
}

/** Milliseconds that are left of the whole session. */
export function sessionLeft(session: Session, now: number): number {
  return session.ended ? 0 : stepLeft(session, now) + laterSteps(session);
}

/** Milliseconds that the steps behind this one last. */
export function laterSteps({ script, at }: Session): number {
  return script.steps.slice(at + 1).reduce((sum, { seconds }) => sum + seconds * 1000, 0);
}

/** Milliseconds that it has gone on, without pauses, since it began after getting ready. */
export function elapsed({ begunAt, pausedFor, paused, ended }: Session, now: number): number {
  if (begunAt === undefined) return 0;
  const until = ended?.at ?? (paused ? paused.since : now);
  return Math.max(0, until - begunAt - pausedFor);
}

/** Whether the part that hurts can be left for another one. */
export function hasFurtherPart({ script, at }: Session): boolean {
  return script.steps[at]!.part + 1 < script.parts.length;
}
