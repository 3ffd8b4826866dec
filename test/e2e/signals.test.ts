import { describe, expect } from 'vitest';
import type { Terminal } from './terminal.ts';
import { test } from './support/open.ts';
import { goTo, markChestPain, screenAt } from './support/person.ts';

/** Where a person may be when the program has to end. */
const places: Record<string, { args: string[]; reach: (terminal: Terminal) => Promise<void> }> = {
  'the first checklist': { args: ['triage'], reach: (terminal) => terminal.waitFor(screenAt(1)) },
  'a choice question': { args: ['triage'], reach: (terminal) => goTo(terminal, 6) },
  'the line after a result': { args: ['triage'], reach: (terminal) => markChestPain(terminal) },
  'the home menu': { args: [], reach: (terminal) => terminal.waitFor(/What do you need\?[^]*Esc/) },
  'the medicines checklist': { args: ['medicines'], reach: (terminal) => terminal.waitFor(screenAt(1)) },
};

/** Ways to end it, each with the exit code for it, or the signal that it may die of. */
const ways: Record<string, { leave: (terminal: Terminal) => unknown; code: number; signal?: NodeJS.Signals }> = {
  SIGINT: { leave: (terminal) => terminal.signal('SIGINT'), code: 130, signal: 'SIGINT' },
  SIGTERM: { leave: (terminal) => terminal.signal('SIGTERM'), code: 143, signal: 'SIGTERM' },
  SIGHUP: { leave: (terminal) => terminal.signal('SIGHUP'), code: 129, signal: 'SIGHUP' },
  'ctrl+c': { leave: (terminal) => terminal.press('ctrl+c'), code: 130 },
  Esc: { leave: (terminal) => terminal.press('escape'), code: 130 },
  'closing the window': { leave: (terminal) => terminal.hangUp(), code: 129, signal: 'SIGHUP' },
};

describe.concurrent.each(Object.keys(places))('at %s', (place) => {
  test.for(Object.keys(ways))('%s ends the program and gives the terminal back', async (way, { open }) => {
    const { args, reach } = places[place]!;
    const { leave, code, signal } = ways[way]!;
    const terminal = open(args);
    await reach(terminal);
    await leave(terminal);
    // A triage whose result was shown is finished.
    const left = way === 'Esc' && place === 'the line after a result' ? 0 : code;
    expect([
      { code: left, signal: null },
      { code: null, signal },
    ]).toContainEqual(await terminal.exited());
    expect(terminal.leftovers()).toEqual([]);
  });
});

describe.concurrent('between two screens', () => {
  test('ctrl+c is not lost', async ({ open }) => {
    const terminal = open(['triage']);
    await terminal.waitFor(screenAt(1));
    terminal.type('n');
    terminal.press('ctrl+c');
    expect([130, null]).toContain((await terminal.exited()).code);
    expect(terminal.leftovers()).toEqual([]);
  });
});

test.concurrent('an output that cannot be written after the questions still gives the terminal back', async ({
  open,
}) => {
  const terminal = open(['triage'], { stdout: '/dev/full' });
  await terminal.waitFor(screenAt(1));
  terminal.press('space');
  await terminal.waitFor('– yes');
  terminal.press('enter');
  expect(await terminal.exited()).toEqual({ code: 1, signal: null });
  expect(terminal.screen()).toContain("can't write the output");
  expect(terminal.leftovers()).toEqual([]);
});
