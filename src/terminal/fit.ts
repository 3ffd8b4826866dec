import { stripVTControlCharacters } from 'node:util';
import { toTerminal } from '../text/sanitize.ts';
import { wrap } from '../text/wrap.ts';

/** Lines for a window of so many columns: one that is wider is broken between words. */
export function fit(lines: readonly string[], columns: number): string[] {
  return lines.flatMap((line) => {
    if (line.length <= columns || stripVTControlCharacters(toTerminal(line)).length <= columns) return [line];
    const indent = line.slice(0, line.length - line.trimStart().length);
    // What was typed stands in messages: none of its words may begin a line as a message of ours does.
    const rest = line.startsWith('unspasm: ') ? '  ' : indent;
    return wrap(line.trimStart(), columns, { first: indent, rest });
  });
}
