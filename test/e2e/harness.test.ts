import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { makeFolder, removeFolders } from '../system/places.ts';
import { PATIENCE_MS } from './harness/patience.ts';
import { isAlive } from './harness/process-state.ts';
import { startScript } from './harness/scripts.ts';
import { SteppedClock } from './support/clock.ts';
import { closeTerminals, startTerminal, Terminal } from './terminal.ts';

// A program that changes the terminal and, unless it is made to, never ends.
const rawWithHiddenCursor = `
  process.stdin.setRawMode(true);
  process.stdout.write('\\x1b[?25lready');
  setInterval(() => {}, 1000);
`;

afterEach(closeTerminals);
afterEach(removeFolders);

describe('waitFor', () => {
  test('takes a text or a pattern', async () => {
    const terminal = startScript(`console.log('step 3 of 7'); setInterval(() => {}, 1000)`);
    await terminal.waitFor('of 7');
    await terminal.waitFor(/step \d of \d/);
  });

  test('fails with the screen when the text does not come', async () => {
    const terminal = startScript(`console.log('something else'); setInterval(() => {}, 1000)`);
    await terminal.waitFor('something');
    await expect(terminal.waitFor('a question', 50)).rejects.toThrow(
      /did not show "a question" within 50 ms[^]*something else/,
    );
  });

  test('fails at once when the program has ended without the text', async () => {
    const terminal = startScript(`console.log('sorry'); process.exitCode = 3`);
    await expect(terminal.waitFor('a question', 60_000)).rejects.toThrow(
      /and ended: \{"code":3,"signal":null\}[^]*sorry/,
    );
  });

  test('fails at once when there is no such program', async () => {
    const terminal = startTerminal([], { command: ['/nowhere/at-all'] });
    await expect(terminal.waitFor('anything', 60_000)).rejects.toThrow(/"code":127[^]*No such file/);
  });
});

describe('the ending', () => {
  test.each([0, 1, 2, 130, 143])('gives exit code %i', async (code) => {
    const terminal = startScript(`process.exitCode = ${code}`);
    expect(await terminal.exited()).toEqual({ code, signal: null });
  });

  test.each(['SIGTERM', 'SIGKILL', 'SIGHUP'] as const)('gives %s as a signal', async (signal) => {
    const terminal = startScript(rawWithHiddenCursor);
    await terminal.waitFor('ready');
    await terminal.signal(signal);
    expect(await terminal.exited()).toEqual({ code: null, signal });
  });

  test('by ctrl+c reaches a program that has the terminal make signals', async () => {
    const terminal = startScript(`console.log('ready'); setInterval(() => {}, 1000)`);
    await terminal.waitFor('ready');
    terminal.press('ctrl+c');
    expect(await terminal.exited()).toEqual({ code: null, signal: 'SIGINT' });
  });

  test('fails with the screen when it does not come', async () => {
    const terminal = startScript(rawWithHiddenCursor);
    await terminal.waitFor('ready');
    await expect(terminal.exited(50)).rejects.toThrow(/did not end within 50 ms[^]*ready/);
  });

  test('is known even when the window was closed', async () => {
    const terminal = startScript(`
      process.on('SIGHUP', () => process.exit(7));
      process.stdin.on('error', () => {}).resume();
      console.log('ready');
    `);
    await terminal.waitFor('ready');
    await terminal.hangUp();
    expect(await terminal.exited()).toEqual({ code: 7, signal: null });
  });

  test('comes on closing, for the program and for its children', async () => {
    const terminal = new Terminal([], { command: ['sh', '-c', 'sleep 100 & echo $!.; wait'] });
    await terminal.waitFor('.');
    const child = Number.parseInt(terminal.screen(), 10);
    const program = await terminal.pid();
    await terminal.close();
    await expect.poll(() => [program, child].filter(isAlive), { timeout: PATIENCE_MS }).toEqual([]);
    expect(existsSync(terminal.home)).toBe(false);
  });
});

describe('a stepped clock', () => {
  test('waits for no answer of a program that has ended, whenever it did', async () => {
    const path = join(makeFolder(), 'clock');
    let answered = 0;
    const server = createServer((socket) => {
      socket.on('data', () => (answered++ === 0 ? socket.write('done\n') : socket.end())).on('error', () => {});
    });
    await once(server.listen(path), 'listening');
    onTestFinished(() => void server.close());
    const clock = new SteppedClock(path);
    await clock.seconds(1);
    await clock.seconds(1);
    await clock.seconds(1);
    expect(answered).toBe(2);
  });
});

describe('a program without a process of its own', () => {
  const FIRST = /1\/\d+ [^]*Esc/;

  test('is in a terminal of its own, beside others', async () => {
    const [wide, narrow] = [startTerminal(['triage']), startTerminal(['triage'], { columns: 40, rows: 12 })];
    await Promise.all([wide.waitFor(FIRST), narrow.waitFor(FIRST)]);
    expect(wide.screen()).not.toContain('more');
    expect(narrow.screen()).toContain('more');
    narrow.press('escape');
    expect((await narrow.exited()).code).toBe(130);
    expect(await narrow.leftovers()).toEqual([]);
    expect(await wide.leftovers().catch(String)).toContain('still running');
  });

  test('hears that its window has another size', async () => {
    const terminal = startTerminal(['triage'], { columns: 40, rows: 12 });
    await terminal.waitFor(FIRST);
    terminal.resize(80, 24);
    await terminal.waitFor(/Taken far too much of a medicine[^]*Esc/);
    expect(terminal.screen()).not.toContain('more');
  });

  test('is ended on closing, and the next one begins from nothing', async () => {
    for (const env of [{ NO_COLOR: '1' }, {}]) {
      const terminal = startTerminal(['triage'], { env });
      await terminal.waitFor(FIRST);
      expect(/\u001B\[[\d;]+m/.test(terminal.output())).toBe(env.NO_COLOR === undefined);
      await terminal.close();
    }
  });

  test('has no number to be asked for', async () => {
    await expect(startTerminal(['--version']).pid()).rejects.toThrow('ownProcess');
  });
});
