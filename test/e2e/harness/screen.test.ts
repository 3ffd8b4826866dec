import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { closeTerminals } from '../terminal.ts';
import { startScript } from './scripts.ts';

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

describe('the environment', () => {
  const script = 'console.log(JSON.stringify(process.env))';
  const clean = {
    LANG: 'en_US.UTF-8',
    LC_TIME: 'en_GB.UTF-8',
    TERM: 'xterm-256color',
    TZ: 'UTC',
    PATH: process.env['PATH'],
  };

  test('is the same few variables in a terminal', async () => {
    const terminal = startScript(script, { columns: 2000, env: { TZ: undefined, NO_COLOR: '1' } });
    await terminal.exited();
    const { TZ: _, ...expected } = { ...clean, HOME: terminal.home, NO_COLOR: '1' };
    expect(JSON.parse(terminal.screen())).toEqual(expected);
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
