import type { SessionsContent } from '../../content/session-types.ts';
import { SCHEMA_VERSION } from '../../schema-version.ts';
import { toIso } from '../../journal/core/when.ts';
import type { HookEvent } from '../core/hook-events.ts';
import type { Session } from '../core/state.ts';
import { announcementFor } from './announcement.ts';
import { sessionDocument } from './status.ts';

/** What the hook is told about a session beside its state. */
export interface HookFacts {
  /** It goes on after an interruption. */
  readonly isResumed: boolean;
  /** It will be in the journal. */
  readonly isSaved: boolean;
  /** A signal has ended the program before the session was over. */
  readonly isInterrupted: boolean;
}

/**
 * The JSON document that the user's hook reads, as `unspasm help hook` describes it: one line.
 * @param now milliseconds since 1970
 */
export function hookInput(
  { event, signal, needsAnswer, repeats }: HookEvent,
  session: Session,
  words: SessionsContent,
  now: number,
  { isResumed, isSaved, isInterrupted }: HookFacts,
): string {
  const { ended, script } = session;
  const over = { kind: 'over', why: ended?.why ?? 'stopped' } as const;
  const { line } = announcementFor(signal ?? over, session, words, now);
  const isCut = isInterrupted && ended === undefined;
  const text = event === 'start' && signal === undefined ? 'Resumed.' : isCut ? 'Interrupted.' : line;
  const document = {
    schemaVersion: SCHEMA_VERSION,
    event,
    at: toIso(now),
    text: `${script.name}: ${text}`,
    ...(event === 'start' && { resumed: isResumed }),
    ...(event === 'check' && { needsAnswer: needsAnswer ?? false }),
    ...(event === 'alarm' && { repeats: repeats ?? 0 }),
    ...(event === 'end' && { ended: isCut ? 'interrupted' : (ended?.why ?? 'stopped') }),
    session: { ...sessionDocument(session, now), saved: isSaved },
  };
  return `${JSON.stringify(document)}\n`;
}
