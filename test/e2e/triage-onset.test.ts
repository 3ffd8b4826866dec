import { describe, expect } from 'vitest';
import { test } from './support/open.ts';
import { answer, review, WINDOWS } from './support/triage.ts';

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

describe.concurrent.each(WINDOWS)('in a window of $columns x $rows, when the pain began', ({ columns, rows }) => {
  test('can be typed as a day or a time; what cannot be read is asked again', async ({ open }) => {
    const terminal = open(['triage'], { columns, rows });
    await answer(terminal, ['n', 'n', 'n', 'n', 'n', '3', '8']);
    await terminal.waitFor(/Type the day or time[^]*Esc/);
    expect(terminal.screen()).toContain('yesterday evening');
    terminal.type('soon');
    await terminal.waitFor('> soon');
    terminal.type('\r');
    await terminal.waitFor(/"soon" isn't[^]*Esc/);
    terminal.type('yesterday 18:30');
    await terminal.waitFor('> yesterday 18:30');
    terminal.type('\r');
    await answer(terminal, ['6', '2', '2', '1'], 8);
    await review(terminal);
    // The highest of the answers on a low screen are found with the arrow.
    while (!terminal.screen().includes('h  When')) {
      const before = terminal.screen();
      terminal.type('\u001B[A');
      await terminal.waitFor(new RegExp(`^(?!${literal(before)}$)`));
    }
    expect(terminal.screen().replace(/\s+/g, ' ')).toMatch(/yesterday, or last night \(\d+ \w+ \d{4} 18:30\)/);
  });

  test('goes back to the list with an empty line, and with Esc', async ({ open }) => {
    const terminal = open(['triage'], { columns, rows });
    await answer(terminal, ['n', 'n', 'n', 'n', 'n', '3']);
    for (const key of ['\r', '\u001B']) {
      await answer(terminal, ['8'], 7);
      await terminal.waitFor(/Type the day or time[^]*Esc/);
      terminal.type(key);
      await terminal.waitFor(/When did this pain begin\?[^]*Esc/);
    }
    await answer(terminal, ['3'], 7);
    await terminal.waitFor(/8\/11[^]*Esc/);
  });
});
