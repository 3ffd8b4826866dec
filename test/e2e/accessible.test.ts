import { describe, expect } from 'vitest';
import type { Terminal } from './terminal.ts';
import { test } from './support/open.ts';
import { CHECKLISTS } from './support/triage.ts';
import { askQuestions } from './support/questions.ts';
import { count, words } from './support/text.ts';

const { checklists, questions } = await askQuestions();

const MODES = [
  ['ACCESSIBLE=1', { ACCESSIBLE: '1' }],
  ['UNSPASM_ACCESSIBLE=1', { UNSPASM_ACCESSIBLE: '1' }],
  ['TERM=dumb', { TERM: 'dumb' }],
] as const;

// So wide that no line is broken, and so high that none scrolls away.
const WINDOW = { columns: 400, rows: 200 };
const ACCESSIBLE = { ...WINDOW, env: { ACCESSIBLE: '1' } };
const ORDINARY_LINES = ['none', 'none', 'none', 'none', 'none', '3', '1', '6', '2', '2', '1'];

function lineAt(place: number): RegExp {
  return new RegExp(String.raw`(?<!\d)${place} of \d+: [^]*\nType [^\n]+\nAnswer:\s*$`);
}

/** Types a line for each question, once the question stands there. */
async function typeLines(terminal: Terminal, lines: readonly string[], from = 1): Promise<void> {
  for (const [at, line] of lines.entries()) {
    await terminal.waitFor(lineAt(from + at));
    terminal.type(`${line}\r`);
  }
}

describe.concurrent.each(MODES)('with %s', (_name, env) => {
  test('an ordinary triage passes from the first question to the plan', async ({ open }) => {
    const terminal = open(['triage'], { ...WINDOW, env });
    await typeLines(terminal, ORDINARY_LINES);
    await terminal.waitFor(
      /No emergency signs were reported[^]*q\. done\nType one of s, m, c, q, or: back\. Or press Enter for: start \w+\nAnswer:$/,
    );
    terminal.type('q\r');
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
  });

  test('an emergency is told at once, without a frame', async ({ open }) => {
    const terminal = open(['triage'], { ...WINDOW, env });
    await typeLines(terminal, ['1']);
    await terminal.waitFor(/CALL AN AMBULANCE NOW\nCall your local[^]*q\. I'm getting help now/);
    terminal.type('\r');
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    expect(terminal.screen()).not.toMatch(/[┏┃+|]/);
  });

  test('nothing is redrawn: no escape code, no carriage return of its own', async ({ open }) => {
    const terminal = open(['triage'], { ...WINDOW, env });
    await typeLines(terminal, ORDINARY_LINES);
    await terminal.waitFor('q. done');
    terminal.type('q\r');
    await terminal.exited();
    // The terminal itself writes \r\n where the program writes \n.
    expect(terminal.output().replaceAll('\r\n', '\n')).not.toMatch(/[\u001B\r\u0007\b]/);
    expect(await terminal.leftovers()).toEqual([]);
  });

  test('the home menu is lines, too', async ({ open }) => {
    const terminal = open([], { ...WINDOW, env });
    await terminal.waitFor(/What do you need\?\nt\. [^]*q\. Quit\nType /);
    terminal.type('t\r');
    await terminal.waitFor(lineAt(1));
  });

  test('the medicines are lines, too', async ({ open }) => {
    const terminal = open(['medicines'], { ...WINDOW, env });
    await terminal.waitFor(/1 of 2: [^]*\n1\. [^]*Or type: none, quit\nAnswer:$/);
    terminal.type('none\r');
    await terminal.waitFor(/2 of 2: [^]*Or type: none, back, quit\nAnswer:$/);
    terminal.type('1\r');
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    expect(terminal.screen()).toContain('Ask a pharmacist or doctor before you take it. You marked:');
  });
});

describe.concurrent('the numbered lines', () => {
  test('hold every sign with its details, and every choice', async ({ open }) => {
    const terminal = open(['triage'], ACCESSIBLE);
    await typeLines(terminal, ORDINARY_LINES);
    await terminal.waitFor('q. done');
    const lines = terminal.output().split('\r\n');
    const signs = checklists.flatMap((list) =>
      list.signs.map((sign, at) => `${at + 1}. ${sign.label}. ${sign.details}`),
    );
    const labels = questions.flatMap(({ choices = [] }) => choices.map(({ label }) => label));
    expect(signs.filter((line) => !lines.includes(line))).toEqual([]);
    expect(labels.filter((label) => !lines.some((line) => /^\d+\. /.test(line) && line.endsWith(label)))).toEqual([]);
  });

  test('say for each question what can be typed', async ({ open }) => {
    const terminal = open(['triage'], ACCESSIBLE);
    await typeLines(terminal, ORDINARY_LINES);
    await terminal.waitFor('q. done');
    expect(count(terminal.screen(), 'Or type: none')).toBe(CHECKLISTS);
    expect(terminal.screen()).toContain('Type a number from 0 to 10, or: back, quit');
    expect(terminal.screen()).not.toContain('1 to 0');
  });

  test('refuse gibberish with a message, and ask again', async ({ open }) => {
    const terminal = open(['triage'], ACCESSIBLE);
    await typeLines(terminal, ['hmm']);
    await terminal.waitFor('"hmm" isn\'t one of the numbers from 1 to 12.');
    terminal.type('99\r');
    await terminal.waitFor('"99" isn\'t one of the numbers from 1 to 12.');
    terminal.type('none\r');
    await terminal.waitFor(lineAt(2));
  });

  test('do not take an empty line for "none"', async ({ open }) => {
    const terminal = open(['triage'], ACCESSIBLE);
    await typeLines(terminal, ['']);
    await terminal.waitFor(/Nothing was typed\. Type the numbers that apply\. [^\n]+ Or type: none, quit\nAnswer:$/);
    expect(terminal.screen()).not.toContain('2 of 11');
  });

  test('do not take an empty line for an answer to a question', async ({ open }) => {
    const terminal = open(['triage'], ACCESSIBLE);
    await typeLines(terminal, [...ORDINARY_LINES.slice(0, CHECKLISTS), '']);
    await terminal.waitFor('Nothing was typed. Type a number from 1 to 7, or: back, quit');
    terminal.type('8\r');
    await terminal.waitFor('"8" isn\'t one of the answers.');
  });

  test('take a question mark behind a number for "not sure"', async ({ open }) => {
    const terminal = open(['triage'], ACCESSIBLE);
    await typeLines(terminal, ['1?']);
    await terminal.waitFor(words('(not sure: counted as yes)'));
    expect(terminal.screen()).toContain('CALL AN AMBULANCE NOW');
  });

  test('take several numbers at once', async ({ open }) => {
    const terminal = open(['triage'], ACCESSIBLE);
    await typeLines(terminal, ['1, 3? 5']);
    await terminal.waitFor("I'm getting help now");
    const [first, , third, , fifth] = checklists[0]!.signs.map(({ label }) => label);
    const said = terminal.screen().replace(/\s+/g, ' ');
    expect(said).toContain(`Why: ${[first, `${third} (not sure: counted as yes)`, fifth].join(' ')}`);
  });

  test('go back on "back"', async ({ open }) => {
    const terminal = open(['triage'], ACCESSIBLE);
    await typeLines(terminal, ['none', 'back']);
    await typeLines(terminal, ['none', 'none', 'none'], 1);
    await terminal.waitFor(lineAt(4));
  });

  test('show the answers after the result, and take a letter to change one', async ({ open }) => {
    const terminal = open(['triage'], ACCESSIBLE);
    await typeLines(terminal, ORDINARY_LINES);
    await terminal.waitFor('q. done');
    terminal.type('c\r');
    await terminal.waitFor(/g\. Age: 20 to 44\n[^]*Type [^\n]+\nAnswer:$/);
    terminal.type('g\r');
    await typeLines(terminal, ['4'], 6);
    await terminal.waitFor(/6 of 11[^]*q\. done/);
    terminal.type('c\r');
    await terminal.waitFor('g. Age: 45 to 54');
  });

  test('end with the exit code for input that ended when ctrl+d is pressed midway', async ({ open }) => {
    const terminal = open(['triage'], ACCESSIBLE);
    await typeLines(terminal, ['none']);
    await terminal.waitFor(lineAt(2));
    terminal.press('ctrl+d');
    expect(await terminal.exited()).toEqual({ code: 1, signal: null });
    expect(terminal.screen()).toContain('the input ended');
  });
});

/** A screen that waits again, with something below this line. */
function otherThan(line: string): RegExp {
  return new RegExp(
    String.raw`^(?![^]*${line.replaceAll(/[^\w\s]/g, '.')}\nMore: press Enter[^\n]*$)[^]*(?:Answer:|More: press Enter[^\n]*)$`,
  );
}

/** Presses Enter until the question is whole. Resolves to the screens that were read on the way. */
async function readWhole(terminal: Terminal): Promise<string[]> {
  const seen: string[] = [];
  for (;;) {
    await terminal.waitFor(/(?:\nMore: press Enter[^\n]*|Type [^]+\nAnswer:)$/);
    seen.push(terminal.screen());
    if (terminal.screen().endsWith('Answer:')) return seen;
    const last = terminal.screen().split('\n').at(-2)!;
    terminal.type('\r');
    await terminal.waitFor(otherThan(last));
  }
}

describe.concurrent('on a console of 80 by 24', () => {
  const CONSOLE = { columns: 80, rows: 24, env: { ACCESSIBLE: '1' } };

  test('a question waits before it scrolls away, and an age is understood and read back', async ({ open }) => {
    const terminal = open(['triage'], CONSOLE);
    const seen = await readWhole(terminal);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen[0]).toContain('1 of 11: Act now');
    expect(seen[0]).toContain('1. Chest pain');
    for (let list = 1; list <= CHECKLISTS; list += 1) {
      await readWhole(terminal);
      terminal.type('none\r');
      await terminal.waitFor(new RegExp(`You said: none of these\\.\n[^]*${list + 1} of 11`));
    }
    terminal.type('67\r');
    await terminal.waitFor(/You said: 60 to 69\.\n[^]*7 of 11/);
  });

  test('the verdict of an emergency is still on the screen where the cursor waits', async ({ open }) => {
    const terminal = open(['triage'], CONSOLE);
    await terminal.waitFor(/\nMore: press Enter[^\n]*$/);
    terminal.type('1\r');
    await terminal.waitFor(/You said: Chest pain[^]*CALL AN AMBULANCE NOW[^]*\n(?:Answer:|More: press Enter\.)$/);
  });
});
