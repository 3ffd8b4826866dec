import { fileURLToPath } from 'node:url';
import { preloading } from './quoting.ts';

const preload = fileURLToPath(new URL('renamed.cjs', import.meta.url));

/** The variables that make the program believe that its computer has this name. */
export const called = (name: string) => ({ env: { ...preloading(preload), HOST_NAME: name } });
