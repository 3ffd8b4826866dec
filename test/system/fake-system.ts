import { syncBuiltinESMExports } from 'node:module';
import fs from 'node:fs';
import os from 'node:os';

/** `node:fs` as it is, for what a fake leaves to it. */
export const realFs = { ...fs };
const realOs = { ...os };
let taken: { fs: string[]; os: string[] } = { fs: [], os: [] };

/**
 * Gives some functions of `node:fs` and `node:os` another meaning, for everything in this process. Replacing the
 * modules would come too late: test files share what they import.
 */
export function fakeSystem(fakes: { fs?: Partial<typeof fs>; os?: Partial<typeof os> }): void {
  taken = { fs: Object.keys(fakes.fs ?? {}), os: Object.keys(fakes.os ?? {}) };
  Object.assign(fs, fakes.fs);
  Object.assign(os, fakes.os);
  syncBuiltinESMExports();
}

/** Takes all of that back: for `afterEach`. */
export function realSystem(): void {
  for (const name of taken.fs) Object.assign(fs, { [name]: realFs[name as 'readFileSync'] });
  for (const name of taken.os) Object.assign(os, { [name]: realOs[name as 'hostname'] });
  syncBuiltinESMExports();
}
