import type { Check } from '../../content/session-types.ts';
import { goTo, same, setBack, signalled, stopClock, without } from './clockwork.ts';
import { isMentioned, marksOf } from './marks.ts';
import { currentStep, elapsed, type Next, type Session, type Signal } from './state.ts';

/** A longer time between two looks means that the computer was asleep, or that the program was stopped. */
export const SLEPT_MS = 3000;

/**
 * Advances a session to a time: its steps change, its marks are crossed and its alarm sounds.
 * @param former the session as it was last seen
 * @param now milliseconds since 1970; if the clock was set back, everything moves back with it
 */
export function advance(former: Session, now: number): Next {
  const session = now < former.seen ? setBack(former, former.seen - now) : former;
  const sounding = soundAlarm(session, now);
  if (session.ended || session.paused) {
    return { session: { ...session, seen: now }, signals: [...sounding, ...remind(session, now)] };
  }
  const slept = now - session.seen > SLEPT_MS;
  if (slept && !session.script.countsDuringSleep) return pauseForSleep(session, now);
  const advanced = runSteps(session, now);
  const signals = slept ? [...sleptSignals(advanced.session, now), ...latest(advanced.signals)] : advanced.signals;
  return { session: { ...advanced.session, seen: now }, signals: [...sounding, ...signals] };
}

/** Mentions a pause with something on the skin again: it may still be there. So it may be before anybody has begun. */
function remind(session: Session, now: number): Signal[] {
  const { paused, seen } = session;
  if (!paused || paused.why === 'hurt') return [];
  if (!paused.waits && currentStep(session).kind !== 'apply') return [];
  return isMentioned('pause', paused.since, seen, now) ? [{ kind: paused.waits ? 'waiting' : 'paused' }] : [];
}

function soundAlarm({ alarm, seen }: Session, now: number): Signal[] {
  return alarm && isMentioned('alarm', alarm.since, seen, now) ? [{ kind: 'alarm', cue: alarm.cue }] : [];
}

// Nobody holds a stretch while their computer is asleep: the time left stays as it was.
function pauseForSleep(session: Session, now: number): Next {
  const paused = stopClock(session, session.seen, 'slept');
  const signal: Signal = { kind: 'slept', onFor: elapsed(session, session.seen), isOver: false, isPaused: true };
  return signalled({ ...paused, seen: now }, signal);
}

// While somebody gets ready, nothing is on the skin yet.
function sleptSignals({ begunAt, pausedFor, ended }: Session, now: number): Signal[] {
  if (begunAt === undefined) return [];
  return [{ kind: 'slept', onFor: now - begunAt - pausedFor, isOver: ended !== undefined, isPaused: false }];
}

// Of what was due while nobody could hear it, only the last is announced.
function latest(signals: readonly Signal[]): readonly Signal[] {
  const over = signals.filter(({ kind }) => kind === 'over' || kind === 'alarm');
  return over.length > 0 ? over : signals.slice(-1);
}

/** Runs the steps from when the session was last seen up to now, each from the deadline of the one before. */
export function runSteps(session: Session, now: number): Next {
  const marked = crossMarks(session, Math.min(now, session.endsAt));
  if (now < session.endsAt) return marked;
  const moved = goTo(marked.session, session.at + 1, session.endsAt, now);
  const later = moved.session.ended ? same(moved.session) : runSteps(moved.session, now);
  return { session: later.session, signals: [...marked.signals, ...moved.signals, ...later.signals] };
}

function crossMarks(session: Session, until: number): Next {
  const { length, endsAt, seen } = session;
  const since = endsAt - length;
  const crossed = marksOf(currentStep(session), length).filter(({ at }) => since + at > seen && since + at <= until);
  if (crossed.length === 0) return same(session);
  const marks = crossed.map(({ mark }) => mark);
  const checks = marks.flatMap((mark) => (mark.kind === 'check' ? [mark] : []));
  const alarming = checks.findLast(({ answer }) => answer !== undefined);
  // One question is enough at a time.
  if (alarming) return { session: { ...without(session, 'check'), alarm: alarmOf(alarming, until) }, signals: marks };
  const asking = checks.findLast(({ asks }) => asks);
  const check = asking && { since: until, cue: asking.cue, ...asking.asks! };
  return { session: { ...session, ...(check && { check }) }, signals: marks };
}

function alarmOf({ cue, answer, large }: Omit<Check, 'at'>, since: number): NonNullable<Session['alarm']> {
  return { since, cue, answer: answer!, ...(large && { large }) };
}
