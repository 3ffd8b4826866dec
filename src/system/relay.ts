import type { Running } from './programs.ts';

/** Several programs that can do the same thing: one thing at a time, each done by the first program that can. */
export interface Relay<One> {
  /** The program that is tried first: the one that worked last. */
  readonly first: () => One | undefined;
  /** Ends what is being done. @returns whether what comes after this is still what is being done */
  readonly begin: () => () => boolean;
  /**
   * Does something with one program after the other, until one of them can. A program that fails is tried last from
   * then on.
   * @param isStillWanted what `begin` returned
   * @param start starts it with one of the programs, and calls `ended` later, once, with whether it worked
   * @returns false when all of them failed; true when one worked, or when something else has begun meanwhile
   */
  readonly run: (
    isStillWanted: () => boolean,
    start: (one: One, ended: (worked: boolean) => void) => Running,
  ) => Promise<boolean>;
}

/** @param programs the best one first */
export function relay<One>(programs: readonly One[]): Relay<One> {
  let queue = programs;
  let running: Running | undefined;
  let turn = 0;
  const next = async (left: number, ...[isStillWanted, start]: Parameters<Relay<One>['run']>): Promise<boolean> => {
    const [one, ...others] = queue;
    if (one === undefined || left === 0) return false;
    const worked = await new Promise<boolean>((resolve) => {
      running = start(one, resolve);
    });
    if (worked || !isStillWanted()) return true;
    queue = [...others, one];
    return next(left - 1, isStillWanted, start);
  };
  return {
    first: () => queue[0],
    begin: () => {
      running?.end();
      running = undefined;
      turn += 1;
      const mine = turn;
      return () => turn === mine;
    },
    run: (isStillWanted, start) => next(queue.length, isStillWanted, start),
  };
}
