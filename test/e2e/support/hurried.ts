import { fileURLToPath } from 'node:url';
import type { ClockOptions } from '../harness/host.ts';
import { preloading } from '../harness/quoting.ts';

const clock = fileURLToPath(new URL('../harness/hurried-clock.cjs', import.meta.url));

/** The environment of a program in a terminal, or in a shell, that waits for nothing. */
export const hurried = preloading(clock);

/** The clock of a run through pipes that waits for nothing. */
export const HURRIED: ClockOptions = { hurried: true };
