import type { SessionsContent } from '../../content/session-types.ts';
import type { Row, Span } from '../../terminal/painter.ts';
import { firstSentence } from '../../text/first-sentence.ts';
import { elapsed, isReady, type Session, stepLeft } from '../core/state.ts';
import { hurtText } from './announcement.ts';
import type { Shown } from './head.ts';
import { type LargeText, largeText } from './large-text.ts';
import type { FrameLook } from './middle.ts';
import { cutTo, textRow } from './text-rows.ts';
import { clockTime, formatElapsed, minutesAndSeconds } from './times.ts';

/** How long a check fills the window: people may have to lift their heads first. Then the time is large again. */
const CHECK_MS = 60_000;
const TIME_ROWS = 1;
/** Where the letters would be smaller than this part of what they can be, what can be left out is. */
const LEAST_SHARE = 0.6;

/** A moment that matters so much that its words fill the window. */
export interface LargeMoment {
  /** The words, for big letters. */
  readonly large: string;
  /** All that has to be done, in sentences; the first is at the top. */
  readonly cue: string;
  /** The rest of it can be left out for larger letters: it is said again, or only good to know. */
  readonly isBrief: boolean;
}

/** An alarm, a check that has just been asked for, or a pack that hurts; nothing at other moments. */
export function largeMoment({
  session,
  now,
  words,
}: Pick<Shown, 'session' | 'now' | 'words'>): LargeMoment | undefined {
  const { alarm, check, paused } = session;
  if (alarm) {
    const large = alarm.large ?? firstSentence(alarm.cue).replace(/\W+$/, '');
    return { large, cue: alarm.cue, isBrief: true };
  }
  if (paused?.why === 'hurt') return isReady(session) ? undefined : hurtMoment(session, words);
  if (!check || paused || now - check.since >= CHECK_MS) return undefined;
  return { large: check.large, cue: check.cue, isBrief: false };
}

function hurtMoment(session: Session, words: SessionsContent): LargeMoment | undefined {
  if (session.script.end.takeOff === undefined) return undefined;
  return { large: words.hurts.onSkinLarge, cue: hurtText(session, words, 'key'), isBrief: false };
}

/** What is below the top of the screen in a large moment. */
export interface MomentLayout {
  readonly texts: readonly Row[];
  /** How many rows are left for the letters and the time. */
  readonly room: number;
  /** Absent where even the smallest letters don't fit. */
  readonly letters?: LargeText;
}

/** Lays out a large moment. @param height the rows between the top and the keys */
export function layOutMoment(moment: LargeMoment, shown: Shown, look: FrameLook, height: number): MomentLayout {
  const fitted = (rows: number) => largeText(moment.large, look.columns - 2, rows, look.blocks);
  const lettersBeside = (texts: readonly Row[]) => {
    const rows = height - texts.length - TIME_ROWS;
    // An empty row parts them from the bar above, if that doesn't cost the letters.
    return fitted(rows - 1) ?? fitted(rows);
  };
  const ways = textsOf(moment, shown).map((texts) =>
    cutTo(
      texts.map((text) => textRow(text, look.columns - 1)),
      height,
    ),
  );
  const most = lettersBeside([])?.area ?? 0;
  const least = Math.max(1, most * LEAST_SHARE);
  const texts = ways.find((way) => (lettersBeside(way)?.area ?? 0) >= least) ?? ways.at(-1)!;
  const letters = lettersBeside(texts);
  return { texts, room: height - texts.length, ...(letters && { letters }) };
}

/** What else has to be known, with less and less of what can be left out. */
function textsOf({ cue, isBrief }: LargeMoment, { session, notice }: Shown): Span[][] {
  const rest = cue.slice(firstSentence(cue).length).trim();
  const ways = [spans([rest, sinceText(session), notice]), spans([rest])];
  return isBrief ? [...ways, []] : ways;
}

function spans(texts: readonly string[]): Span[] {
  return texts.filter(Boolean).map((text) => ({ text, as: 'strong' }));
}

function sinceText({ alarm, ended, begunAt, script }: Session): string {
  if (!alarm || !ended) return '';
  return `It has been on since ${clockTime(begunAt!, script)}. The time was up at ${clockTime(ended.at, script)}.`;
}

/** Large letters in the middle of their room, and the time small below them. */
export function largeRows(letters: LargeText, shown: Shown, look: FrameLook, room: number): Row[] {
  const indent = ' '.repeat(Math.max(1, Math.floor((look.columns - letters.width) / 2)));
  const above = Math.max(0, Math.ceil((room - TIME_ROWS - letters.rows.length) / 2));
  const rows = Array.from({ length: room - TIME_ROWS }, (_, row): Row => {
    const text = letters.rows[row - above];
    return text === undefined || text === '' ? [] : [{ text: indent + text, as: 'strong' }];
  });
  const time = timeTexts(shown).find((text) => text.length + 2 < look.columns) ?? '';
  return [...rows, [{ text: ` ${time}`, as: 'strong' }]];
}

/** The time in words, the last one for the narrowest windows. */
function timeTexts({ session, now }: Shown): string[] {
  const { ended, paused, begunAt = now, pausedFor, endsAt, script } = session;
  if (ended) return [`On for ${formatElapsed(now - begunAt - pausedFor)}`];
  if (paused) return [`${formatElapsed(elapsed(session, now))} so far`];
  const left = `${minutesAndSeconds(stepLeft(session, now))} left`;
  return [`${left}, until ${clockTime(endsAt, script)}`, left];
}
