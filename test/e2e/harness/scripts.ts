import type { Command } from './environment.ts';
import { startTerminal, type Terminal, type TerminalOptions } from '../terminal.ts';

/** The command that runs a few lines of JavaScript. */
export function nodeScript(script: string): Command {
  return [process.execPath, '-e', script];
}

/** Runs a few lines of JavaScript in a terminal in place of the built program. */
export function startScript(script: string, options: TerminalOptions = {}): Terminal {
  return startTerminal([], { ...options, command: nodeScript(script) });
}
