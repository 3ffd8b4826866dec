import { breakLine } from '../text/break-line.ts';

/** What the pages are made for. */
const MADE_FOR = 80;
/** A description keeps its column no further to the right: little would be left of a narrow window. */
const MOST_INDENT = 6;

/** A page for a window narrower than it was made for, broken between words; else as it is. */
export function inWindow(page: string, columns: number | undefined): string {
  if (columns === undefined || columns <= 0 || columns >= MADE_FOR) return page;
  return unwrapped(page.split('\n'))
    .flatMap((line) => broken(line, columns))
    .join('\n');
}

function broken(line: string, columns: number): string[] {
  const [first, rest] = [indentOf(line), Math.min(textColumn(line), MOST_INDENT)];
  const lines = breakLine(line.trimStart(), columns - rest);
  return lines.map((text, at) => ' '.repeat(at === 0 ? first : rest) + text);
}

// Takes the breaks out that the page was made with: a line goes on where its text stood, and with a
// word for which there was no room.
function unwrapped(lines: readonly string[]): string[] {
  const whole: string[] = [];
  let before = '';
  for (const line of lines) {
    if (goesOn(before, line, whole.at(-1) ?? '')) whole.push(`${whole.pop()} ${line.trimStart()}`);
    else whole.push(line);
    before = line;
  }
  return whole;
}

function goesOn(before: string, line: string, begun: string): boolean {
  const [word = ''] = line.trimStart().split(' ');
  if (before === '' || word === '') return false;
  return indentOf(line) === textColumn(begun) && before.length + 1 + word.length > MADE_FOR;
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
