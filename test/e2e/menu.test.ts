import { afterAll, describe, expect } from 'vitest';
import { test } from './support/open.ts';
import { forgetPeople, newPerson } from './journal/person.ts';
import { answer, ORDINARY, ORDINARY_ANSWERS, RESULT, screenAt } from './support/triage.ts';
import { tooLong, writtenLines } from './support/text.ts';
import type { Terminal } from './terminal.ts';

afterAll(forgetPeople);

const MENU = /What do you need\?[^]*Esc (?:quit|back to today)/;
const LOW = { columns: 40, rows: 12 };

/** The menu of the bare command, which a low window has on a page of its own. */
async function atMenu(terminal: Terminal): Promise<void> {
  await terminal.waitFor(/\bEsc quit/);
  if (!terminal.screen().includes('What do you need?')) terminal.press('enter');
  await terminal.waitFor(MENU);
}

describe.concurrent('what was opened from the menu leads back to it', () => {
  test.for([
    ['r', /On your side[^]*q close/],
    ['i', /Before you use ice[^]*Esc/],
    ['m', /Before you take ibuprofen or naproxen[^]*Esc/],
    ['l', /How bad is the pain now[^]*Esc/],
    ['f', /Type a question[^]*Esc/],
    ['g', /Which chapter do you want to read\?[^]*Esc/],
    ['t', /1\/11 [^]*Esc/],
  ] as const)('with Esc, after %s', async ([key, shown], { open }) => {
    const terminal = open([]);
    await atMenu(terminal);
    terminal.type(key);
    await terminal.waitFor(shown);
    terminal.press('escape');
    await terminal.waitFor(MENU);
    // Nothing of what was opened stands above it.
    expect(terminal.screen()).toMatch(/^\n?(?:Using a screen reader\?|On your back)/);
    terminal.type('q');
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    expect(await terminal.leftovers()).toEqual([]);
  });

  test('page by page in a low window, with Enter at its end and with b at its beginning', async ({ open }) => {
    const terminal = open([], LOW);
    await atMenu(terminal);
    terminal.type('r');
    await terminal.waitFor(/^On your back[^]*next page \(1\/2\)/);
    terminal.press('enter');
    await terminal.waitFor(/Enter or q close/);
    terminal.press('enter');
    await terminal.waitFor(/Using a screen reader[^]*Esc quit/);
    await atMenu(terminal);
    terminal.type('r');
    await terminal.waitFor(/^On your back[^]*next page \(1\/2\)/);
    terminal.type('b');
    await terminal.waitFor(/Using a screen reader[^]*Esc quit/);
    expect(tooLong(writtenLines(terminal.output()), LOW.columns)).toEqual([]);
  });

  test('by way of the list of questions, after an answer of the guide', async ({ open }) => {
    const terminal = open([]);
    await atMenu(terminal);
    terminal.type('f');
    await terminal.waitFor(/Type a question[^]*Esc/);
    terminal.press('enter');
    await terminal.waitFor(/q close/);
    terminal.press('enter');
    await terminal.waitFor(/Type a question[^]*Esc/);
    terminal.type('zzqq');
    await terminal.waitFor('Press Enter to ask anyway');
    terminal.press('enter');
    await terminal.waitFor(/The guide doesn't cover that[^]*q close/);
    terminal.press('escape');
    await terminal.waitFor(/Type a question[^]*Esc/);
    terminal.press('escape');
    await terminal.waitFor(MENU);
  });

  test('once what it says has been read, and the page of today follows pain that was logged', async ({ open }) => {
    const terminal = open([]);
    await atMenu(terminal);
    terminal.type('l');
    await terminal.waitFor(/How bad is the pain now[^]*Esc/);
    terminal.type('6');
    await terminal.waitFor(/Where[^]*Esc/);
    terminal.press('escape');
    await terminal.waitFor(/Saved what you answered[^]*q close/);
    terminal.press('enter');
    await terminal.waitFor(/^\s*Day 1 of this episode[^]*Press s to check the warning signs\.[^]*q done/);
    expect(terminal.screen()).not.toContain('Saved what you answered');
  });

  test('except with Ctrl-C, which leaves from wherever it is', async ({ open }) => {
    const terminal = open([]);
    await atMenu(terminal);
    terminal.type('i');
    await terminal.waitFor(/Before you use ice[^]*Esc/);
    terminal.press('ctrl+c');
    expect(await terminal.exited()).toEqual({ code: 130, signal: null });
    expect(await terminal.leftovers()).toEqual([]);
  });

  test('in accessible mode, after Enter', async ({ open }) => {
    const terminal = open(['--accessible'], { rows: 60 });
    await terminal.waitFor(/What do you need\?[^]*\n(?:Answer:|More: press Enter[^\n]*)\s*$/);
    terminal.type('r\r');
    await terminal.waitFor(/On your side[^]*To go back, press Enter\.\s*$/);
    terminal.press('enter');
    await terminal.waitFor(
      /To go back, press Enter\.[^]*What do you need\?[^]*\n(?:Answer:|More: press Enter[^\n]*)\s*$/,
    );
    terminal.type('i\r');
    await terminal.waitFor(/Before you use ice[^]*\n(?:Answer:|More: press Enter[^\n]*)\s*$/);
    terminal.type('quit\r');
    await terminal.waitFor(/Before you use ice[^]*What do you need\?[^]*\n(?:Answer:|More: press Enter[^\n]*)\s*$/);
    terminal.type('quit\r');
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
  });
});

describe.concurrent('the page of today', () => {
  test('has its next step in a box with its key, and is one level above its menu', async ({ onTestFinished }) => {
    const anna = newPerson();
    const answers = JSON.stringify(ORDINARY_ANSWERS);
    await anna.run(['triage', '--answers', '-'], { input: answers });
    const terminal = anna.startTerminal(['today']);
    onTestFinished(() => terminal.close());
    await terminal.waitFor(/│ Next: [^]*│ Press s to start ice\.[^]*└─[^]*Pain:[^]*q done/);
    terminal.type('m');
    await terminal.waitFor(MENU);
    terminal.type('r');
    await terminal.waitFor(/On your side[^]*q close/);
    terminal.type('q');
    await terminal.waitFor(MENU);
    terminal.press('escape');
    await terminal.waitFor(/Day 1 of this episode[^]*q done/);
    terminal.type('s');
    await terminal.waitFor(/Before you use ice[^]*Esc/);
    terminal.press('escape');
    await terminal.waitFor(/Day 1 of this episode[^]*q done/);
    terminal.press('escape');
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    // Where no key can be pressed, the command is named.
    const { stdout } = await anna.run(['today']);
    expect(stdout).toMatch(/│ Next: [^]*\(unspasm ice\)/);
    expect(stdout).not.toContain('Press');
  });
});

describe.concurrent('a note with a warning sign', () => {
  test('has the check as the next step, and closes the menu', async ({ onTestFinished }) => {
    const anna = newPerson();
    await anna.does(['log', '4']);
    const terminal = anna.startTerminal(['today']);
    onTestFinished(() => terminal.close());
    await terminal.waitFor(/Day 1 of this episode[^]*q done/);
    terminal.type('m');
    await terminal.waitFor(MENU);
    await anna.does(['log', '--note', 'numb between my legs since friday']);
    terminal.type('r');
    await terminal.waitFor(/On your side[^]*q close/);
    terminal.type('q');
    await terminal.waitFor(/mentions a possible warning sign[^]*│ Press s to check the warning signs\.[^]*q done/);
    expect(terminal.screen()).not.toContain('m more');
    terminal.press('enter');
    await terminal.waitFor(screenAt(1));
  });
});

describe.concurrent('a result', () => {
  test('names the key of its next step, which begins on a clean screen and leads back with Esc', async ({ open }) => {
    const terminal = open(['triage']);
    await answer(terminal, ORDINARY);
    await terminal.waitFor(RESULT);
    expect(terminal.screen()).toMatch(/│ Press s to start ice\./);
    terminal.type('s');
    await terminal.waitFor(/^Ice\nBefore you use ice[^]*Esc/);
    terminal.press('escape');
    await terminal.waitFor(/^\n?No emergency signs were reported[^]*q\s+done/);
  });
});

// From the first key to the ice on the skin, with the emergencies checked.
test.concurrent('ice is on the skin after at most 12 keys and 8 screens', async ({ onTestFinished }) => {
  const terminal = newPerson().startTerminal(['--ascii', '--no-color']);
  onTestFinished(() => terminal.close());
  const steps = [
    ['enter', /What do you need\?[^]*Esc/],
    ...[1, 2, 3].map((place) => ['n', screenAt(place)] as const),
    ['i', screenAt(4)],
    ['n', /Before you use ice[^]*n none of these[^]*Esc/],
    ['enter', /Get the ice ready[^]*Enter/],
    ['enter', /Wrap the ice[^]*Enter/],
  ] as const;
  for (const [key, screen] of steps) {
    await terminal.waitFor(screen);
    if (key === 'enter') terminal.press(key);
    else terminal.type(key);
  }
  await terminal.waitFor(/Ice on|Put the ice where it hurts/);
  expect(steps.length).toBeLessThanOrEqual(8);
});
