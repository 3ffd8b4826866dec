import { secondsOf } from '../core/script.ts';
import { type Session, sessionLeft } from '../core/state.ts';
import { stopText } from './announcement.ts';
import { clockTime, inWords } from './times.ts';

const KEYS = 'Type a letter and Enter: p pause and go on, t time left, h it hurts, + longer, q stop';
const STEPS = ', n next, b back';
const PAIN = ' Before it begins, a number from 0 to 10 tells the pain now; Enter alone begins at once.';

/** What stands before the first line of a session that is told line by line. */
export function introLines(session: Session, notes: readonly string[], canType: boolean, now: number): string[] {
  const { script } = session;
  const minutes = Math.max(1, Math.round(secondsOf(script.steps) / 60)) * 60;
  const ends = clockTime(now + sessionLeft(session, now));
  return [
    `${script.name}: about ${inWords(minutes)}, ends ${ends}.`,
    stopText(script.parts.flatMap(({ stop }) => stop)),
    ...notes,
    ...(canType ? [`${KEYS}${script.goesOnAsleep ? '' : STEPS}.${session.begunAt === undefined ? PAIN : ''}`] : []),
  ];
}
