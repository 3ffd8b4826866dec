import { LEVELS, type Level } from '../../content/types.ts';
import type { Entry } from '../../journal/core/records.ts';
import { daysAgo } from '../../journal/core/say-when.ts';
import { mentionsSigns } from '../../journal/core/signs.ts';
import { isAhead } from '../../journal/core/timed.ts';

/** How many days a note with a warning sign is shown again. */
const NOTE_DAYS = 14;

/**
 * The note with the gravest warning sign that no check has looked at yet; of equals, the latest. A later note with a
 * lesser sign doesn't hide it.
 * @param levelOf where a sign sends somebody who reports it
 */
export function noteToCheck(
  newestFirst: readonly Entry[],
  levelOf: (sign: string) => Level,
  now: Date,
): Entry | undefined {
  const notes = recentNotes(newestFirst, mentionsSigns, now);
  return notes.length < 2 ? notes[0] : gravestFirst(notes, levelOf)[0];
}

/**
 * The entries of the last two weeks that no check, visit or end of an episode has come after: a warning sign in one of
 * them is still to be checked.
 * @param mentions which of them mention warning signs
 */
export function recentNotes(newestFirst: readonly Entry[], mentions: (entry: Entry) => boolean, now: Date): Entry[] {
  // An answer that is ahead of now can't be known to come after the note.
  const answered = newestFirst.findIndex((entry) => answersSigns(entry) && !isAhead(entry.at, now));
  const since = answered < 0 ? newestFirst : newestFirst.slice(0, answered);
  // The days are counted last, as that takes much longer than the rest.
  return since.filter((entry) => mentions(entry) && daysAgo(entry.at, now) <= NOTE_DAYS);
}

/** Notes by their gravest sign; equals stay in their order. */
export function gravestFirst<Note extends { readonly signs?: readonly string[] }>(
  notes: readonly Note[],
  levelOf: (sign: string) => Level,
): Note[] {
  const rank = ({ signs = [] }: Note) => Math.min(...signs.map((sign) => LEVELS.indexOf(levelOf(sign))));
  return notes.toSorted((one, other) => rank(one) - rank(other));
}

// After a check, a visit or the end of the episode, earlier notes need no answer any more.
function answersSigns({ kind }: Entry): boolean {
  return kind === 'triage' || kind === 'seen' || kind === 'resolved';
}
