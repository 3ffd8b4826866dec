import type { SessionsContent, Therapy } from '../../content/session-types.ts';
import type { Fields } from '../../journal/core/records.ts';
import type { Session } from '../core/state.ts';
import { entryText } from '../../journal/views/journal.ts';
import { type Page, paragraph } from '../../terminal/page.ts';
import { hurtText } from './announcement.ts';
import { momentText } from '../../journal/core/when-text.ts';
import { clockTime } from './times.ts';

/** What is known of a session once it is over. */
export interface Facts {
  /** Absent when it never began. */
  readonly outcome: Omit<Fields, 'kind' | 'at'> | undefined;
  readonly session: Session;
  /** Of its entry; absent where it isn't kept. */
  readonly id: string | undefined;
  readonly limits: Therapy['limits'];
  /** When it was really over, in milliseconds since 1970. */
  readonly off: number | undefined;
  /** What it said at its end is still to be read. */
  readonly isTold: boolean;
  /** A key has said that it is off. */
  readonly isAnswered: boolean;
  readonly now: Date;
}

const MINUTE_MS = 60_000;

/** What is left on the terminal of a session. */
export function summaryLines(page: Page, words: SessionsContent, facts: Facts): string[] {
  const { outcome, session, id, limits, off, isTold, isAnswered, now } = facts;
  if (!outcome) return paragraph(page, 'It was left before it began: nothing is kept.');
  const { script, begunAt, ended, hurt } = session;
  const endedAt = off ?? ended!.at;
  const nameOf = (part: string) => script.parts.find((one) => one.id === part)?.name.toLowerCase() ?? part;
  const text = entryText({ kind: 'session', at: '', ...outcome }, nameOf);
  const kept = id === undefined ? '' : ` [${id}]`;
  // What was hardly one doesn't count.
  const counts = limits && (outcome.minutes ?? 0) >= limits.leastMinutes;
  const again = counts && momentText(endedAt + limits.gapMinutes * MINUTE_MS, now);
  return [
    ...(ended!.why === 'done' && !isTold && !isAnswered ? paragraph(page, script.end.cue).map(page.style.strong) : []),
    ...paragraph(page, `${clockTime(begunAt!)} to ${clockTime(endedAt)}: ${text}${kept}`),
    ...(again ? paragraph(page, `${script.name} again from ${again}, ${limits.onlyWhen}.`) : []),
    ...(hurt.length > 0 && !isTold ? paragraph(page, hurtText(session, words)) : []),
  ];
}
