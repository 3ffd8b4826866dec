import { describe, expect } from 'vitest';
import { test } from './support/open.ts';
import type { Terminal } from './terminal.ts';

/** The row that a braille display shows, and a magnifier follows: that of the cursor, even while it is hidden. */
function restsOn(terminal: Terminal): string {
  return terminal.screen().split('\n')[terminal.cursor().row]!.trim();
}

describe.concurrent('the hidden cursor rests on what is to be read first', () => {
  test('the highlighted item of a list, which it follows, and the help', async ({ open }) => {
    const terminal = open(['triage']);
    await terminal.waitFor(/❯ ○ Chest pain/);
    expect(restsOn(terminal)).toMatch(/^❯ ○ Chest pain/);
    terminal.press('down');
    await terminal.waitFor(/❯ ○ Sudden tearing/);
    expect(restsOn(terminal)).toMatch(/^❯ ○ Sudden tearing/);
    terminal.type('?');
    await terminal.waitFor(/^Keys/m);
    expect(restsOn(terminal)).toBe('Keys');
  });

  test('the same in ASCII', async ({ open }) => {
    const terminal = open(['triage', '--ascii'], { columns: 40, rows: 12 });
    await terminal.waitFor(/> \[ \] Chest pain/);
    expect(restsOn(terminal)).toMatch(/^> \[ \] Chest pain/);
  });

  test('a question where nothing is highlighted yet', async ({ open }) => {
    const terminal = open(['log']);
    await terminal.waitFor(/10 {2}the worst imaginable/);
    expect(restsOn(terminal)).toMatch(/^1\/6/);
  });

  test('the verdict in its frame, which stays whole', async ({ open }) => {
    const terminal = open(['triage']);
    await terminal.waitFor(/❯ ○ Chest pain/);
    terminal.press('space');
    await terminal.waitFor(/❯ ● Chest pain/);
    terminal.press('enter');
    await terminal.waitFor(/CALL AN AMBULANCE NOW/);
    terminal.type('x');
    await terminal.waitFor(/Press one of these keys/);
    expect(restsOn(terminal)).toMatch(/CALL AN AMBULANCE NOW/);
    expect(terminal.screen()).toMatch(/^\n?┏━+┓\n┃ {2}CALL AN AMBULANCE NOW +┃\n┃.+┃\n┗━+┛\n/);
  });

  test('what is typed into a search', async ({ open }) => {
    const terminal = open(['faq']);
    await terminal.waitFor('How long does a spasm last?');
    terminal.type('ice');
    await terminal.waitFor('> ice_');
    expect(restsOn(terminal)).toBe('> ice_');
  });

  test('however many keys do nothing', async ({ open }) => {
    const terminal = open(['triage']);
    await terminal.waitFor(/❯ ○ Chest pain/);
    const before = terminal.screen();
    terminal.type('x'.repeat(200));
    await terminal.waitFor('press n');
    terminal.press('down');
    await terminal.waitFor(/❯ ○ Sudden tearing/);
    terminal.press('up');
    await terminal.waitFor(/❯ ○ Chest pain/);
    expect(terminal.screen().split('\n').length).toBe(before.split('\n').length);
    expect(restsOn(terminal)).toMatch(/^❯ ○ Chest pain/);
  });

  test('and nothing is written over the screen when a signal ends the program', async ({ open }) => {
    const terminal = open(['triage'], { ownProcess: true });
    await terminal.waitFor(/❯ ○ Chest pain/);
    await terminal.signal('SIGTERM');
    await terminal.exited();
    expect(terminal.cursor().row).toBeGreaterThanOrEqual(terminal.screen().split('\n').length - 1);
  });
});
