import { begun, end, goTo, same, signalled, startClock, stopClock, without } from './clockwork.ts';
import { advance, runSteps } from './advance.ts';
import type { Script } from './script.ts';
import { currentStep, hasFurtherPart, isReady, type Next, type Session } from './state.ts';

/**
 * What can happen to a session: time goes by, or a person does something; `acknowledge` answers an alarm, `confirm` says
 * that what a check asks about is well. `back` goes back a step, and after "it hurts" to the session.
 */
export type EventKind =
  | 'time'
  | 'pause'
  | 'resume'
  | 'skip'
  | 'back'
  | 'extend'
  | 'hurts'
  | 'acknowledge'
  | 'confirm'
  | 'stop';

/** How far into a step "back" means its beginning, not the step before. */
const RESTART_MS = 3000;
const EXTENSION_SECONDS = { apply: 60, hold: 5, move: 5, ready: 15, switch: 15, rest: 15 } as const;
/** Steps of this length and more are extended by minutes. */
const LONG_STEP_SECONDS = 120;

/** Begins a session. @param now milliseconds since 1970, as everywhere here */
export function begin(script: Script, now: number): Next {
  const step = script.steps[0]!;
  const length = step.seconds * 1000;
  const times = { length, endsAt: now + length, seen: now, startedAt: now, pausedFor: 0 };
  return signalled(begun({ script, at: 0, ...times, hurt: [] }, now), { kind: 'step', step });
}

/** Applies an event to a session. Whatever the event, the time that has gone by comes first. */
export function next(session: Session, event: EventKind, now: number): Next {
  const advanced = advance(session, now);
  // An alarm that begins at this very moment hasn't been noticed yet, so it isn't answered.
  const isNewAlarm = advanced.session.alarm?.since !== session.alarm?.since;
  const after = event === 'acknowledge' && isNewAlarm ? same(advanced.session) : act(advanced.session, event, now);
  return { session: after.session, signals: [...advanced.signals, ...after.signals] };
}

function act(session: Session, event: EventKind, now: number): Next {
  if (event === 'acknowledge') return same(without(session, 'alarm'));
  if (session.ended) return same(session);
  switch (event) {
    case 'time':
      return same(session);
    case 'pause':
      return pause(session, now);
    case 'resume':
      return resume(session, now);
    case 'skip':
      return skip(session, now);
    case 'back':
      return goBack(session, now);
    case 'extend':
      return extend(session, bitOf(session));
    case 'hurts':
      return hurts(session, now);
    case 'confirm':
      return session.check ? signalled(without(session, 'check'), { kind: 'confirmed' }) : same(session);
    case 'stop':
      return end(session, now, session.paused?.why === 'hurt' ? 'hurt' : 'stopped');
    default:
      return event satisfies never;
  }
}

// What was to be looked at comes off the skin.
function pause(session: Session, now: number): Next {
  if (session.paused) return same(session);
  return signalled(stopClock(without(session, 'check'), now, 'asked'), { kind: 'paused' });
}

// A part that hurts isn't resumed: it is left out, or the session ends.
function resume(session: Session, now: number): Next {
  const { paused } = session;
  if (!paused) return same(session);
  if (paused.why === 'hurt') return signalled(session, { kind: 'nothing' });
  return signalled(startClock(session, now), { kind: 'resumed' });
}

function skip(session: Session, now: number): Next {
  const going = startClock(session, now);
  if (session.paused?.why === 'hurt') return skipPart(session, going, now);
  // A session ends by itself or when it is stopped, never by one key press too many.
  if (session.at + 1 >= session.script.steps.length) return signalled(session, { kind: 'nothing' });
  return goTo(going, session.at + 1, now, now);
}

function skipPart(session: Session, going: Session, now: number): Next {
  if (!hasFurtherPart(session)) return end(going, now, 'hurt');
  const { part } = currentStep(session);
  const at = session.script.steps.findIndex((step) => step.part > part);
  return goTo(going, at, now, now);
}

// Going back would leave a pack on the skin for longer than is safe.
function goBack(session: Session, now: number): Next {
  if (session.paused?.why === 'hurt') return takeBackHurt(session, now);
  const going = startClock(session, now);
  const elapsedOfStep = going.length - (going.endsAt - now);
  const at = elapsedOfStep > RESTART_MS ? session.at : Math.max(0, session.at - 1);
  const onSkin = session.script.steps.slice(at, session.at + 1).some(({ kind }) => kind === 'apply');
  return onSkin ? signalled(session, { kind: 'no-way-back' }) : goTo(going, at, now, now);
}

/** Makes the step longer by that much, as far as the data allows. @param seconds what somebody wants */
export function extendBy(session: Session, seconds: number, now: number): Next {
  const advanced = advance(session, now);
  if (advanced.session.ended) return advanced;
  const { most } = currentStep(advanced.session);
  const { session: longer, signals } = extend(advanced.session, seconds);
  const isLess = signals.some((signal) => signal.kind === 'longer' && signal.seconds < seconds);
  const limit = isLess ? [{ kind: 'at-most', seconds: most } as const] : [];
  return { session: longer, signals: [...advanced.signals, ...signals, ...limit] };
}

/** The usual bit that a step is made longer by, in seconds. */
function bitOf(session: Session): number {
  return session.length >= LONG_STEP_SECONDS * 1000 ? 60 : EXTENSION_SECONDS[currentStep(session).kind];
}

function extend(session: Session, wished: number): Next {
  const { most } = currentStep(session);
  const seconds = Math.min(wished, most - session.length / 1000);
  if (session.paused?.why === 'hurt') return signalled(session, { kind: 'nothing' });
  if (seconds <= 0) return signalled(session, { kind: 'at-most', seconds: most });
  const by = seconds * 1000;
  const paused = session.paused && { ...session.paused, left: session.paused.left + by };
  const longer = { ...session, length: session.length + by, endsAt: session.endsAt + by, ...(paused && { paused }) };
  return signalled(longer, { kind: 'longer', seconds });
}

function hurts(session: Session, now: number): Next {
  if (session.paused?.why === 'hurt') return signalled(session, { kind: 'nothing' });
  const { id } = session.script.parts[currentStep(session).part]!;
  const { check } = session;
  const before = { isPaused: session.paused !== undefined, hurt: session.hurt, ...(check && { check }) };
  const stopped = stopClock(without(startClock(session, now), 'check'), now, 'hurt');
  const hurt = [...new Set([...session.hurt, id])];
  return signalled({ ...stopped, hurt, paused: { ...stopped.paused!, before } }, { kind: 'hurts', part: id });
}

// The key was pressed by mistake. A pack may have stayed on the skin, so that time counts; a stretch stays paused until
// somebody is in position again.
function takeBackHurt(session: Session, now: number): Next {
  const { before, ...paused } = session.paused!;
  if (!before) return signalled(session, { kind: 'nothing' });
  const former = { ...session, hurt: before.hurt, ...(before.check && { check: before.check }) };
  if (before.isPaused || !session.script.countsDuringSleep || isReady(session))
    return signalled({ ...former, paused: { ...paused, why: 'asked' } }, { kind: 'paused' });
  const going = { ...without(former, 'paused'), seen: paused.since };
  const { session: gone, signals } = runSteps(going, now);
  return { session: { ...gone, seen: now }, signals: [{ kind: 'resumed' }, ...signals] };
}
