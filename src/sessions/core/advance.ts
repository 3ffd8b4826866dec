import { goTo, same, setBack, signalled, stopClock } from './clockwork.ts';
import { alarmSounds, marksOf } from './marks.ts';
import { currentStep, elapsed, type Next, type Session, type Signal } from './state.ts';

/** A longer look away than this means that the computer slept, or that the program was stopped. */
const SLEPT_MS = 3000;
const MINUTE_MS = 60_000;

/** Accounts for the time since the session was looked at last. */
export function pass(former: Session, now: number): Next {
  const session = now < former.seen ? setBack(former, former.seen - now) : former;
  const sounding = soundAlarm(session, now);
  if (session.ended || session.paused) {
    return { session: { ...session, seen: now }, signals: [...sounding, ...remind(session, now)] };
  }
  const slept = now - session.seen > SLEPT_MS;
  if (slept && !session.script.goesOnAsleep) return pauseForSleep(session, now);
  const passed = runOn(session, now);
  const told = slept ? [...sleptSignals(passed.session, now), ...latest(passed.signals)] : passed.signals;
  return { session: { ...passed.session, seen: now }, signals: [...sounding, ...told] };
}

/** What is paused on the skin is said again each minute: it may still lie there. */
function remind(session: Session, now: number): Signal[] {
  const { paused, seen } = session;
  if (!paused || paused.why === 'hurt' || currentStep(session).kind !== 'apply') return [];
  const minutes = (time: number) => Math.floor((time - paused.since) / MINUTE_MS);
  return minutes(now) > minutes(seen) ? [{ kind: 'paused' }] : [];
}

function soundAlarm({ alarm, seen }: Session, now: number): Signal[] {
  return alarm && alarmSounds(alarm.since, seen, now) ? [{ kind: 'alarm', cue: alarm.cue }] : [];
}

// A stretch isn't held by somebody whose computer sleeps; what is left of it stays left.
function pauseForSleep(session: Session, now: number): Next {
  const paused = stopClock(session, session.seen, 'slept');
  const signal: Signal = { kind: 'slept', onFor: elapsed(session, session.seen), isOver: false, isPaused: true };
  return signalled({ ...paused, seen: now }, signal);
}

// While somebody gets ready nothing is on yet.
function sleptSignals({ begunAt, pausedFor, ended }: Session, now: number): Signal[] {
  if (begunAt === undefined) return [];
  return [{ kind: 'slept', onFor: now - begunAt - pausedFor, isOver: ended !== undefined, isPaused: false }];
}

// What was due while nobody could hear it isn't said now, but for the last of it.
function latest(signals: readonly Signal[]): readonly Signal[] {
  const over = signals.filter(({ kind }) => kind === 'over' || kind === 'alarm');
  return over.length > 0 ? over : signals.slice(-1);
}

/** Lets the steps run up to now, each from the deadline of the one before. */
function runOn(session: Session, now: number): Next {
  const marked = crossMarks(session, Math.min(now, session.endsAt));
  if (now < session.endsAt) return marked;
  const moved = goTo(marked.session, session.at + 1, session.endsAt, now);
  const later = moved.session.ended ? same(moved.session) : runOn(moved.session, now);
  return { session: later.session, signals: [...marked.signals, ...moved.signals, ...later.signals] };
}

function crossMarks(session: Session, until: number): Next {
  const { length, endsAt, seen } = session;
  const since = endsAt - length;
  const crossed = marksOf(currentStep(session), length).filter(({ at }) => since + at > seen && since + at <= until);
  if (crossed.length === 0) return same(session);
  const marks = crossed.map(({ mark }) => mark);
  const asking = marks.findLast((mark) => mark.kind === 'check' && mark.answer !== undefined);
  if (asking?.kind !== 'check') return { session, signals: marks };
  const alarm = { since: until, cue: asking.cue, answer: asking.answer! };
  return { session: { ...session, alarm }, signals: marks };
}
