import { joined, paginate } from '../text/paginate.ts';
import type { Reading } from './prompter.ts';

/** A terminal that somebody reads line by line, often through a screen reader. */
export interface LineTerminal {
  /** The rows of the window; a console has no more to scroll back to. */
  readonly rows: () => number;
  /** Breaks lines as they are written. */
  readonly fit: (lines: readonly string[]) => readonly string[];
  /** What the program is and is not, for somebody who asks with a question mark. */
  readonly about?: () => string;
  /** Shows the words that the cursor waits after: screen readers and braille displays find it by them. */
  readonly prompt: (words: string) => void;
  /** The texts that were read so far, which needn't be read again when they come back unchanged. */
  readonly wasRead: Set<string>;
}

/** What the cursor waits after: for an answer, or for the rest of a page. */
export const ANSWER = 'Answer:';
export const NEXT_PAGE = 'More: press Enter.';

/** A line of a question; an item of a list has its id. */
export type Line = string | { readonly text: string; readonly id: string };

/** What is read before a question, and the lines of the question. */
export interface Asked {
  readonly text?: Reading | undefined;
  readonly question: readonly Line[];
  /** The question without its list, for somebody who has just heard it; all of it is said again on request. */
  readonly brief?: readonly Line[] | undefined;
  /** What can be typed before the last page; by default only that Enter shows the next one. */
  readonly more?: string;
  /** What is said at the end of the question, from what was noted on the pages before; empty for nothing. */
  readonly noted?: () => string;
}

/** The rows beside a page of a question: what was said to the answer before it, the line above, and the prompt. */
const ROWS_BESIDE = 3;

/** What a line says. */
export function textOf(line: Line): string {
  return typeof line === 'string' ? line : line.text;
}

/** The id of a line, if it is an item. */
export function idOf(line: Line): string[] {
  return typeof line === 'string' ? [] : [line.id];
}

/** The pages of a question, after those of its text; a pipe has one. The question begins below the end of the text, if there is room. */
export function pagesOf({ text, question }: Asked, terminal: LineTerminal | undefined): (readonly Line[])[] {
  const blocks = text?.blocks() ?? [];
  if (!terminal) return [[...joined(blocks), ...question]];
  const { rows, fit } = terminal;
  const room = Math.max(1, rows() - ROWS_BESIDE);
  const texts: (readonly Line[])[] = paginate(
    blocks.map((block) => block.map((part) => fit(part))),
    { first: room },
  );
  const [first, ...further] = question.length > 0 ? questionPages(question, room, fit) : [];
  const last = texts.at(-1);
  if (!last || !first) return first ? [first, ...further] : texts;
  if (heightOf([...last, ...first], fit) <= room) return [...texts.slice(0, -1), [...last, ...first], ...further];
  const reminder = text?.reminder?.() ?? '';
  return [...texts, [...(reminder === '' ? [] : ['', reminder]), ...first], ...further];
}

// A line that is broken stays in one piece, so that no sign is half on one page and half on the next.
function questionPages(question: readonly Line[], room: number, fit: LineTerminal['fit']): (readonly Line[])[] {
  const pages: Line[][] = [[]];
  for (const line of question) {
    const page = pages.at(-1)!;
    if (page.length > 0 && heightOf([...page, line], fit) > room) pages.push([line]);
    else page.push(line);
  }
  return pages;
}

function heightOf(lines: readonly Line[], fit: LineTerminal['fit']): number {
  return fit(lines.map(textOf)).length;
}
