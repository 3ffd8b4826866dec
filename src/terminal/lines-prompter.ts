import { createInterface, type Interface } from 'node:readline';
import { Cancelled, OperationError, UsageError } from '../errors.ts';
import { joined } from '../text/paginate.ts';
import {
  isAny,
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
import { chosenText, goOnText, keepText, markedText } from './line-hints.ts';
import { ANSWER, type Asked, idOf, type LineTerminal, NEXT_PAGE, pagesOf, textOf } from './line-pages.ts';
import { checklistLines, choiceLines, listingOnce, searchLines, textLines } from './line-questions.ts';
import {
  type ChecklistPrompt,
  type ChoicePrompt,
  confirmBy,
  type Back,
  type Marked,
  type Marks,
  MORE,
  type Prompter,
  type Reading as Text,
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

/** What can be typed in the middle of a checklist. */
const MORE_OF_LIST = 'More: press Enter. Or type the numbers that apply, or: quit, help.';
const TO_GO_BACK = 'To go back, press Enter.';
const WAYS = 'At every question: back goes to the one before, quit leaves, and repeat says it again.';

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
  const listOnce = listingOnce();
  const askOnce = (prompt: ChoicePrompt) => {
    const question = choiceLines(prompt);
    return ask(
      { text: prompt.reading, question, brief: options.terminal && listOnce(prompt, question) },
      { read: (line) => readChoice(prompt, line), readBack: (id) => chosenText(prompt, id) },
    );
  };
  const choice = (prompt: ChoicePrompt) => orEscape(askThrough(askOnce, prompt), prompt);
  return {
    checklist: (prompt) => askMarks(ask, prompt),
    choice,
    confirm: (prompt) => confirmBy(choice, prompt),
    text: (prompt) => ask({ question: textLines(prompt) }, { read: (line) => readText(prompt, line) }),
    search: (prompt) => ask({ question: searchLines(prompt) }, { read: readQuestion }),
    read: (text) => readThrough(options, text, next),
    waitUntilRead: async () => {
      write(['']);
      if (options.terminal) options.terminal.prompt(TO_GO_BACK);
      else write([TO_GO_BACK]);
      await next();
    },
    show: write,
    freshScreen: () => {},
    close: () => reader.close(),
  };
}

type Ask = <T>(asked: Asked, answering: Answering<T>) => Promise<T>;

/** Asks, and reads lines until one is an answer. @param next reads a line */
function askingWith(options: LinesOptions, next: () => Promise<string>): Ask {
  const { write, terminal } = options;
  return async (asked, { read, readBack }) => {
    const pages = turningPages(asked, options);
    pages.show(0);
    for (;;) {
      const line = await next();
      const { page, isWhole } = pages.place();
      if (!isWhole && line.trim() === '') pages.show(page + 1);
      else if (page > 0 && isBack(line)) pages.show(page - 1);
      else if (terminal?.about && isHelp(line)) pages.explain(terminal.about());
      else if (terminal && isRepeat(line)) pages.repeat();
      else {
        const reading = read(line, pages.shown());
        if ('leaves' in reading) throw new Cancelled('left with "quit"');
        const said = saidTo(reading, terminal && readBack);
        if (said) write([said]);
        if ('answer' in reading) return reading.answer;
        pages.wait();
      }
    }
  };
}

/** Shows a question page by page. */
function turningPages(asked: Asked, { write, terminal }: LinesOptions) {
  const words = joined(asked.text?.blocks() ?? []).join('\n');
  const text = terminal?.wasRead.has(words) ? againBriefly(asked.text) : asked.text;
  let pages = pagesOf({ text, question: asked.brief ?? asked.question }, terminal);
  let page = 0;
  // What was shown counts also after a turn back, or after the help.
  let last = 0;
  const isWhole = () => page === pages.length - 1;
  const wait = () => terminal?.prompt(isWhole() ? ANSWER : page < 0 ? NEXT_PAGE : (asked.more ?? NEXT_PAGE));
  const show = (at: number) => {
    page = at;
    last = Math.max(last, page);
    if (isWhole() && asked.text) terminal?.wasRead.add(words);
    const noted = isWhole() ? asked.noted?.() : undefined;
    write([...pages[page]!.map(textOf), ...(noted ? [noted] : [])]);
    wait();
  };
  return {
    show,
    wait,
    place: () => ({ page, isWhole: isWhole() }),
    shown: (): Shown => ({
      ids: pages.slice(0, last + 1).flatMap((lines) => lines.flatMap(idOf)),
      isWhole: last === pages.length - 1,
    }),
    /** Says all of it once more, from its beginning. */
    repeat: () => {
      pages = pagesOf(asked, terminal);
      show(0);
    },
    /** Says what the program is, on a page of its own before the first: together they may be longer than the window. */
    explain: (about: string) => {
      pages = pagesOf(asked, terminal);
      page = -1;
      write(['', about, WAYS]);
      wait();
    },
  };
}

function saidTo<T>(reading: Reading<T>, readBack: Answering<T>['readBack']): string | undefined {
  if ('answer' in reading) return readBack?.(reading.answer);
  if ('problem' in reading) return reading.problem;
  return 'said' in reading ? reading.said : undefined;
}

/** Asks a checklist: what is typed before its end is noted, so that nobody has to keep numbers in mind. */
function askMarks(ask: Ask, prompt: ChecklistPrompt): Promise<Marked | Back> {
  let soFar: Marks | undefined;
  const question = checklistLines(prompt);
  const noted = () => {
    if (!soFar) return keepText(prompt);
    return isAny(soFar) ? goOnText(prompt, soFar) : '';
  };
  const read = (line: string, shown: Shown) => {
    const reading = readMarks(prompt, line, shown, soFar);
    if ('noted' in reading) {
      soFar = reading.noted;
      prompt.onMark?.({ ...soFar, shown: shown.ids });
    }
    return reading;
  };
  return ask({ question, more: MORE_OF_LIST, noted }, { read, readBack: (marked) => markedText(prompt, marked) });
}

/** What is left of a text that was read to its end before, and has come back unchanged. */
function againBriefly(text: Text | undefined): Text {
  const reminder = text?.reminder?.() ?? '';
  return { blocks: () => [[[...(reminder === '' ? [] : [reminder]), 'To hear the page again, type repeat.']]] };
}

/** Shows a text page by page, and waits for Enter after each page but the last. */
async function readThrough({ write, terminal }: LinesOptions, text: Text, next: () => Promise<string>) {
  const pages = pagesOf({ text, question: [] }, terminal);
  for (let page = 0; ;) {
    const isLast = page === pages.length - 1;
    const reminder = isLast && page > 0 ? text.reminder?.() : undefined;
    write([...pages[page]!.map(textOf), ...(reminder ? ['', reminder] : [])]);
    if (isLast) return;
    terminal?.prompt(NEXT_PAGE);
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
