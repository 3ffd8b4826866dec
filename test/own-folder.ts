import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toolPath } from './e2e/harness/tools.ts';

const MEMORY = '/dev/shm';
/** More than all tests together leave there, in bytes. */
const ROOM = 2 ** 31;

/**
 * Gives the tests one folder for all that they write: in memory, where this computer has room for it and lets a program
 * there be started.
 * @returns takes the folder away again
 */
export function setup(): () => void {
  const folder = inMemory() ?? mkdtempSync(join(tmpdir(), 'unspasm-'));
  process.env['TMPDIR'] = folder;
  if (process.platform === 'win32') return () => rmSync(folder, { recursive: true, maxRetries: 5 });
  const rm = toolPath('rm');
  return () => execFileSync(rm, ['-rf', '--', folder]);
}

function inMemory(): string | undefined {
  let folder: string | undefined;
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    if (bavail * bsize < ROOM) return undefined;
    folder = mkdtempSync(join(MEMORY, 'unspasm-'));
    const script = join(folder, 'starts');
    writeFileSync(script, '#!/bin/sh\n', { mode: 0o700 });
    execFileSync(script);
    return folder;
  } catch {
    // There is none, it is closed to us, or nothing may be started there.
    if (folder !== undefined) rmSync(folder, { recursive: true, maxRetries: 5 });
    return undefined;
  }
}
