import { fileURLToPath } from 'node:url';
import { preloading } from '../harness/quoting.ts';

const clock = fileURLToPath(new URL('../harness/hurried-clock.cjs', import.meta.url));

/** The environment of a program that waits for nothing, and finds no other programs but those of the shell. */
export const hurried = preloading(clock);
