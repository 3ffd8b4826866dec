import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { askProgram } from '../../src/system/ask-program.ts';
import { isAlive } from '../e2e/harness/process-state.ts';
import { fakeComputer, until } from './fake-programs.ts';
import { removeFolders } from './places.ts';

afterEach(() => {
  vi.useRealTimers();
  removeFolders();
});

/** @param limit long, so that a busy computer doesn't decide; none for the usual one */
function ask(script: string, limit: { limitMs?: number } = { limitMs: 600_000 }) {
  const { env, folder, lines } = fakeComputer({ program: script });
  const job = { program: join(folder, 'program'), args: ['one two'], env, ...limit };
  return { answer: askProgram(job), lines };
}

/** Writes 8192 characters so many times. */
function long(times: number): string {
  return `i=0; while [ $i -lt ${times} ]; do printf "%08192d" 0; i=$((i+1)); done`;
}

describe.skipIf(process.platform === 'win32')('the answer of a program', () => {
  it('is what it writes on standard output', async () => {
    expect(await ask('echo "($1)"; echo noise >&2').answer).toBe('(one two)\n');
  });

  it('is missing where it fails, or is not there', async () => {
    expect(await ask('echo 5; exit 1').answer).toBeUndefined();
    expect(await askProgram({ program: '/nowhere/program', args: [], env: {} })).toBeUndefined();
  });

  it('is not waited for longer than its limit, and the program is ended', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { answer, lines } = ask('echo 5; echo $$ >> "$LOG"; exec sleep 60', {});
    const [pid = ''] = await lines(1);
    vi.advanceTimersByTime(1_900);
    expect(isAlive(pid)).toBe(true);
    vi.advanceTimersByTime(200);
    expect(await answer).toBeUndefined();
    await until(() => !isAlive(pid));
  });

  it('is whole, or missing', async () => {
    expect((await ask(long(100)).answer)!.length).toBe(819_200);
    expect(await ask(`${long(400)}; exec sleep 60`).answer).toBeUndefined();
  });
});
