import { stripVTControlCharacters } from 'node:util';
import { spawn, type IPty } from '@lydell/node-pty';
import { expect } from 'vitest';
import { PATIENCE_MS } from '../e2e/harness/patience.ts';
import type { Command, Variables } from '../e2e/harness/environment.ts';
import { programCommand, windowsEnvironment } from './windows.ts';

const open = new Set<WindowsConsole>();

/** Starts the program in a console of its own. It is closed by {@link closeConsoles}. */
export function startConsole(args: readonly string[], env: Variables = {}): WindowsConsole {
  const console = new WindowsConsole([...programCommand, ...args], env);
  open.add(console);
  return console;
}

/** Ends what still runs: for `afterEach`. */
export async function closeConsoles(): Promise<void> {
  await Promise.all([...open].map((console) => console.close()));
  open.clear();
}

/**
 * The letters of a text alone. A console breaks lines at its edge, under Wine even in the middle of an escape code,
 * and draws as it likes: blanks and codes say nothing about what the program wrote.
 */
export function lettersOf(text: string): string {
  return stripVTControlCharacters(text.replace(/[\r\n]/g, '')).replace(/\s/g, '');
}

/**
 * A console of Windows with a program in it, inside a pseudo-terminal. Wine's console writes what it shows to that
 * and reads keys from it, but doesn't act on most escape codes: so letters are looked at, and not where they stand.
 */
export class WindowsConsole {
  readonly #pty: IPty;
  #output = '';
  #from = 0;
  #code: number | undefined;

  constructor([file, ...args]: Command, env: Variables) {
    // Windows Terminal says by WT_SESSION that it shows all letters.
    const variables = windowsEnvironment({ TERM: 'xterm-256color', WT_SESSION: '1', ...env });
    this.#pty = spawn(file, args, {
      cols: 80,
      // High enough that nothing scrolls away before it was written to the pseudo-terminal.
      rows: 200,
      env: Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined)),
    });
    this.#pty.onData((text) => (this.#output += text));
    this.#pty.onExit(({ exitCode }) => (this.#code = exitCode));
  }

  /** The letters that were written since the last key, without blanks. */
  letters(): string {
    return lettersOf(this.#output.slice(this.#from));
  }

  /** Waits until a text has been written since the last key; blanks in it don't count. */
  async waitFor(wanted: string): Promise<void> {
    await expect.poll(() => this.letters(), { timeout: PATIENCE_MS }).toContain(lettersOf(wanted));
  }

  /** Types a text, after which only what is written from then on is looked at. */
  type(text: string): void {
    this.#from = this.#output.length;
    this.#pty.write(text);
  }

  /** Waits for the end of the program. @returns its exit code */
  async exited(): Promise<number> {
    await expect.poll(() => this.#code, { timeout: PATIENCE_MS }).toBeDefined();
    return this.#code!;
  }

  async close(): Promise<void> {
    if (this.#code !== undefined) return;
    this.#pty.kill();
    await this.exited();
  }
}
