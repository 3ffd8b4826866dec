import { describe, expect } from 'vitest';
import { test } from './support/open.ts';
import { content } from '../content/data-files.ts';
import { newPerson } from './journal/person.ts';
import type { Terminal } from './terminal.ts';

/** A console without anything to scroll back to, and a phone. */
const CONSOLE = { columns: 80, rows: 25, env: { ACCESSIBLE: '1' } };
const PHONE = { columns: 40, rows: 12 };

/** Turns pages until the last; each begins with what follows the one before. @returns what was on the screen */
async function turnAll(terminal: Terminal, next: RegExp, last: RegExp): Promise<string[]> {
  const screens: string[] = [];
  for (;;) {
    await terminal.waitFor(new RegExp(`${next.source}|${last.source}`, 'm'));
    const screen = terminal.screen();
    screens.push(screen);
    if (!next.test(screen)) return screens;
    terminal.press('enter');
    await terminal.waitFor(new RegExp(`^(?!${screen.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}$)`));
  }
}

describe.concurrent('a long text in accessible mode', () => {
  test.for([
    [['guide', 'first-aid'], /^First days: /m],
    [['rest', '--moves'], /roll onto your side/i],
    [['help'], /Usage/],
    [['medicines', '--print'], /Over-the-counter painkillers/],
  ] as const)('waits before anything scrolls away: %j', async ([args, first], { open }) => {
    const terminal = open([...args], CONSOLE);
    await terminal.waitFor(/\nMore: press Enter\./);
    expect(terminal.transcript()).toBe(terminal.screen());
    expect(terminal.screen()).toMatch(first);
    terminal.type('q\r');
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
  });

  test('goes on with Enter, and ends by itself', async ({ open }) => {
    const terminal = open(['rest', '--moves'], CONSOLE);
    const end = content.everyday().moves.at(-1)!.steps.at(-1)!.slice(0, 30);
    const pages = await turnAll(terminal, /\nMore: press Enter\.(?!\s*\S)/, new RegExp(end));
    expect(pages.length).toBeGreaterThan(2);
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
  });

  test.for([
    ['with --no-input', ['guide', 'first-aid', '--no-input'], CONSOLE],
    ['in a window that is high enough', ['guide', 'first-aid'], { ...CONSOLE, rows: 200 }],
    ['that was asked for on a screen', ['guide', 'first-aid'], { columns: 80, rows: 24 }],
    ['on a phone', ['rest'], PHONE],
  ] as const)('waits for nobody %s', async ([, args, window], { open }) => {
    const terminal = open([...args], window);
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    expect(terminal.transcript()).not.toMatch(/More: press Enter|next page/);
  });
});

describe.concurrent('in a dialogue on a phone', () => {
  test('what was chosen from the menu is shown from its beginning, a page at a time', async ({ open }) => {
    const terminal = open([], PHONE);
    await terminal.waitFor(/Enter continue/);
    terminal.press('enter');
    await terminal.waitFor(/What do you need\?[^]*Esc quit/);
    terminal.type('r');
    await terminal.waitFor(/^On your back\n[^]*Enter next page \(1\/\d\)/);
    const pages = await turnAll(terminal, /^Enter next page/m, /Enter or q close/);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.join('\n')).toMatch(/On your back[^]*On your side[^]*On your front[^]*rest --moves/);
    terminal.type('b');
    await terminal.waitFor(/^On your back\n/);
    terminal.type('q');
    await terminal.waitFor(/Enter continue/);
    terminal.type('q');
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
  });

  test('the page of today begins with the day, and m opens the menu alone', async ({ onTestFinished }) => {
    const anna = newPerson();
    await anna.does(['log', '6']);
    const terminal = anna.startTerminal(['today'], PHONE);
    onTestFinished(() => terminal.close());
    await terminal.waitFor(/^Day 1 of this episode[^]*Enter next page \(1\/\d\)/);
    await turnAll(terminal, /^Enter next page/m, /Enter or s/);
    terminal.type('m');
    await terminal.waitFor(/^What do you need\?\n[^]*Esc today/);
    terminal.type('b');
    await terminal.waitFor(/^Day 1 of this episode/);
  });
});
