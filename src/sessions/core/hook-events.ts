import { currentStep, type Session, type Signal } from './state.ts';

/** An event that the user's hook gets. */
export interface HookEvent {
  readonly event: 'start' | 'half' | 'check' | 'alarm' | 'end';
  /** What has happened, where it is announced. */
  readonly signal?: Signal;
  /** For a check: it sounds as an alarm until somebody has answered. */
  readonly needsAnswer?: boolean;
  /** For an alarm: how often it has sounded before, without an answer. */
  readonly repeats?: number;
}

/** Follows a session, and finds the events for the user's hook: each start and each end once. */
export interface HookFollower {
  /** @param session as it is after the signals */
  readonly follow: (signals: readonly Signal[], session: Session) => readonly HookEvent[];
  /** The end of a session that isn't played any more, if it had begun and the hook doesn't know of its end yet. */
  readonly end: (session: Session) => readonly HookEvent[];
}

/** A follower of one run of a session. */
export function followForHook(): HookFollower {
  let hasStarted = false;
  let hasEnded = false;
  const repeatsOf = countRepeats();
  const end = (session: Session, signal?: Signal): readonly HookEvent[] => {
    if (!hasStarted || hasEnded || session.begunAt === undefined) return [];
    hasEnded = true;
    return [{ event: 'end', ...(signal && { signal }) }];
  };
  return {
    follow: (signals, session) => {
      const isNew = !hasStarted && session.begunAt !== undefined;
      hasStarted ||= isNew;
      const step = signals.findLast(({ kind }) => kind === 'step');
      const start: readonly HookEvent[] = isNew ? [{ event: 'start', ...(step && { signal: step }) }] : [];
      // While an alarm sounds, something is still on the skin.
      const sounds = session.alarm !== undefined || signals.some(({ kind }) => kind === 'alarm');
      const later = signals.flatMap((signal): readonly HookEvent[] => {
        const repeats = repeatsOf(signal, session);
        if (signal.kind === 'half') return [{ event: 'half', signal }];
        if (signal.kind === 'check') return checkEvents(signal, session);
        if (signal.kind === 'alarm') return [{ event: 'alarm', signal, repeats }];
        return signal.kind === 'over' && !sounds ? end(session, signal) : [];
      });
      return [...start, ...later];
    },
    end,
  };
}

/** Counts how often the alarm of a session has sounded before; a check that wants an answer is its first sound. */
function countRepeats(): (signal: Signal, session: Session) => number {
  let since: number | undefined;
  let repeats = 0;
  return ({ kind }, { alarm }) => {
    if (kind !== 'alarm' && !(kind === 'check' && alarm)) return 0;
    repeats = alarm && alarm.since === since ? repeats + 1 : 0;
    since = alarm?.since;
    return repeats;
  };
}

function checkEvents(signal: Extract<Signal, { kind: 'check' }>, session: Session): readonly HookEvent[] {
  const check = { event: 'check', signal, needsAnswer: signal.answer !== undefined } as const;
  return isHalfway(signal.cue, session) ? [{ event: 'half', signal }, check] : [check];
}

// A check that comes at half time stands in for the words at half time.
function isHalfway(cue: string, session: Session): boolean {
  return currentStep(session).checks.some((check) => check.at === 'half' && check.cue === cue);
}
