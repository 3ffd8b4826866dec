import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeHome, removeHome } from './harness/environment.ts';
import { runProgram, type Outcome } from './process.ts';

const project = new URL('../../', import.meta.url).pathname;

/** Runs the launcher from a folder in which nothing was built. */
async function runUnbuilt(args: string[]): Promise<Outcome> {
  const folder = makeHome();
  try {
    for (const part of ['bin', 'package.json']) cpSync(join(project, part), join(folder, part), { recursive: true });
    return await runProgram(args, { command: [process.execPath, join(folder, 'bin', 'unspasm.cjs')] });
  } finally {
    removeHome(folder);
  }
}

describe.concurrent('without a build', () => {
  test.for([[], ['triage'], ['--help'], ['--version'], ['rest', '--json']])(
    '%j says in one line what to do',
    async (args) => {
      const { code, stdout, stderr } = await runUnbuilt(args);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(/^unspasm: not built yet\. [^\n]*npm ci\n$/);
    },
  );
});
