import { type Session, sessionLeft } from '../core/state.ts';
import { clockTime } from './times.ts';

/**
 * What is said when a session goes on without this terminal: until when, and how to look at it and end it.
 * @param now milliseconds since 1970
 */
export function backgroundLines(session: Session, now: number): string[] {
  const { name, end } = session.script;
  if (session.ended) return [`${name} is over. ${end.cue}`, WHEN_OFF];
  const off = end.takeOff === undefined ? '' : ` ${WHEN_OFF}.`;
  return [`${name} continues in the background${untilText(session, now)}.${off}`, HOW];
}

/** How to answer, from any terminal, what has to be answered; otherwise empty. */
export function howToAnswerText({ alarm, ended, paused }: Session): string {
  if (paused?.why === 'hurt') return 'To continue or end the session, run: unspasm attach.';
  if (!alarm) return '';
  return ended ? `${WHEN_OFF}.` : 'To answer, run: unspasm done.';
}

const WHEN_OFF = 'When it is off, run: unspasm done';
const HOW = 'To see it, run: unspasm attach. To end it, run: unspasm stop';

/** A warning where nothing can reach the person; otherwise nothing. */
export function unreachableText(isReachable: boolean): string {
  if (isReachable) return '';
  return 'No sound, notification or voice will tell you what to do. Look at the time yourself.';
}

function untilText(session: Session, now: number): string {
  if (session.paused) return ', paused';
  return ` until ${clockTime(now + sessionLeft(session, now), session.script)}`;
}
