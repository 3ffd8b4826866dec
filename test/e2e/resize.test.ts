import { describe, expect } from 'vitest';
import type { Terminal } from './terminal.ts';
import { test } from './support/open.ts';
import {
  answer,
  goTo,
  markChestPain,
  ORDINARY,
  readResult,
  readToTheEnd,
  RESULT,
  review,
  screenAt,
} from './support/triage.ts';
import { tooLong, words } from './support/text.ts';

const WIDE = [80, 24] as const;
const NARROW = [40, 12] as const;

/** What the screen must be in the end, to the last line; on the way to it there may be others. */
function exactly(screen: string): RegExp {
  return new RegExp(`^${screen.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}$`);
}

// A wide window has shown all of a list: only somebody who has read on sees the same in a narrow one.
async function readAndReturn(terminal: Terminal): Promise<void> {
  const pages = await readToTheEnd(terminal);
  for (const page of pages.toReversed()) {
    const [highlighted = ''] = /❯.*/.exec(page) ?? [];
    terminal.press('left');
    await terminal.waitFor(highlighted);
  }
}

describe.concurrent('a window that is made small and wide again', () => {
  const screens: [string, (terminal: Terminal) => Promise<void>][] = [
    ['a checklist', (terminal) => goTo(terminal, 2)],
    ['a question', (terminal) => goTo(terminal, 8)],
    ['the first screen', (terminal) => goTo(terminal, 1)],
  ];

  test.for(screens)('shows %s as if it had always had that size', async ([, nativeHelpers], { open }) => {
    const narrow = open(['triage'], { columns: NARROW[0], rows: NARROW[1] });
    const terminal = open(['triage'], { ownProcess: true });
    await Promise.all([nativeHelpers(narrow), nativeHelpers(terminal)]);
    await readAndReturn(narrow);
    const before = terminal.screen();
    terminal.resize(...NARROW);
    await terminal.waitFor(exactly(narrow.screen()));
    terminal.resize(...WIDE);
    await terminal.waitFor(exactly(before));
  });
});

describe.concurrent('in a window that was made small', () => {
  test('keys work, and marks are still there', async ({ open }) => {
    const terminal = open(['triage'], { ownProcess: true });
    await goTo(terminal, 4);
    terminal.press('space');
    await terminal.waitFor('– yes');
    terminal.resize(...NARROW);
    await terminal.waitFor(words('has changed shape – yes'));
    terminal.press('enter');
    await terminal.waitFor(screenAt(5));
  });

  test('a result is written for the small window', async ({ open }) => {
    const terminal = open(['triage'], { ownProcess: true });
    await answer(terminal, ORDINARY);
    await terminal.waitFor(RESULT);
    await review(terminal);
    terminal.resize(...NARROW);
    await terminal.waitFor(/^Which one do you want to change\?$/m);
    terminal.press('enter');
    const pages = await readResult(terminal);
    expect(pages.join('\n')).toMatch(/tearing pain, fainting or a\n\s+pulsing belly lump: call\n\s+an ambulance/);
  });

  test('an emergency result is still to be read', async ({ open }) => {
    const terminal = open(['triage', '--country', 'GB'], { ownProcess: true, rows: 40 });
    await markChestPain(terminal);
    terminal.resize(60, 40);
    terminal.type('x');
    await terminal.waitFor('Press one of these keys: c g q Enter.');
    expect(terminal.screen()).toMatch(/CALL AN AMBULANCE NOW[^]*999 or 112/);
  });

  test('who to see today stays in sight, as an emergency does', async ({ open }) => {
    const terminal = open(['triage'], { columns: NARROW[0], rows: NARROW[1] });
    await goTo(terminal, 4);
    terminal.press('space');
    await terminal.waitFor(words('has changed shape – yes'));
    await readToTheEnd(terminal, '\r');
    terminal.press('enter');
    await answer(terminal, ORDINARY.slice(4), 5);
    await terminal.waitFor(/^Get medical advice today, within\n24 hours[^]*done$/);
    for (const page of await readResult(terminal))
      expect(page).toMatch(/^Get medical advice today, within\n24 hours\n/);
  });

  test('the position to lie in is still above the menu', async ({ open }) => {
    const terminal = open([], { ownProcess: true });
    await terminal.waitFor(/What do you need\?[^]*Esc/);
    terminal.resize(60, 24);
    terminal.type('x');
    // The key may be drawn before the program hears of its new size.
    await terminal.waitFor(/On your back[^]*Press one of these keys: t i h/);
  });
});

describe.concurrent('in the window of a phone no word is cut', () => {
  test.for([
    ['help', ['log', '--help'], 0],
    ['an error', ['log', '6', '--at', 'some time ago'], 2],
    ['what was logged', ['log', '6', 'after lifting the crate', '--area', 'lower'], 0],
  ] as const)('in %s', async ([, args, code], { open }) => {
    const terminal = open([...args], { columns: NARROW[0], rows: NARROW[1] });
    expect((await terminal.exited()).code).toBe(code);
    expect(tooLong(terminal.output().split('\r\n'), NARROW[0])).toEqual([]);
  });
});
