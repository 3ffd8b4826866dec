import { createInterface, type Interface } from 'node:readline';
import { Cancelled, OperationError, UsageError } from '../errors.ts';
import { isRepeat, readChoice, readMarks, readQuestion, readText, type Shown, type Reading } from './line-answers.ts';
import { choiceHint, chosenText, markedText, marksHint, placed, speakable, textHint } from './line-hints.ts';
import {
  type ChecklistPrompt,
  type ChoicePrompt,
  confirmBy,
  introOf,
  type Prompter,
  type SearchPrompt,
  type TextPrompt,
} from './prompter.ts';

/** A terminal that somebody reads line by line, often through a screen reader. */
export interface LineTerminal {
  /** The rows of the window; a console has no more to scroll back to. */
  readonly rows: () => number;
  /** Breaks lines as they are written. */
  readonly fit: (lines: readonly string[]) => readonly string[];
  /** Shows the short prompt that the cursor waits behind. */
  readonly prompt: () => void;
}

export interface LinesOptions {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  /** Writes lines where the prompts are shown. */
  readonly write: (lines: readonly string[]) => void;
  /** What to use instead where no line comes in. */
  readonly instead: string;
  /** Absent for a pipe: nothing waits there, and nothing is read back. */
  readonly terminal?: LineTerminal;
}

/** A line of a question; an item of a list has its id. */
type Line = string | { readonly text: string; readonly id: string };

/** How an answer is read, and what is said of it once it is understood. */
interface Answering<T> {
  readonly read: (line: string, shown: Shown) => Reading<T>;
  readonly readBack?: (answer: T) => string | undefined;
}

const MORE = 'More: press Enter.';
/** The rows beside a page of a question: what was said to the answer before it, the line above, and the prompt. */
const ROWS_BESIDE = 3;

/**
 * Asks by numbered lines and reads a line for each answer: for a screen reader, a dumb terminal, a
 * pipe. The end of the input is an error, never an answer. On a terminal a question that is longer than the window
 * waits for Enter after each page, and what was understood is read back.
 */
export function linesPrompter(options: LinesOptions): Prompter {
  const { input, write, instead } = options;
  const reader = createInterface({ input, terminal: false });
  const ask = askingWith(options, lineByLine(reader, instead));
  const choice = (prompt: ChoicePrompt) =>
    orEscape(
      ask(choiceLines(prompt), { read: (line) => readChoice(prompt, line), readBack: (id) => chosenText(prompt, id) }),
      prompt,
    );
  return {
    checklist: (prompt) =>
      ask(checklistLines(prompt), {
        read: (line, shown) => readMarks(prompt, line, shown),
        readBack: (marked) => markedText(prompt, marked),
      }),
    choice,
    confirm: (prompt) => confirmBy(choice, prompt),
    text: (prompt) => ask(textLines(prompt), { read: (line) => readText(prompt, line) }),
    search: (prompt) => ask(searchLines(prompt), { read: readQuestion }),
    show: write,
    close: () => reader.close(),
  };
}

/** Shows a question page by page, and reads lines until one is an answer. @param next reads a line */
function askingWith({ write, terminal }: LinesOptions, next: () => Promise<string>) {
  return async <T>(question: readonly Line[], { read, readBack }: Answering<T>): Promise<T> => {
    const pages = terminal ? pagesOf(question, terminal) : [question];
    const show = (page: number) => {
      write([...pages[page]!.map(textOf), ...(page < pages.length - 1 ? [MORE] : [])]);
      terminal?.prompt();
      return page;
    };
    let page = show(0);
    for (;;) {
      const line = await next();
      const isWhole = page === pages.length - 1;
      if (!isWhole && line.trim() === '') page = show(page + 1);
      else if (terminal && isRepeat(line)) page = show(0);
      else {
        const shown = {
          ids: pages
            .slice(0, page + 1)
            .flat()
            .flatMap(idOf),
          isWhole,
        };
        const reading = read(line, shown);
        if ('leaves' in reading) throw new Cancelled('left with "quit"');
        const said = 'answer' in reading ? terminal && readBack?.(reading.answer) : reading.problem;
        if (said) write([said]);
        if ('answer' in reading) return reading.answer;
        terminal?.prompt();
      }
    }
  };
}

function textOf(line: Line): string {
  return typeof line === 'string' ? line : line.text;
}

function idOf(line: Line): string[] {
  return typeof line === 'string' ? [] : [line.id];
}

// A line that is broken stays in one piece, so that no sign is half on one page and half on the next.
function pagesOf(question: readonly Line[], { rows, fit }: LineTerminal): (readonly Line[])[] {
  const room = Math.max(1, rows() - ROWS_BESIDE);
  const pages: Line[][] = [[]];
  let used = 0;
  for (const line of question) {
    const height = fit([textOf(line)]).length;
    if (used > 0 && used + height > room) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)!.push(line);
    used += height;
  }
  return pages;
}

async function orEscape<T>(asking: Promise<T>, { escape }: ChoicePrompt): Promise<T | string> {
  try {
    return await asking;
  } catch (error) {
    if (escape !== undefined && (error instanceof OperationError || error instanceof Cancelled)) return escape;
    throw error;
  }
}

function lineByLine(reader: Interface, instead: string): () => Promise<string> {
  const lines = reader[Symbol.asyncIterator]();
  let answered = 0;
  return async () => {
    const { done, value } = await lines.next();
    if (!done) {
      answered += 1;
      return value;
    }
    if (answered > 0) {
      throw new OperationError('the input ended before every question was answered', {
        code: 'input-ended',
        hint: 'give one line for each question',
      });
    }
    throw new UsageError('no answers were given', { code: 'no-input', hint: instead });
  };
}

function checklistLines(prompt: ChecklistPrompt): Line[] {
  const { place, title, intro, preface, items } = prompt;
  return [
    ...(preface ? [preface] : []),
    '',
    placed(place, title),
    intro,
    ...items.map(({ id, label, details }, at) => ({ id, text: `${at + 1}. ${label}. ${details}` })),
    ...markedLines(prompt),
    marksHint(prompt),
  ];
}

// What a screen would show as marked.
function markedLines({ items, marked = [], unsure = [] }: ChecklistPrompt): string[] {
  const numbers = items.flatMap(({ id }, at) => {
    if (marked.includes(id)) return String(at + 1);
    return unsure.includes(id) ? `${at + 1} (not sure)` : [];
  });
  return numbers.length === 0 ? [] : [`Marked before: ${numbers.join(', ')}`];
}

function choiceLines(prompt: ChoicePrompt): string[] {
  const { preface, place, options, above } = prompt;
  const intro = introOf(prompt);
  const isApart = !preface && above?.().at(-1) === '';
  return [
    ...(preface ? [preface] : []),
    ...(isApart ? [] : ['']),
    ...[placed(place, intro)].filter(Boolean),
    // On a scale only the numbers that have words are worth a line.
    ...speakable(options).flatMap(({ key, label }) => (label === '' ? [] : `${key}. ${label}`)),
    ...beforeLines(prompt),
    choiceHint(prompt),
  ];
}

function beforeLines({ options, before }: ChoicePrompt): string[] {
  const said = options.find(({ id }) => id === before);
  return said ? [`Answered before: ${said.label || said.key}`] : [];
}

function textLines(prompt: TextPrompt): string[] {
  return ['', placed(prompt.place, prompt.intro), textHint(prompt)];
}

function searchLines({ title, intro }: SearchPrompt): string[] {
  return ['', `${title}: ${intro} Or: quit`];
}
