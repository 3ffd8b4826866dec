import { describe, expect } from 'vitest';
import type { Terminal } from './terminal.ts';
import { test } from './support/open.ts';
import {
  AFTER_EMERGENCY,
  answer,
  ORDINARY,
  readResult,
  RESULT,
  review as openReview,
  screenAt,
} from './support/triage.ts';
import { count } from './support/text.ts';

async function review(terminal: Terminal): Promise<void> {
  await answer(terminal, ORDINARY);
  await terminal.waitFor(RESULT);
  await openReview(terminal);
}

describe.concurrent('the answers, after a result below an emergency', () => {
  test('all the answers stand on one screen', async ({ open }) => {
    const terminal = open(['triage']);
    await review(terminal);
    const screen = terminal.screen();
    expect(count(screen, ': none of these')).toBe(5);
    expect(screen).toContain('Age: 20 to 44');
    expect(screen).toContain('When it started: just now, in the last two hours');
    expect(screen).toContain('Pain now: 6, moderate: hard to get things done');
    expect(screen).toContain('Better or worse: about the same');
    expect(screen).toContain('Past episodes: now and then');
    expect(screen).toContain('Trigger: a sudden or awkward movement');
  });

  test('a letter asks that one again, and only that one', async ({ open }) => {
    const terminal = open(['triage']);
    await review(terminal);
    terminal.type('g');
    await answer(terminal, ['4'], 6);
    await openReview(terminal);
    expect(terminal.screen()).toContain('g  Age: 45 to 54');
    expect(terminal.screen()).toContain('h  When it started: just now, in the last two hours');
  });

  test('each letter leads to its own screen', async ({ open }) => {
    const terminal = open(['triage']);
    await review(terminal);
    for (const [letter, place] of [
      ['a', 1],
      ['f', 5],
      ['i', 8],
      ['l', 11],
    ] as const) {
      terminal.type(letter);
      await answer(terminal, [ORDINARY[place - 1]!], place);
      await openReview(terminal);
    }
  });

  test('a checklist that is asked again takes a mark into the answers', async ({ open }) => {
    const terminal = open(['triage']);
    await review(terminal);
    terminal.type('f');
    await terminal.waitFor(screenAt(5));
    terminal.press('space');
    await terminal.waitFor('– yes');
    terminal.press('enter');
    await openReview(terminal);
    expect(terminal.screen()).toContain('f  About you: Pain down one leg');
  });

  test('going back from a screen that is asked again leaves its answer as it was', async ({ open }) => {
    const terminal = open(['triage']);
    await review(terminal);
    terminal.type('g');
    await terminal.waitFor(screenAt(6));
    await terminal.waitFor(/^❯ 3 {2}20 to 44$/m);
    terminal.press('left');
    await openReview(terminal);
    expect(terminal.screen()).toContain('g  Age: 20 to 44');
    expect(terminal.screen()).toContain('l  Trigger: a sudden or awkward movement');
  });

  test.for(['left', 'enter'] as const)('are left again with %s, for the result', async (key, { open }) => {
    const terminal = open(['triage']);
    await review(terminal);
    terminal.press(key);
    await terminal.waitFor(/^(?![^]*Which one)[^]*q\s+done/);
    expect(terminal.screen()).toContain('No emergency signs were reported');
  });

  test('an answer that turns out to be an emergency is told at once', async ({ open }) => {
    const terminal = open(['triage']);
    await review(terminal);
    terminal.type('l');
    await answer(terminal, ['7'], 11);
    await terminal.waitFor(AFTER_EMERGENCY);
    expect(terminal.screen()).toContain('GO TO AN EMERGENCY DEPARTMENT NOW');
  });

  test('everything can be read and changed in a low window, too', async ({ open }) => {
    const terminal = open(['triage'], { columns: 40, rows: 12 });
    await review(terminal);
    terminal.press('up');
    await terminal.waitFor(/❯ l {2}Trigger: a sudden or awkward/);
    terminal.press('enter');
    await terminal.waitFor(screenAt(11));
  });
});

describe.concurrent('after the result', () => {
  test('m turns to the rest of the plan, and all that was read stays on the terminal', async ({ open }) => {
    const terminal = open(['triage']);
    await answer(terminal, ORDINARY);
    await terminal.waitFor(/m\s+more[^]*q\s+done/);
    expect(terminal.screen()).not.toContain('What else helps');
    await readResult(terminal);
    expect(terminal.screen()).toMatch(/^\s*What else helps\n\s+1\. /);
    expect(terminal.screen()).not.toMatch(/m\s+more/);
    terminal.type('q');
    await terminal.exited();
    expect(terminal.transcript()).toMatch(/No emergency signs[^]*pulsing belly lump[^]*What else helps\n\s+1\. /);
  });

  test('Enter starts the first command of the plan', async ({ open }) => {
    const terminal = open(['triage']);
    await answer(terminal, ORDINARY);
    await terminal.waitFor(/s start ice[^]*q\s+done/);
    terminal.press('enter');
    await terminal.waitFor(/Before you use ice[^]*Esc/);
    terminal.press('ctrl+c');
    expect(await terminal.exited()).toEqual({ code: 130, signal: null });
    expect(await terminal.leftovers()).toEqual([]);
  });
});
