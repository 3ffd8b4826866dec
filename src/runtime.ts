import type { Environment } from './system/programs.ts';
import { standardInput, standardOutput, type StandardInput, type StandardOutput } from './system/streams.ts';
import { onExitSignal } from './terminal/exit-signals.ts';

/** Timers may be early by this much; what is shown would then be a second late until the next one. */
const EARLY_MS = 2;

/** The wall clock of the computer. Unlike a counter of elapsed time it runs on while the computer sleeps. */
export const wallClock = {
  /** Milliseconds since 1970. */
  now: (): number => Date.now(),
  /** Calls at a time, or as soon as possible afterwards. @returns cancels it */
  wakeAt: (time: number, act: () => void): (() => void) => {
    const timer = setTimeout(act, Math.max(0, time - Date.now()) + EARLY_MS);
    return () => clearTimeout(timer);
  },
};

/**
 * The surroundings of one run of the program. Nothing in src/ uses the environment, the standard streams, the clock or
 * the signals of the process directly: `main` is handed them, so that many runs can follow one another in one process,
 * each with its own.
 */
export interface Runtime {
  readonly env: Environment;
  readonly platform: string;
  readonly clock: typeof wallClock;
  /** Milliseconds since any moment, for what is measured: nobody sets this clock. */
  readonly elapsed: () => number;
  readonly stdin: StandardInput;
  readonly stdout: StandardOutput;
  readonly stderr: StandardOutput;
  /** Does something before a signal ends the program. @returns cancels it */
  readonly onExitSignal: (act: (signal: NodeJS.Signals) => void) => () => void;
}

/** The runtime of a process that runs the program once. */
export function thisProcess(): Runtime {
  return {
    env: process.env,
    platform: process.platform,
    clock: wallClock,
    elapsed: () => performance.now(),
    stdin: standardInput,
    stdout: standardOutput(1),
    stderr: standardOutput(2),
    onExitSignal,
  };
}
