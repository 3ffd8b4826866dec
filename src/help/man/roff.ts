/** The language of manual pages, as far as ours needs it. Callers pass plain text; it is escaped here. */

/** Linters of manual pages complain about longer lines. */
const WIDTH = 76;

// A hyphen would be typeset as one that can't be copied into a shell, quotes as curved ones.
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['\\', '\\e'],
  ['-', '\\-'],
  ["'", '\\(aq'],
  ['"', '\\(dq'],
  ['`', '\\(ga'],
  ['^', '\\(ha'],
  ['~', '\\(ti'],
]);

/** Escapes a text, for any place except the beginning of a line. */
export function escape(text: string): string {
  const line = text.replace(/[\s\u0000-\u001F\u007F-\u009F]+/g, ' ');
  return line.replace(/[\\'"`^~-]|[^ -~]/gu, (letter) => SPELLINGS.get(letter) ?? code(letter));
}

function code(letter: string): string {
  return `\\[u${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** A text as lines, none of which is a request. */
export function lines(text: string): string[] {
  const made: string[] = [];
  for (const word of escape(text).split(' ').filter(Boolean)) {
    const line = made.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= WIDTH) made[made.length - 1] = `${line} ${word}`;
    else made.push(word);
  }
  return made.map(notRequest);
}

/** A text in which lines that begin with a space are kept unchanged: commands to copy. */
export function paragraph(text: string): string[] {
  return text.split('\n').flatMap((line) => (line.startsWith(' ') ? asItStands(line) : ['.PP', ...lines(line)]));
}

/** A term in bold, and what it means. */
export function entry(left: string, right: string): string[] {
  return ['.TP', request('B', left), ...lines(right)];
}

/** A request with one text: `.SH "EXIT STATUS"`. */
export function request(name: string, text: string): string {
  return `.${name} "${escape(text)}"`;
}

function asItStands(line: string): string[] {
  return ['.RS 4', '.nf', notRequest(escape(line.trim())), '.fi', '.RE'];
}

// A dot or a quote at its beginning makes a line a request.
function notRequest(line: string): string {
  return /^[.']/.test(line) ? `\\&${line}` : line;
}
