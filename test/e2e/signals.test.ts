import { fileURLToPath } from 'node:url';
import { describe, expect } from 'vitest';
import { preloading } from './harness/quoting.ts';
import type { Terminal, TerminalOptions } from './terminal.ts';
import { test } from './support/open.ts';
import { goTo, markChestPain, screenAt } from './support/triage.ts';

interface Place {
  args: string[];
  nativeHelpers: (terminal: Terminal) => Promise<void>;
  options?: TerminalOptions;
}

/** Without programs that speak nobody is asked whether they shall. */
const alone = { env: { PATH: '/nonexistent' } };

/** Where a person may be when the program has to end. */
const places: Record<string, Place> = {
  'the first checklist': { args: ['triage'], nativeHelpers: (terminal) => terminal.waitFor(screenAt(1)) },
  'a choice question': { args: ['triage'], nativeHelpers: (terminal) => goTo(terminal, 6) },
  'the line after a result': { args: ['triage'], nativeHelpers: (terminal) => markChestPain(terminal) },
  'the home menu': { args: [], nativeHelpers: (terminal) => terminal.waitFor(/What do you need\?[^]*Esc/) },
  'the medicines checklist': { args: ['medicines'], nativeHelpers: (terminal) => terminal.waitFor(screenAt(1)) },
  'the cautions of ice': {
    args: ['ice'],
    nativeHelpers: (terminal) => terminal.waitFor(/Before you use ice[^]*Esc/),
    options: alone,
  },
  'getting ready for a walk': {
    args: ['walk'],
    nativeHelpers: (terminal) => terminal.waitFor('q stop'),
    options: alone,
  },
  'a walk': {
    args: ['walk'],
    nativeHelpers: async (terminal) => {
      await terminal.waitFor('Enter start now');
      terminal.press('enter');
      await terminal.waitFor('step 2 of 2');
    },
    options: alone,
  },
};

interface Way {
  leave: (terminal: Terminal) => unknown;
  code: number;
  signal?: NodeJS.Signals;
}

/** Ways to end it, each with the exit code for it, or the signal that it may die of: that takes a process of its own. */
const ways: Record<string, Way> = {
  SIGINT: { leave: (terminal) => terminal.signal('SIGINT'), code: 130, signal: 'SIGINT' },
  SIGTERM: { leave: (terminal) => terminal.signal('SIGTERM'), code: 143, signal: 'SIGTERM' },
  SIGHUP: { leave: (terminal) => terminal.signal('SIGHUP'), code: 129, signal: 'SIGHUP' },
  'ctrl+c': { leave: (terminal) => terminal.press('ctrl+c'), code: 130 },
  Esc: { leave: (terminal) => terminal.press('escape'), code: 130 },
  'closing the window': { leave: (terminal) => terminal.hangUp(), code: 129, signal: 'SIGHUP' },
};

describe.concurrent.each(Object.keys(places))('at %s', (place) => {
  test.for(Object.keys(ways))('%s ends the program and gives the terminal back', async (way, { open }) => {
    const { args, nativeHelpers, options } = places[place]!;
    const { leave, code, signal } = ways[way]!;
    const terminal = open(args, { ...options, ownProcess: signal !== undefined });
    await nativeHelpers(terminal);
    await leave(terminal);
    if (way === 'Esc' && place === 'a walk') {
      await terminal.waitFor(/your pain now, 0 to 10\?[^]*Esc/);
      terminal.press('enter');
    }
    // A triage whose result was shown is finished.
    const left = way === 'Esc' && place === 'the line after a result' ? 0 : code;
    expect([
      { code: left, signal: null },
      { code: null, signal },
    ]).toContainEqual(await terminal.exited());
    expect(await terminal.leftovers()).toEqual([]);
  });
});

describe.concurrent('where something else listens to signals, too,', () => {
  const preload = fileURLToPath(new URL('./harness/listening.cjs', import.meta.url));
  const env = preloading(preload);

  test.for(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const)(
    '%s ends the program once, and nothing is drawn after the terminal was given back',
    async (signal, { open }) => {
      const terminal = open(['triage'], { env });
      await terminal.waitFor(screenAt(1));
      await terminal.signal(signal);
      expect(await terminal.exited()).toEqual({ code: null, signal });
      expect(await terminal.leftovers()).toEqual([]);
    },
  );
});

describe.concurrent('between two screens', () => {
  test('ctrl+c is not lost', async ({ open }) => {
    const terminal = open(['triage'], { ownProcess: true });
    await terminal.waitFor(screenAt(1));
    terminal.type('n');
    terminal.press('ctrl+c');
    expect([130, null]).toContain((await terminal.exited()).code);
    expect(await terminal.leftovers()).toEqual([]);
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
  expect(terminal.screen()).toContain("the output couldn't be written");
  expect(await terminal.leftovers()).toEqual([]);
});
