import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { makeHome, removeHome } from './harness/environment.ts';
import { runProgram, type Outcome } from './process.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));

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

const engines = (JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { engines: { node: string } })
  .engines;
const needed = engines.node.replace('>=', '');

/** Runs the launcher as if Node had another version, beside a program that says that it was loaded. */
async function runOn(version: string): Promise<Outcome> {
  const folder = makeHome();
  try {
    cpSync(join(project, 'bin'), join(folder, 'bin'), { recursive: true });
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist', 'main.cjs'), "console.log('loaded');exports.main = () => Promise.resolve(0);");
    const versions = `{ value: { ...process.versions, node: ${JSON.stringify(version)} } }`;
    writeFileSync(join(folder, 'other.cjs'), `Object.defineProperty(process, 'versions', ${versions});`);
    const command = [process.execPath, '-r', join(folder, 'other.cjs'), join(folder, 'bin', 'unspasm.cjs')] as const;
    return await runProgram(['log', 'list'], { command });
  } finally {
    removeHome(folder);
  }
}

describe.concurrent('the version of Node', () => {
  test.for(['0.10.48', '6.17.1', '12.22.12', '18.20.8', '20.5.0', '20.18.3', '20.19.0'])(
    '%s: too old is said in one line, before anything is loaded',
    async (version) => {
      const isEnough = version === needed;
      const { code, stdout, stderr } = await runOn(version);
      expect({ code, stdout }).toEqual(isEnough ? { code: 0, stdout: 'loaded\n' } : { code: 1, stdout: '' });
      const refusal = `unspasm: Node.js ${version} is too old. Install Node.js ${needed} or newer: https://nodejs.org\n`;
      expect(stderr).toBe(isEnough ? '' : refusal);
    },
  );

  test.for(['20.19.1', '20.100.0', '21.0.0', '22.1.0', '26.10.0', '100.0.0', '27.0.0-nightly20261101ab'])(
    '%s is new enough',
    async (version) => {
      expect(await runOn(version)).toMatchObject({ code: 0, stdout: 'loaded\n', stderr: '' });
    },
  );

  test('is read by a launcher that the oldest can parse', () => {
    const code = readFileSync(join(project, 'bin', 'unspasm.cjs'), 'utf8').replace(/^(#!|\s*\/\/).*$/gm, '');
    expect(code).not.toMatch(/=>|`|\b(?:const|let|class|async|await|of)\b|\?[.?]|\.\.\.|\*\*|node:|,\s*\)/);
  });
});
