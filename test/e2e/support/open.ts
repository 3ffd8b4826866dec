import { test as base } from 'vitest';
import { startTerminal, type Terminal, type TerminalOptions } from '../terminal.ts';

type Open = (args: string[], options?: TerminalOptions) => Terminal;

/** A test that opens terminals. Each is closed with its own test, so that tests can run side by side. */
export const test = base.extend<{ open: Open }>({
  open: async ({ onTestFinished }, use) => {
    await use((args, options) => {
      const terminal = startTerminal(args, options);
      onTestFinished(() => terminal.close());
      return terminal;
    });
  },
});
