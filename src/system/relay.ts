import type { Running } from './programs.ts';

/** Several programs for the same job, of which the first that works is used. They do one thing at a time. */
export interface Relay<One> {
  /** The program that is tried first: the one that worked last. */
  readonly first: () => One | undefined;
  /** Ends the current job and begins a new one. @returns tells whether that one is still current */
  readonly begin: () => () => boolean;
  /**
   * Tries one program after the other, until one of them works. A program that fails is tried last from then on.
   * @param isStillWanted what `begin` returned
   * @param start starts one of the programs, and calls `ended` later, once, with whether it worked
   * @returns false when all of them failed; true when one worked, or when another job has begun meanwhile
   */
  readonly run: (
    isStillWanted: () => boolean,
    start: (one: One, ended: (worked: boolean) => void) => Running,
  ) => Promise<boolean>;
}

/** Makes a relay. @param programs the best one first */
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
