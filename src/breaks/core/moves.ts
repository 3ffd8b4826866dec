import type { BreakMove } from '../../content/break-types.ts';

/** What decides which moves suit somebody. */
export interface Person {
  /** What applies to them: ids of the profile. */
  readonly applies: readonly string[];
  readonly isInEpisode: boolean;
}

/** The moves that suit somebody: in an episode, only those that are for everybody. */
export function movesFor(moves: readonly BreakMove[], { applies, isInEpisode }: Person): readonly BreakMove[] {
  return moves.filter(
    ({ isForEverybody, notFor = [] }) =>
      (!isInEpisode || isForEverybody === true) && !notFor.some((id) => applies.includes(id)),
  );
}

/** The move whose turn it is. @param last the id of the one before; absent for the first of a run */
export function nextMove(
  all: readonly BreakMove[],
  suitable: readonly BreakMove[],
  last: string | undefined,
): BreakMove | undefined {
  const from = all.findIndex(({ id }) => id === last) + 1;
  const inTurn = [...all.slice(from), ...all.slice(0, from)];
  return inTurn.find((move) => suitable.includes(move));
}
