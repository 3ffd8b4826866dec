import { createInterface, type Interface } from 'node:readline';
import { Cancelled, OperationError, UsageError } from '../errors.ts';
import {
  isBack,
  isHelp,
  isQuit,
  isRepeat,
  readChoice,
  readMarks,
  readQuestion,
  readText,
  type Shown,
  type Reading,
} from './line-answers.ts';
import { choiceHint, chosenText, markedText, marksHint, placed, speakable, textHint } from './line-hints.ts';
import { type Asked, idOf, type Line, type LineTerminal, pagesOf, textOf } from './line-pages.ts';
import {
  type ChecklistPrompt,
  type ChoicePrompt,
  confirmBy,
  type Back,
  MORE,
  type Prompter,
  type Reading as Text,
  type SearchPrompt,
  type TextPrompt,
} from './prompter.ts';

export interface LinesOptions {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  /** Writes lines where the prompts are shown. */
  readonly write: (lines: readonly string[]) => void;
  /** What to use instead where no line comes in. */
  readonly instead: string;
  /** Absent for a pipe: nothing waits there, and nothing is read back. */
  readonly terminal?: LineTerminal;
}

/** How an answer is read, and what is said of it once it is understood. */
interface Answering<T> {
  readonly read: (line: string, shown: Shown) => Reading<T>;
  readonly readBack?: (answer: T) => string | undefined;
}

const NEXT_PAGE = 'More: press Enter.';

/**
 * Asks by numbered lines and reads a line for each answer: for a screen reader, a dumb terminal, a
 * pipe. The end of the input is an error, never an answer. On a terminal a question that is longer than the window
 * waits for Enter after each page, and what was understood is read back.
 */
export function linesPrompter(options: LinesOptions): Prompter {
  const { input, write, instead } = options;
  const reader = createInterface({ input, terminal: false });
  const next = lineByLine(reader, instead);
  const ask = askingWith(options, next);
  const askOnce = (prompt: ChoicePrompt) =>
    ask(
      { text: prompt.reading, question: choiceLines(prompt) },
      { read: (line) => readChoice(prompt, line), readBack: (id) => chosenText(prompt, id) },
    );
  const choice = (prompt: ChoicePrompt) => orEscape(askThrough(askOnce, prompt), prompt);
  return {
    checklist: (prompt) =>
      ask(
        { question: checklistLines(prompt) },
        {
          read: (line, shown) => readMarks(prompt, line, shown),
          readBack: (marked) => markedText(prompt, marked),
        },
      ),
    choice,
    confirm: (prompt) => confirmBy(choice, prompt),
    text: (prompt) => ask({ question: textLines(prompt) }, { read: (line) => readText(prompt, line) }),
    search: (prompt) => ask({ question: searchLines(prompt) }, { read: readQuestion }),
    read: (text) => readThrough(options, text, next),
    waitUntilRead: async () => {
      write(['', 'To go back, press Enter.']);
      options.terminal?.prompt();
      await next();
    },
    show: write,
    freshScreen: () => {},
    close: () => reader.close(),
  };
}

/** Shows a question page by page, and reads lines until one is an answer. @param next reads a line */
function askingWith({ write, terminal }: LinesOptions, next: () => Promise<string>) {
  return async <T>(asked: Asked, { read, readBack }: Answering<T>): Promise<T> => {
    const pages = pagesOf(asked, terminal);
    const show = (page: number) => {
      write([...pages[page]!.map(textOf), ...(page < pages.length - 1 ? [NEXT_PAGE] : [])]);
      terminal?.prompt();
      return page;
    };
    // It has a page of its own, before the first: together they may be longer than the window.
    const explain = (about: () => string) => {
      write(['', about(), NEXT_PAGE]);
      terminal?.prompt();
      return -1;
    };
    let page = show(0);
    // What was shown counts also after a turn back, or after the help.
    let last = page;
    for (;;) {
      const line = await next();
      last = Math.max(last, page);
      if (page < pages.length - 1 && line.trim() === '') page = show(page + 1);
      else if (page > 0 && isBack(line)) page = show(page - 1);
      else if (terminal?.about && isHelp(line)) page = explain(terminal.about);
      else if (terminal && isRepeat(line)) page = show(0);
      else {
        const ids = pages.slice(0, last + 1).flatMap((lines) => lines.flatMap(idOf));
        const shown = { ids, isWhole: last === pages.length - 1 };
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

/** Shows a text page by page, and waits for Enter after each page but the last. */
async function readThrough({ write, terminal }: LinesOptions, text: Text, next: () => Promise<string>) {
  const pages = pagesOf({ text, question: [] }, terminal);
  for (let page = 0; ;) {
    const isLast = page === pages.length - 1;
    const reminder = isLast && page > 0 ? text.reminder?.() : undefined;
    write([...pages[page]!.map(textOf), ...(reminder ? ['', reminder] : []), ...(isLast ? [] : [NEXT_PAGE])]);
    if (isLast) return;
    terminal?.prompt();
    const line = await next();
    if (isQuit(line)) return;
    if (isBack(line)) page = Math.max(0, page - 1);
    else if (!isRepeat(line)) page += 1;
  }
}

/** Asks, and once more after what else there is to read. */
async function askThrough(askOnce: (prompt: ChoicePrompt) => Promise<string | Back>, prompt: ChoicePrompt) {
  const answer = await askOnce(prompt);
  const { reading, options, default: usual, escape } = prompt;
  if (answer !== MORE || !reading?.further) return answer;
  const left = options.filter(({ id }) => id !== MORE);
  const byDefault = usual === MORE ? escape : usual;
  const asked = { ...prompt, options: left, reading: { ...reading, blocks: reading.further } };
  return askOnce({ ...asked, ...(byDefault !== undefined && { default: byDefault }) });
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
  const { place, intro, options } = prompt;
  return [
    '',
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
