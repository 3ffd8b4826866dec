import { breakLine } from '../text/break-line.ts';

/** The columns that the pages are made for. */
const MADE_FOR = 80;
/** Descriptions begin no further to the right, or a narrow window would have no room for them. */
const MOST_INDENT = 6;

/** Fits a page to a window that is narrower than it was made for, breaking lines between words. */
export function narrowPage(page: string, columns: number | undefined): string {
  if (columns === undefined || columns <= 0 || columns >= MADE_FOR) return page;
  return unwrap(page.split('\n'))
    .flatMap((line) => breakRow(line, columns))
    .join('\n');
}

function breakRow(line: string, columns: number): string[] {
  const [first, rest] = [indentOf(line), Math.min(textColumn(line), MOST_INDENT)];
  const lines = breakLine(line.trimStart(), columns - rest);
  return lines.map((text, at) => ' '.repeat(at === 0 ? first : rest) + text);
}

// Joins the lines that the build broke: a continued line begins in the column of the text above, and had no room there as
// a whole.
function unwrap(lines: readonly string[]): string[] {
  const whole: string[] = [];
  let before = '';
  for (const line of lines) {
    if (isContinuation(before, line, whole.at(-1) ?? '')) whole.push(`${whole.pop()} ${line.trimStart()}`);
    else whole.push(line);
    before = line;
  }
  return whole;
}

function isContinuation(before: string, line: string, begun: string): boolean {
  const text = line.trimStart();
  if (before === '' || text === '') return false;
  return indentOf(line) === textColumn(begun) && before.length + 1 + text.length > MADE_FOR;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

// Where the description of a row begins, or the text itself.
function textColumn(line: string): number {
  const indent = indentOf(line);
  const gap = /^\S(?:.*?\S)? {2,}(?=\S)/.exec(line.slice(indent));
  return indent + (gap?.[0].length ?? 0);
}
