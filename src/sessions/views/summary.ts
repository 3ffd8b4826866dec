import type { SessionsContent, Therapy } from '../../content/session-types.ts';
import type { Fields } from '../../journal/core/fields.ts';
import type { Session } from '../core/state.ts';
import { entryText } from '../../journal/views/journal.ts';
import { type Page, paragraph, withId } from '../../terminal/page.ts';
import { hurtText } from './announcement.ts';
import { momentText } from '../../journal/core/say-when.ts';
import { clockTime, nextUseText } from './times.ts';

/** A session that is over. */
export interface FinishedSession {
  /** Absent if it never began. */
  readonly outcome: Omit<Fields, 'kind' | 'at'> | undefined;
  readonly session: Session;
  /** The id of its journal entry; absent if it wasn't saved. */
  readonly id: string | undefined;
  readonly limits: Therapy['limits'];
  /** When it was taken off, if that was later than its end; milliseconds since 1970. */
  readonly takenOff: number | undefined;
  /** Whether its end was announced in a line, which is still there to read. */
  readonly wasAnnounced: boolean;
  /** Whether a key has answered the alarm at its end. */
  readonly isAnswered: boolean;
  readonly now: Date;
}

const MINUTE_MS = 60_000;

/** The lines that remain on the terminal after a session. */
export function summaryLines(page: Page, words: SessionsContent, finished: FinishedSession): string[] {
  const { outcome, session, id, limits, takenOff, wasAnnounced, isAnswered, now } = finished;
  if (!outcome) return paragraph(page, 'You left before it started, so nothing was saved.');
  const { script, begunAt, ended, hurt } = session;
  const endedAt = takenOff ?? ended!.at;
  const nameOf = (part: string) => script.parts.find((one) => one.id === part)?.name.toLowerCase() ?? part;
  const text = entryText({ kind: 'session', at: '', ...outcome }, nameOf);
  const said = `${clockTime(begunAt!, script)} to ${clockTime(endedAt, script)}: ${text}`;
  // A very short one doesn't count.
  const counts = limits && (outcome.minutes ?? 0) >= limits.leastMinutes;
  const again = counts && momentText(endedAt + limits.gapMinutes * MINUTE_MS, now);
  return [
    ...(ended!.why === 'done' && !wasAnnounced && !isAnswered
      ? paragraph(page, script.end.cue).map(page.style.strong)
      : []),
    ...paragraph(page, id === undefined ? said : withId(page, said, id)),
    ...(again ? paragraph(page, nextUseText(script.name, again, limits)) : []),
    ...(hurt.length > 0 && !wasAnnounced ? paragraph(page, hurtText(session, words, 'command')) : []),
  ];
}
