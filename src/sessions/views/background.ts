import { type Session, sessionLeft } from '../core/state.ts';
import { clockTime } from './times.ts';

/**
 * What is said when a session goes on without this terminal: until when, and how to look at it and end it.
 * @param now milliseconds since 1970
 */
export function backgroundLines(session: Session, now: number): string[] {
  const { name, end } = session.script;
  if (session.ended) return [`${name} is over. ${end.cue}`, 'When it is off, run: unspasm done'];
  const off = end.takeOff === undefined ? '' : ' When it is off, run: unspasm done.';
  return [`${name} continues in the background${untilText(session, now)}.${off}`, HOW];
}

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
