import type { Row } from '../../terminal/painter.ts';
import { firstSentence } from '../../text/first-sentence.ts';
import { type Session, stepLeft } from '../core/state.ts';
import type { Shown } from './head.ts';
import { type LargeText, largeText } from './large-text.ts';
import type { FrameLook } from './middle.ts';
import { clockTime, formatElapsed, minutesAndSeconds } from './times.ts';

/** How long a check fills the window: people may have to lift their heads first. Then the time is large again. */
const CHECK_MS = 60_000;

const TIME_ROWS = 1;

/** A moment that matters so much that its words fill the window. */
export interface LargeMoment {
  /** The words, for big letters. */
  readonly large: string;
  /** All that has to be done, in sentences. */
  readonly cue: string;
}

/** The alarm, or a check that has just been asked for; nothing at other moments. @param now milliseconds since 1970 */
export function largeMoment({ alarm, check, paused }: Session, now: number): LargeMoment | undefined {
  if (alarm) return { large: alarm.large ?? firstSentence(alarm.cue).replace(/\W+$/, ''), cue: alarm.cue };
  return check && !paused && now - check.since < CHECK_MS ? check : undefined;
}

/** The words of a large moment, in letters that fill the room that the other rows leave. */
export function largeLetters({ large }: LargeMoment, look: FrameLook, room: number): LargeText | undefined {
  return largeText(large, look.columns - 2, room - TIME_ROWS, look.blocks);
}

/** Large letters in the middle of their room, and the time small below them. */
export function largeRows(letters: LargeText, shown: Shown, look: FrameLook, room: number): Row[] {
  const indent = ' '.repeat(Math.max(1, Math.floor((look.columns - letters.width) / 2)));
  const above = Math.max(0, Math.floor((room - TIME_ROWS - letters.rows.length) / 2));
  const rows = Array.from({ length: room - TIME_ROWS }, (_, row): Row => {
    const text = letters.rows[row - above];
    return text === undefined || text === '' ? [] : [{ text: indent + text, as: 'strong' }];
  });
  return [...rows, [{ text: ` ${timeText(shown)}`, as: 'strong' }]];
}

function timeText({ session, now }: Shown): string {
  const { ended, begunAt = now, pausedFor, endsAt, script } = session;
  if (ended) return `On for ${formatElapsed(now - begunAt - pausedFor)}`;
  return `${minutesAndSeconds(stepLeft(session, now))} left, until ${clockTime(endsAt, script)}`;
}
