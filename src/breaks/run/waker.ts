import type { SessionPorts } from '../../sessions/ports.ts';

/** Waits until a time, or until something happens before it. */
export interface Waker {
  /** @param time milliseconds since 1970 */
  readonly until: (time: number) => Promise<void>;
  /** Something has happened: ends the wait, or the next one if nobody waits. */
  readonly wake: () => void;
}

/** A waker on a clock. */
export function makeWaker(clock: SessionPorts['clock']): Waker {
  let end: (() => void) | undefined;
  let isWoken = false;
  return {
    until: (time) =>
      new Promise((resolve) => {
        if (isWoken) {
          isWoken = false;
          return resolve();
        }
        const finish = () => {
          end = undefined;
          cancel();
          resolve();
        };
        const cancel = clock.wakeAt(time, finish);
        end = finish;
      }),
    wake: () => {
      if (end) end();
      else isWoken = true;
    },
  };
}
