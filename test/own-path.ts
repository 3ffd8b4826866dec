import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTool } from './e2e/harness/tools.ts';

/** All that the tests start. What a computer doesn't have is left out: the tests that need it say so. */
const TOOLS = (
  'bash sh zsh fish tmux env ps setpriv mount umount unshare git npm npx man mandoc ' +
  'basename cat chmod cp date dirname false getconf grep head hostname id kill ls mkdir mkfifo mv printf rm sed sleep stty ' +
  'tail tee touch tput tr true uname wc ' +
  // What man starts by name.
  'col groff grotty gzip less locale nroff preconv tbl troff zcat'
).split(' ');

/**
 * Gives the tests, and so whatever they start, a PATH with these tools of this computer and no other program: nothing
 * that plays, speaks, notifies, keeps awake or opens a window can be reached, however much of it is installed. What
 * a test wants of that it puts on a PATH of its own, as a script.
 * @returns takes the folder away again
 */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'unspasm-path-'));
  for (const name of TOOLS) {
    const tool = findTool(name);
    if (tool !== undefined) symlinkSync(tool, join(folder, name));
  }
  symlinkSync(process.execPath, join(folder, 'node'));
  process.env['PATH'] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
