import { describe, expect } from 'vitest';
import { makeHome, removeHome } from './harness/environment.ts';
import type { Terminal } from './terminal.ts';
import { test } from './support/open.ts';
import { markChestPain, screenAt, WINDOWS } from './support/triage.ts';
import { tooLong, words, writtenLines } from './support/text.ts';

const DISCLAIMER = words('For 16 and over. Not a diagnosis.');
const ALL_OF_IT = words('not a diagnosis and not a replacement for a doctor');

/** Reads what is above the menu, in a low window on a page of its own. @returns what was shown, with the menu */
async function menu(terminal: Terminal): Promise<string> {
  await terminal.waitFor(/\bEsc quit/);
  const first = terminal.screen();
  if (first.includes('What do you need?')) return terminal.transcript();
  terminal.press('enter');
  await terminal.waitFor(/What do you need\?[^]*Esc/);
  return `${first}\n${terminal.transcript()}`;
}

// What a run remembers is there once it has ended.
async function menuAndLeave(terminal: Terminal): Promise<string> {
  const shown = await menu(terminal);
  terminal.type('q');
  expect(await terminal.exited()).toEqual({ code: 0, signal: null });
  return shown;
}

describe.concurrent.each(WINDOWS)('the bare command, in a window of $columns by $rows', (window) => {
  test('shows a position to rest in before it asks anything', async ({ open }) => {
    const terminal = open([], window);
    const shown = await menu(terminal);
    expect(shown).toMatch(/On your back\n[^]*pillow under your knees[^]*What do you need\?/);
    expect(tooLong(writtenLines(terminal.output()), window.columns)).toEqual([]);
  });
});

describe.concurrent('the bare command', () => {
  test('shows the disclaimer on its first run, and on no other', async ({ open, onTestFinished }) => {
    const home = makeHome();
    onTestFinished(() => removeHome(home));
    const env = { HOME: home };
    expect(await menuAndLeave(open([], { env }))).toMatch(DISCLAIMER);
    expect(await menu(open([], { env }))).not.toMatch(DISCLAIMER);
  });

  test('says the disclaimer in a line, and all of it with ?', async ({ open }) => {
    const terminal = open([], { rows: 40 });
    expect(await menu(terminal)).not.toMatch(ALL_OF_IT);
    terminal.type('?');
    await terminal.waitFor(ALL_OF_IT);
    await terminal.waitFor('Enter close');
    terminal.press('enter');
    await terminal.waitFor(/What do you need\?[^]*Esc/);
    terminal.type('q');
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
  });

  test('names accessible mode on its first run, above all else, and on no other', async ({ open, onTestFinished }) => {
    const home = makeHome();
    onTestFinished(() => removeHome(home));
    const env = { HOME: home };
    const named = /^\s*Using a screen reader\? Run: unspasm config set accessible on\n/;
    expect(await menuAndLeave(open([], { env, rows: 40 }))).toMatch(named);
    expect(await menu(open([], { env }))).not.toContain('screen reader');
  });

  test('does not name it to somebody who has it', async ({ open }) => {
    const terminal = open(['--accessible'], { rows: 40 });
    await terminal.waitFor(/What do you need\?[^]*quit/i);
    expect(terminal.transcript()).not.toContain('Using a screen reader');
  });

  test('leads somebody without pain to exercise, and from there to core exercises', async ({ open }) => {
    const terminal = open([], { rows: 40 });
    expect(await menu(terminal)).toMatch(/e {2}No pain now: exercise/);
    terminal.type('e');
    await terminal.waitFor('How is your back now');
    terminal.press('enter');
    await terminal.waitFor(/Walk, swim, cycle or do core exercises[^]*e exercise[^]*q done/);
    terminal.type('e');
    await terminal.waitFor(/These build strength once the pain has eased/);
  });

  test('keeps what it remembers in XDG_STATE_HOME', async ({ open, onTestFinished }) => {
    const state = makeHome();
    onTestFinished(() => removeHome(state));
    const env = { XDG_STATE_HOME: state };
    await menuAndLeave(open([], { env }));
    expect(await menu(open([], { env }))).not.toMatch(DISCLAIMER);
  });

  test.for(['/sys', '/dev/null'])('works where nothing can be remembered: in %s', async (HOME, { open }) => {
    expect(await menuAndLeave(open([], { env: { HOME } }))).toMatch(DISCLAIMER);
  });

  test('leads to triage with Enter, where keys work', async ({ open }) => {
    const terminal = open([]);
    await menu(terminal);
    terminal.press('enter');
    await terminal.waitFor(screenAt(1));
    terminal.type('n');
    await terminal.waitFor(screenAt(2));
    terminal.press('ctrl+c');
    expect(await terminal.exited()).toEqual({ code: 130, signal: null });
    expect(await terminal.leftovers()).toEqual([]);
  });

  test('leads to an emergency result', async ({ open }) => {
    const terminal = open([]);
    await menu(terminal);
    terminal.type('t');
    await markChestPain(terminal);
    terminal.press('enter');
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
  });

  test.for([
    ['t', /1\/11 [^]*Esc/],
    ['i', /Before you use ice[^]*Esc/],
    ['h', /Before you use heat[^]*Esc/],
    ['s', /Which figure is clearer\?[^]*Esc/],
    ['w', /Walk[^]*Enter start/],
    ['m', /Before you take ibuprofen or naproxen[^]*Esc/],
    ['l', /How bad is the pain now[^]*Esc/],
    ['f', /Type a question/],
    ['r', /On your side[^]*q close/],
    ['g', /Which chapter do you want to read\?[^]*Esc/],
  ] as const)('leads with %s to a screen that takes keys: %s', async ([key, shown], { open }) => {
    const terminal = open([]);
    await menu(terminal);
    terminal.type(key);
    await terminal.waitFor(shown);
  });

  test('ends with q', async ({ open }) => {
    const terminal = open([]);
    await menu(terminal);
    terminal.type('q');
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    expect(await terminal.leftovers()).toEqual([]);
  });

  test('takes the options of all commands along', async ({ open }) => {
    const terminal = open(['--ascii', '--no-color']);
    await menu(terminal);
    terminal.press('enter');
    await terminal.waitFor(/> \[ \] Chest pain/);
  });
});

describe.concurrent('unspasm medicines', () => {
  test('says whom to ask about what was marked', async ({ open }) => {
    const terminal = open(['medicines'], { rows: 60 });
    await terminal.waitFor(screenAt(1));
    terminal.press('space');
    await terminal.waitFor('– yes');
    terminal.press('enter');
    await terminal.waitFor(screenAt(2));
    terminal.type('n');
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    expect(terminal.screen()).toMatch(
      /Ask a pharmacist or doctor before you take it\. You marked:\n\s+• Stomach ulcer/,
    );
    expect(terminal.screen()).toMatch(
      /You marked none of these\. Ask a pharmacist about any other illness\s+or\s+medicine\./,
    );
  });

  test('goes back to the first list with its marks', async ({ open }) => {
    const terminal = open(['medicines']);
    await terminal.waitFor(screenAt(1));
    terminal.press('space');
    await terminal.waitFor('– yes');
    terminal.press('enter');
    await terminal.waitFor(screenAt(2));
    terminal.press('left');
    await terminal.waitFor(screenAt(1));
    expect(terminal.screen()).toContain('– yes');
  });
});
