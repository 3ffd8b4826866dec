import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { makeHome, removeHome } from './harness/environment.ts';
import { ZONE } from './harness/midday.ts';
import { PATIENCE_MS } from './harness/patience.ts';
import { nodeScript } from './harness/scripts.ts';
import { runProgram, type Outcome, type RunOptions } from './process.ts';

function runScript(script: string, options: RunOptions = {}): Promise<Outcome> {
  return runProgram([], { ...options, command: nodeScript(script) });
}

describe('runProgram', () => {
  test('gives what the program wrote and how it ended', async () => {
    const outcome = await runScript(
      `
      process.stdin.on('data', (data) => console.log('read ' + data));
      process.stdin.on('end', () => { console.error('oops'); process.exitCode = 2; });
    `,
      { input: 'me' },
    );
    expect(outcome).toEqual({ code: 2, signal: null, stdout: 'read me\n', stderr: 'oops\n' });
  });

  test('gives a program that asks for more an end of input', async () => {
    const script = `console.log(require('fs').readFileSync(0, 'utf8').length)`;
    expect((await runScript(script)).stdout).toBe('0\n');
    expect((await runScript(script, { stdin: 'ignore' })).stdout).toBe('0\n');
  });

  test('does not mind input that is never read', async () => {
    const outcome = await runScript('process.exit(0)', { input: 'x'.repeat(1_000_000) });
    expect(outcome.code).toBe(0);
  });

  test('gives the signal that ended the program', async () => {
    const outcome = await runScript(`process.kill(process.pid, 'SIGTERM')`);
    expect(outcome).toMatchObject({ code: null, signal: 'SIGTERM' });
  });

  test('kills a program that hangs, and shows what it had written', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const folder = makeHome();
    const mark = join(folder, 'written');
    onTestFinished(() => {
      vi.useRealTimers();
      removeHome(folder);
    });
    const script = `
      require('fs').writeSync(1, 'stuck');
      require('fs').writeFileSync(${JSON.stringify(mark)}, '');
      setInterval(() => {}, 1000);
    `;
    const run = expect(runScript(script, { timeoutMs: 300 })).rejects.toThrow(/300 ms[^]*stuck/);
    await expect.poll(() => existsSync(mark), { timeout: PATIENCE_MS }).toBe(true);
    vi.advanceTimersByTime(300);
    await run;
  });

  test('starts from the same few variables everywhere', async () => {
    const { stdout } = await runScript('console.log(JSON.stringify(process.env))');
    expect(JSON.parse(stdout)).toEqual({
      HOME: expect.stringContaining('unspasm-home-'),
      LANG: 'en_US.UTF-8',
      LC_TIME: 'en_GB.UTF-8',
      PATH: process.env['PATH'],
      TERM: 'xterm-256color',
      TZ: ZONE,
    });
  });
});
