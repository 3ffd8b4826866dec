import { describe, expect } from 'vitest';
import { test } from './support/open.ts';
import {
  answer,
  fingerPause,
  goTo,
  markChestPain,
  ORDINARY,
  pressUntil,
  RESULT,
  review,
  screenAt,
} from './support/triage.ts';
import { count, words } from './support/text.ts';

const TOO_FAST = words('You pressed keys very fast. Press the key again to confirm.');

describe.concurrent('on a checklist', () => {
  test('Enter with nothing marked does not go on, and says why', async ({ open }) => {
    const terminal = open(['triage']);
    await terminal.waitFor(screenAt(1));
    terminal.press('enter');
    await terminal.waitFor('Press space to mark, or press n.');
    expect(terminal.screen()).toMatch(screenAt(1));
  });

  test('n with something marked does not go on, and says why', async ({ open }) => {
    const terminal = open(['triage']);
    await terminal.waitFor(screenAt(1));
    terminal.press('space');
    await terminal.waitFor('– yes');
    terminal.type('n');
    await terminal.waitFor('Something is marked. Press Enter to continue, or space to remove a mark.');
    expect(terminal.screen()).toMatch(screenAt(1));
    expect(terminal.screen()).toContain('– yes');
  });

  test('u marks "not sure", which counts as yes for chest pain', async ({ open }) => {
    const terminal = open(['triage']);
    await markChestPain(terminal, 'u');
    expect(terminal.transcript()).toContain('CALL AN AMBULANCE NOW');
    expect(terminal.transcript()).toMatch(words('(not sure: counted as yes)'));
  });

  test('a mark can be changed and taken away', async ({ open }) => {
    const terminal = open(['triage']);
    await terminal.waitFor(screenAt(1));
    terminal.press('space');
    await terminal.waitFor('– yes');
    terminal.type('u');
    await terminal.waitFor('– not sure');
    expect(terminal.screen()).not.toContain('– yes');
    terminal.type('u');
    await terminal.waitFor(/❯ ○ Chest pain/);
  });

  test('the list goes round at its ends', async ({ open }) => {
    const terminal = open(['triage']);
    await terminal.waitFor(screenAt(1));
    terminal.press('up');
    await terminal.waitFor(/❯ ○ [^\n]+\n\n/);
    terminal.press('down');
    await terminal.waitFor(/\n\n❯ ○ Chest pain/);
  });
});

describe.concurrent('going back', () => {
  test('shows the checklist before with its marks', async ({ open }) => {
    const terminal = open(['triage']);
    await goTo(terminal, 4);
    terminal.press('space');
    await terminal.waitFor('– yes');
    terminal.press('down');
    terminal.type('u');
    await terminal.waitFor('– not sure');
    const marked = /❯? ● A lump [^\n]+ – yes\n. \? Pain at rest [^\n]+ – not sure/;
    expect(terminal.screen()).toMatch(marked);
    terminal.press('enter');
    await terminal.waitFor(screenAt(5));
    terminal.press('left');
    await terminal.waitFor(screenAt(4));
    expect(terminal.screen()).toMatch(marked);
  });

  test('goes from question to question to the first checklist, and no further', async ({ open }) => {
    const terminal = open(['triage']);
    await goTo(terminal, 7);
    for (const place of [6, 5, 4, 3, 2, 1]) {
      terminal.press('left');
      await terminal.waitFor(screenAt(place));
    }
    terminal.press('left');
    await terminal.waitFor('or press n.');
    expect(terminal.screen()).toMatch(screenAt(1));
  });
});

describe.concurrent('on a question', () => {
  test('Enter alone answers nothing', async ({ open }) => {
    const terminal = open(['triage']);
    await goTo(terminal, 6);
    terminal.press('enter');
    await terminal.waitFor('Press one of these keys: 1 2 3 4 5 6 7.');
    expect(terminal.screen()).toMatch(screenAt(6));
  });

  test('the arrows and Enter answer, too', async ({ open }) => {
    const terminal = open(['triage']);
    await goTo(terminal, 6);
    terminal.press('down');
    terminal.press('down');
    await terminal.waitFor('❯ 2  16 to 19');
    terminal.press('enter');
    await terminal.waitFor(screenAt(7));
  });

  test.for([
    ['10', '10, the worst imaginable'],
    ['1', '1, barely there'],
    ['0', '0, none'],
  ] as const)('typing %s for the pain gives just that', async ([typed, said], { open }) => {
    const terminal = open(['triage']);
    await goTo(terminal, 8);
    for (const digit of typed) terminal.type(digit);
    await answer(terminal, ORDINARY.slice(8), 9);
    await terminal.waitFor(RESULT);
    await review(terminal);
    expect(terminal.screen()).toContain(`Pain now: ${said}`);
  });
});

describe.concurrent('a 1 for the pain that waits for the 0 of a 10', () => {
  test('is taken at once when Enter is pressed', async ({ open }) => {
    const terminal = open(['triage']);
    await goTo(terminal, 8);
    terminal.type('1');
    await terminal.waitFor('❯  1  barely there');
    await fingerPause();
    terminal.press('enter');
    await terminal.waitFor(screenAt(9), 600);
  });
});

describe.concurrent('keys in one burst', () => {
  test('answer nothing', async ({ open }) => {
    const terminal = open(['triage']);
    await terminal.waitFor(screenAt(1));
    terminal.type('n'.repeat(20));
    await terminal.waitFor(TOO_FAST);
    expect(terminal.screen()).toMatch(screenAt(1));
    await pressUntil(terminal, 'n', screenAt(2));
  });

  test('typed before the first screen answer nothing', async ({ open }) => {
    const terminal = open(['triage']);
    terminal.type('n'.repeat(20));
    await terminal.waitFor(screenAt(1));
    await pressUntil(terminal, 'n', screenAt(2));
    expect(terminal.screen()).not.toMatch(TOO_FAST);
  });

  test('typed before the first screen leave it as it is', async ({ open }) => {
    const terminal = open(['triage']);
    terminal.type('n'.repeat(20));
    await terminal.waitFor(screenAt(1));
    await pressUntil(terminal, ' ', /– yes/);
    expect(count(terminal.screen(), 'For 16 and over.')).toBe(1);
  });
});

describe.concurrent('what a terminal sends by itself', () => {
  test('answers nothing, also when it comes in two pieces', async ({ open }) => {
    const terminal = open(['triage']);
    await terminal.waitFor(screenAt(1));
    for (const part of [
      '\u001B[I',
      '\u001B[<0;1',
      '0;10M',
      '\u001B[?1;2c',
      '\u001B[200~n\u001B[201~',
      '\u001B[110;1:3u',
    ]) {
      terminal.type(part);
      await fingerPause();
    }
    expect(terminal.screen()).toMatch(screenAt(1));
    await pressUntil(terminal, 'n', screenAt(2));
  });
});

describe.concurrent('leaving where another program has left the kitty protocol or modifyOtherKeys on', () => {
  test.for(['\u001B[99;5u', '\u001B[27u', '\u001B[27;5;99~', '\u001B[100;5u'])(
    'with %j ends with 130',
    async (sent, { open }) => {
      const terminal = open(['triage']);
      await terminal.waitFor(screenAt(1));
      terminal.type(sent);
      expect(await terminal.exited()).toEqual({ code: 130, signal: null });
      expect(await terminal.leftovers()).toEqual([]);
    },
  );
});

describe.concurrent('leaving', () => {
  test.for(['escape', 'ctrl+c', 'ctrl+d'] as const)('with %s ends with 130', async (key, { open }) => {
    const terminal = open(['triage']);
    await terminal.waitFor(screenAt(1));
    terminal.press(key);
    expect(await terminal.exited()).toEqual({ code: 130, signal: null });
    expect(terminal.screen()).not.toContain('Error');
  });
});
