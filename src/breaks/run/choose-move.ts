import type { Context } from '../../app/context.ts';
import { OperationError } from '../../errors.ts';
import { knownItems } from '../../profile/known.ts';
import { todayOf } from '../../today/day.ts';
import { movesFor, nextMove, type Person } from '../core/moves.ts';

/** This many of the newest entries say whether there is an episode; more would take longer each time. */
const ENOUGH_ENTRIES = 500;

/**
 * The id of the move for the next break.
 * @param last the id of the one before
 * @returns undefined for somebody who has to get help, or to check a warning sign, first
 */
export function chooseMove(context: Context, last: string | undefined): string | undefined {
  const person = lookAtPerson(context);
  if (!person) return undefined;
  const { moves } = context.content.breaks();
  return nextMove(moves, movesFor(moves, person), last)?.id;
}

function lookAtPerson(context: Context): Person | undefined {
  const applies = knownItems(context).map(({ id }) => id);
  try {
    const { unseen, noteWithSigns, episode } = todayOf(context, context.journal.newest(ENOUGH_ENTRIES).entries);
    if (unseen || noteWithSigns) return undefined;
    return { applies, isInEpisode: episode !== undefined };
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    // What can't be read may be an episode.
    return { applies, isInEpisode: true };
  }
}
