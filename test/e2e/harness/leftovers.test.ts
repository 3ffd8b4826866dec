import { afterEach, describe, expect, test } from 'vitest';
import { closeTerminals } from '../terminal.ts';
import { startScript } from './scripts.ts';

// A program that changes the terminal and, unless it is made to, never ends.
const rawWithHiddenCursor = `
  process.stdin.setRawMode(true);
  process.stdout.write('\\x1b[?25lready');
  setInterval(() => {}, 1000);
`;

afterEach(closeTerminals);

describe('leftovers', () => {
  test('are none after a program that cleans up', async () => {
    const terminal = startScript(`
      process.stdin.setRawMode(true);
      process.stdout.write('\\x1b[?1049h\\x1b[?25l\\x1b[?2004h\\x1b[1;31mred\\x1b[0m');
      process.stdout.write('\\x1b[?2004l\\x1b[?25h\\x1b[?1049l');
      process.stdin.setRawMode(false);
    `);
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    expect(await terminal.leftovers()).toEqual([]);
  });

  test('are raw mode and a hidden cursor after SIGKILL', async () => {
    const terminal = startScript(rawWithHiddenCursor);
    await terminal.waitFor('ready');
    await terminal.signal('SIGKILL');
    await terminal.exited();
    const expected = ['hidden cursor', 'tty -icanon', 'tty -echo', 'tty -isig'];
    expect(await terminal.leftovers()).toEqual(expect.arrayContaining(expected));
  });

  test('are a hidden cursor after SIGTERM', async () => {
    const terminal = startScript(rawWithHiddenCursor);
    await terminal.waitFor('ready');
    await terminal.signal('SIGTERM');
    await terminal.exited();
    expect(await terminal.leftovers()).toContain('hidden cursor');
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
    expect(await terminal.leftovers()).toEqual([leftover]);
  });

  test('can be looked at while the program is stopped', async () => {
    const script = `
      process.stdin.setRawMode(true).once('data', () => process.kill(process.pid, 'SIGTSTP'));
      process.once('SIGCONT', () => console.log('\\x1b[?25hback'));
      process.stdout.write('\\x1b[?25lready');
    `;
    const terminal = startScript(script, { inShell: true });
    await terminal.waitFor('ready');
    terminal.press('ctrl+z');
    await terminal.stopped();
    expect(await terminal.leftovers()).toContain('tty -icanon');
    await terminal.signal('SIGCONT');
    await terminal.waitFor('back');
    await expect(terminal.leftovers()).rejects.toThrow('still running');
  });
});
