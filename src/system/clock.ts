/** A timer may be early by this: what is shown would be a second behind until the next one. */
const EARLY_MS = 2;

/** The wall clock of the machine: unlike a counter of elapsed time it goes on while the machine sleeps. */
export const wallClock = {
  /** Milliseconds since 1970. */
  now: (): number => Date.now(),
  /** Calls at a time, or as soon after as can be. @returns takes it back */
  wakeAt: (time: number, act: () => void): (() => void) => {
    const timer = setTimeout(act, Math.max(0, time - Date.now()) + EARLY_MS);
    return () => clearTimeout(timer);
  },
};
