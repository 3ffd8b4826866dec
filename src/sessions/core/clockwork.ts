import type { StepKind } from '../../content/session-types.ts';
import { currentStep, type EndReason, type Next, type PauseReason, type Session, type Signal } from './state.ts';

/** Goes to a step; after the last one the session is over. @param from when it begins, at most now */
export function goTo(former: Session, at: number, from: number, now: number): Next {
  const step = former.script.steps[at];
  if (!step) return end(former, from, 'done', now);
  const session = withHeld(without(former, 'check'), from);
  const length = step.seconds * 1000;
  const moved = { ...session, at, length, endsAt: from + length, seen: from };
  return signalled(begun(moved, from), { kind: 'step', step });
}

/** Notes the beginning of the session itself, which is the first step after getting ready. */
export function begun(session: Session, now: number): Session {
  if (session.begunAt !== undefined || currentStep(session).kind === 'ready') return session;
  return { ...session, begunAt: now };
}

/** Ends the session. @param at when it ended, which may be before it was noticed */
export function end(session: Session, at: number, why: EndReason, now = at): Next {
  const { cue, takeOff, large } = session.script.end;
  const stopped = withHeld(without(startClock(session, at), 'check'), at);
  const quiet = { ...without(stopped, 'alarm'), ended: { at, why } };
  const over: Signal = { kind: 'over', why };
  if (why !== 'done' || takeOff === undefined) return signalled(quiet, over);
  return {
    session: { ...quiet, alarm: { since: now, cue, ...(large && { large }) } },
    signals: [over, { kind: 'alarm', cue }],
  };
}

/** What counts as doing a stretch; getting ready, changing sides and resting don't. */
const DOING: ReadonlySet<StepKind> = new Set(['hold', 'move']);

/** Accounts for what was done of the current step. @param until when it is left; its clock isn't stopped */
export function withHeld(session: Session, until: number): Session {
  const { length, endsAt, held = [] } = session;
  const { kind, part } = currentStep(session);
  if (!DOING.has(kind)) return session;
  const done = Math.min(length, Math.max(0, length - (endsAt - until)));
  return { ...session, held: session.script.parts.map((_, at) => (held[at] ?? 0) + (at === part ? done : 0)) };
}

/** Which parts were held or moved for at least half of the time that the script has for that. */
export function partsDone({ script, held = [] }: Session): string[] {
  const doing = script.steps.filter(({ kind }) => DOING.has(kind));
  return script.parts.flatMap(({ id }, at) => {
    const planned = doing.filter(({ part }) => part === at).reduce((sum, { seconds }) => sum + seconds * 1000, 0);
    return (held[at] ?? 0) * 2 >= planned ? [id] : [];
  });
}

/** Stops the clock of the step. */
export function stopClock(session: Session, now: number, why: PauseReason): Session {
  return { ...session, paused: { left: session.endsAt - now, since: now, why } };
}

/** Waits with the first step until somebody begins. A session that begins with something else doesn't wait. */
export function waitToBegin({ session, signals }: Next, now: number): Next {
  if (currentStep(session).kind !== 'ready') return { session, signals };
  const stopped = stopClock(session, now, 'asked');
  const waiting = { ...stopped, paused: { ...stopped.paused!, waits: true as const } };
  return { session: waiting, signals: [...signals, { kind: 'waiting' }] };
}

/** Starts the clock of the step again, with the time left that it had. */
export function startClock(session: Session, now: number): Session {
  const { paused, begunAt, pausedFor } = session;
  if (!paused) return session;
  const pause = begunAt === undefined ? 0 : now - Math.max(paused.since, begunAt);
  return { ...without(session, 'paused'), endsAt: now + paused.left, pausedFor: pausedFor + pause };
}

/** The session by a clock that was set back: no length changes. @param by milliseconds */
export function setBack(session: Session, by: number): Session {
  const { endsAt, seen, startedAt, begunAt, paused, alarm, check, ended } = session;
  return {
    ...session,
    endsAt: endsAt - by,
    seen: seen - by,
    startedAt: startedAt - by,
    ...(begunAt !== undefined && { begunAt: begunAt - by }),
    ...(paused && { paused: { ...paused, since: paused.since - by } }),
    ...(alarm && { alarm: { ...alarm, since: alarm.since - by } }),
    ...(check && { check: { ...check, since: check.since - by } }),
    ...(ended && { ended: { ...ended, at: ended.at - by } }),
  };
}

/** The session without its pause, its alarm or its check. */
export function without<K extends 'paused' | 'alarm' | 'check'>(session: Session, key: K): Omit<Session, K> {
  const { [key]: _gone, ...rest } = session;
  return rest;
}

/** A session that nothing happened to. */
export function same(session: Session): Next {
  return { session, signals: [] };
}

/** A session with one signal. */
export function signalled(session: Session, signal: Signal): Next {
  return { session, signals: [signal] };
}
