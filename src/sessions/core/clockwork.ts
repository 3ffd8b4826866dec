import { currentStep, type EndReason, type Next, type PauseReason, type Session, type Signal } from './state.ts';

/** Goes to a step; after the last one the session is over. @param from when it begins, at most now */
export function goTo(session: Session, at: number, from: number, now: number): Next {
  const step = session.script.steps[at];
  if (!step) return end(session, from, 'done', now);
  const length = step.seconds * 1000;
  const moved = { ...session, at, length, endsAt: from + length, seen: from };
  return signalled(begun(moved, from), { kind: 'step', step });
}

/** The session itself begins with the first step after getting ready. */
export function begun(session: Session, now: number): Session {
  if (session.begunAt !== undefined || currentStep(session).kind === 'ready') return session;
  return { ...session, begunAt: now };
}

/** Ends the session. @param at when it ended, which may be before it was noticed */
export function end(session: Session, at: number, why: EndReason, now = at): Next {
  const { cue, takeOff } = session.script.end;
  const quiet = { ...without(startClock(session, at), 'alarm'), ended: { at, why } };
  const over: Signal = { kind: 'over', why };
  if (why !== 'done' || takeOff === undefined) return signalled(quiet, over);
  return { session: { ...quiet, alarm: { since: now, cue } }, signals: [over, { kind: 'alarm', cue }] };
}

/** Lets the clock of the step stand still. */
export function stopClock(session: Session, now: number, why: PauseReason): Session {
  return { ...session, paused: { left: session.endsAt - now, since: now, why } };
}

/** Lets it go on, with as much left as there was. */
export function startClock(session: Session, now: number): Session {
  const { paused, begunAt, pausedFor } = session;
  if (!paused) return session;
  const gone = begunAt === undefined ? 0 : now - Math.max(paused.since, begunAt);
  return { ...without(session, 'paused'), endsAt: now + paused.left, pausedFor: pausedFor + gone };
}

/** Everything as it was, by a clock that was set back: nothing becomes longer by that. */
export function setBack(session: Session, by: number): Session {
  const { endsAt, seen, startedAt, begunAt, paused, alarm, ended } = session;
  return {
    ...session,
    endsAt: endsAt - by,
    seen: seen - by,
    startedAt: startedAt - by,
    ...(begunAt !== undefined && { begunAt: begunAt - by }),
    ...(paused && { paused: { ...paused, since: paused.since - by } }),
    ...(alarm && { alarm: { ...alarm, since: alarm.since - by } }),
    ...(ended && { ended: { ...ended, at: ended.at - by } }),
  };
}

export function without<K extends 'paused' | 'alarm'>(session: Session, key: K): Omit<Session, K> {
  const { [key]: _gone, ...rest } = session;
  return rest;
}

export function same(session: Session): Next {
  return { session, signals: [] };
}

export function signalled(session: Session, signal: Signal): Next {
  return { session, signals: [signal] };
}
