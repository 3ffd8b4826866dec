import { harmlessJson, linesToTerminal, toTerminal } from '../text/sanitize.ts';
import type { Sink } from './writer.ts';

/** What every text goes through before it is written. */
export interface Output {
  /**
   * Writes lines for people, made safe even for a pipe. A line break within a line comes from elsewhere, and becomes a
   * space.
   */
  readonly lines: (lines: readonly string[]) => void;
  /** Writes a document: unchanged to a pipe or a file, by {@link documentToTerminal} to a terminal. */
  readonly document: (text: string, isJson?: boolean) => void;
}

/** Opens an output to a sink. */
export function openOutput(sink: Sink): Output {
  return {
    lines: (lines) => sink.text(lines.map((line) => `${toTerminal(line)}\n`).join('')),
    document: (text, isJson) => sink.text(sink.isTerminal ? documentToTerminal(text, isJson) : text),
  };
}

/** A document as it is written to a terminal: nothing in it steers the terminal, and JSON keeps its meaning. */
export function documentToTerminal(text: string, isJson = false): string {
  return isJson ? harmlessJson(text) : linesToTerminal(text);
}
