import { currentStep, type Session, sessionLeft, stepLeft } from '../core/state.ts';
import type { StoredSession } from '../core/stored-session.ts';
import { stepTitle } from './announcement.ts';

/** What a session is doing, in one word, for shells and status bars. */
export type StateWord = 'ready' | 'running' | 'paused' | 'hurts' | 'check' | 'alarm' | 'finished';

/** What a session is doing: something that has to be confirmed comes before everything else. */
export function stateWord(session: Session): StateWord {
  const { alarm, check, ended, paused } = session;
  if (alarm) return ended ? 'alarm' : 'check';
  if (ended) return 'finished';
  if (paused && !paused.waits) return paused.why === 'hurt' ? 'hurts' : 'paused';
  if (check && !paused) return 'check';
  return currentStep(session).kind === 'ready' ? 'ready' : 'running';
}

/** Shown where the data of an activity has no icon, as in the file of an older version. */
const NO_ICON = '*';

/** The icon of a session; an exclamation mark while something has to be confirmed. */
export function iconOf(session: Session): string {
  return session.alarm || session.check ? '!' : (session.script.icon ?? NO_ICON);
}

/**
 * A session as the text of the small file that a prompt or a status bar reads without starting this program: a name and
 * a value on each line, as docs/session-state.md describes it.
 * @param now milliseconds since 1970
 */
export function stateFileText({ pid, session }: StoredSession, now: number): string {
  const { script, paused, ended } = session;
  const left = sessionLeft(session, now);
  const isRunning = !paused && !ended;
  const fields = {
    version: '1',
    pid: String(pid),
    therapy: script.therapy,
    name: script.name,
    icon: iconOf(session),
    state: stateWord(session),
    step: stepTitle(currentStep(session)),
    ends: isRunning ? seconds(now + left) : '',
    left: seconds(left),
    step_ends: isRunning ? seconds(session.endsAt) : '',
    step_left: seconds(stepLeft(session, now)),
    written: String(Math.floor(now / 1000)),
  };
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${onOneLine(value)}\n`)
    .join('');
}

// Nothing in it can begin a line, or mean anything to a terminal or a prompt.
function onOneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ');
}

function seconds(ms: number): string {
  return String(Math.ceil(ms / 1000));
}
