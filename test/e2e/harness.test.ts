import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { isAlive } from './harness/process-state.ts';
import { runProgram } from './process.ts';
import { closeTerminals, startTerminal, type Terminal, type TerminalOptions } from './terminal.ts';

const rawWithHiddenCursor = `
  process.stdin.setRawMode(true);
  process.stdout.write('\\x1b[?25lready');
  setInterval(() => {}, 1000);
`;

function startScript(script: string, options: TerminalOptions = {}): Terminal {
  return startTerminal([], { command: [process.execPath, '-e', script], ...options });
}

function runScript(script: string, options = {}) {
  return runProgram([], { command: [process.execPath, '-e', script], ...options });
}

afterEach(closeTerminals);

describe('the screen', () => {
  test('shows what a person would see', async () => {
    const terminal = startScript(`console.log('one   \\x1b[31mtwo\\x1b[0m  \\n\\n  three\\n\\n')`);
    await terminal.exited();
    expect(terminal.screen()).toBe('one   two\n\n  three');
    expect(terminal.output()).toContain('\u001B[31mtwo\u001B[0m');
  });

  test('keeps what scrolls away for the transcript', async () => {
    const terminal = startScript('for (let i = 1; i < 40; i++) console.log(`line ${i}.`)');
    await terminal.exited();
    expect(terminal.screen()).not.toContain('line 1.');
    expect(terminal.screen()).toContain('line 39.');
    expect(terminal.transcript()).toMatch(/^line 1\.\n[^]*\nline 39\.$/);
  });

  test('is complete when the program has ended, however much it wrote', async () => {
    const terminal = startScript(`require('fs').writeSync(1, 'x'.repeat(300_000) + 'the end')`);
    await terminal.exited();
    expect(terminal.output()).toHaveLength(300_007);
    expect(terminal.screen()).toContain('the end');
  });

  test('has the size it was given, and a new one after resize', async () => {
    const script = `
      const say = () => console.log(process.stdout.columns + 'x' + process.stdout.rows);
      process.stdout.on('resize', say);
      say();
      setInterval(() => {}, 1000);
    `;
    const terminal = startScript(script, { columns: 50, rows: 10 });
    await terminal.waitFor('50x10');
    terminal.resize(120, 40);
    await terminal.waitFor('120x40');
  });

  test('answers a program that asks where the cursor is', async () => {
    const terminal = startScript(`
      process.stdin.setRawMode(true).once('data', (data) => {
        console.log(JSON.stringify(String(data)));
        process.exit();
      });
      process.stdout.write('abc\\x1b[6n');
    `);
    await terminal.waitFor(String.raw`"\u001b[1;4R"`);
  });
});

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
    await expect(terminal.waitFor('anything', 60_000)).rejects.toThrow(/"code":127[^]*ENOENT/);
  });
});

describe('the keys', () => {
  test('arrive as a terminal sends them', async () => {
    const terminal = startScript(`
      const readline = require('readline');
      process.stdin.setRawMode(true);
      readline.emitKeypressEvents(process.stdin);
      process.stdin.on('keypress', (text, key) => {
        console.log((key.ctrl ? 'ctrl+' : '') + key.name);
      });
      console.log('ready');
    `);
    await terminal.waitFor('ready');
    for (const key of ['up', 'left', 'space', 'tab', 'backspace', 'ctrl+z', 'ctrl+c'] as const) {
      terminal.press(key);
      await terminal.waitFor(key);
    }
    terminal.press('enter');
    await terminal.waitFor('return');
    terminal.press('escape');
    await terminal.waitFor('escape');
  });

  test('can be typed before the program reads them', async () => {
    const terminal = startScript(`
      const { createInterface } = require('readline');
      createInterface({ input: process.stdin }).once('line', (line) => {
        console.log('hello ' + line);
        process.exit();
      });
    `);
    terminal.type('you\r');
    await terminal.waitFor('hello you');
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
    terminal.hangUp();
    expect(await terminal.exited()).toEqual({ code: 7, signal: null });
  });

  test('comes on closing, for the program and for its children', async () => {
    const terminal = startTerminal([], { command: ['sh', '-c', 'sleep 100 & echo $!.; wait'] });
    await terminal.waitFor('.');
    const child = Number.parseInt(terminal.screen(), 10);
    const program = await terminal.pid();
    await terminal.close();
    await expect.poll(() => [program, child].filter(isAlive)).toEqual([]);
    expect(existsSync(terminal.home)).toBe(false);
  });
});

describe('leftovers', () => {
  test('are none after a program that cleans up', async () => {
    const terminal = startScript(`
      process.stdin.setRawMode(true);
      process.stdout.write('\\x1b[?1049h\\x1b[?25l\\x1b[?2004h\\x1b[1;31mred\\x1b[0m');
      process.stdout.write('\\x1b[?2004l\\x1b[?25h\\x1b[?1049l');
      process.stdin.setRawMode(false);
    `);
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    expect(terminal.leftovers()).toEqual([]);
  });

  test('are raw mode and a hidden cursor after SIGKILL', async () => {
    const terminal = startScript(rawWithHiddenCursor);
    await terminal.waitFor('ready');
    await terminal.signal('SIGKILL');
    await terminal.exited();
    const expected = ['hidden cursor', 'tty -icanon', 'tty -echo', 'tty -isig'];
    expect(terminal.leftovers()).toEqual(expect.arrayContaining(expected));
  });

  test('are a hidden cursor after SIGTERM', async () => {
    const terminal = startScript(rawWithHiddenCursor);
    await terminal.waitFor('ready');
    await terminal.signal('SIGTERM');
    await terminal.exited();
    expect(terminal.leftovers()).toContain('hidden cursor');
  });

  test.each([
    ['\u001B[?1049h', 'alternate screen'],
    ['\u001B[?1000h', 'mouse tracking'],
    ['\u001B[?2004h', 'bracketed paste'],
    ['\u001B=', 'application keypad'],
    ['\u001B[?1h', 'application cursor keys'],
    ['\u001B[1m', 'colours not reset'],
    ['\u001B[42mgreen\n', 'colours not reset'],
    ['\u001B(0', 'colours not reset'],
  ])('of %j are: %s', async (output, leftover) => {
    const terminal = startScript(`process.stdout.write(${JSON.stringify(output)})`);
    await terminal.exited();
    expect(terminal.leftovers()).toEqual([leftover]);
  });

  test('can be looked at while the program is stopped', async () => {
    const terminal = startScript(`
      process.stdout.write('\\x1b[?25lready');
      process.once('SIGCONT', () => console.log('\\x1b[?25hback'));
      process.stdin.setRawMode(true).once('data', () => process.kill(process.pid, 'SIGTSTP'));
    `);
    await terminal.waitFor('ready');
    terminal.press('ctrl+z');
    await terminal.stopped();
    expect(terminal.leftovers()).toContain('tty -icanon');
    await terminal.signal('SIGCONT');
    await terminal.waitFor('back');
    expect(() => terminal.leftovers()).toThrow('still running');
  });
});

describe('the environment', () => {
  const script = 'console.log(JSON.stringify(process.env))';
  const clean = { LANG: 'en_US.UTF-8', TERM: 'xterm-256color', TZ: 'UTC', PATH: process.env['PATH'] };

  test('is the same few variables in a terminal', async () => {
    const terminal = startScript(script, { columns: 2000, env: { TZ: undefined, NO_COLOR: '1' } });
    await terminal.exited();
    const { TZ: _, ...expected } = { ...clean, HOME: terminal.home, NO_COLOR: '1' };
    expect(JSON.parse(terminal.screen())).toEqual(expected);
  });

  test('is the same few variables with pipes', async () => {
    const { stdout } = await runScript(script);
    expect(JSON.parse(stdout)).toEqual({ ...clean, HOME: expect.stringContaining('unspasm-home-') });
  });
});

describe('redirection', () => {
  test('gives the program a pipe to read and a file to write', async () => {
    const outside = startScript('', {});
    const file = join(outside.home, 'output.txt');
    const terminal = startScript(`process.stdin.pipe(process.stdout); console.error('seen')`, {
      input: 'piped',
      stdout: file,
    });
    await terminal.exited();
    expect(terminal.screen()).toBe('seen');
    expect(readFileSync(file, 'utf8')).toBe('piped');
  });
});

describe('runProgram', () => {
  test('gives what the program wrote and how it ended', async () => {
    const outcome = await runScript(`
      process.stdin.on('data', (data) => console.log('read ' + data));
      process.stdin.on('end', () => { console.error('oops'); process.exitCode = 2; });
    `, { input: 'me' });
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
    const script = `console.log('stuck'); setInterval(() => {}, 1000)`;
    await expect(runScript(script, { timeoutMs: 300 })).rejects.toThrow(/300 ms[^]*stuck/);
  });
});
