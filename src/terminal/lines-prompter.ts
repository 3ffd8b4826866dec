import { createInterface, type Interface } from 'node:readline';
import { Cancelled, OperationError, UsageError } from '../errors.ts';
import { readChoice, readMarks, readQuestion, readText, type Reading } from './line-answers.ts';
import { choiceHint, marksHint, placed, speakable, textHint } from './line-hints.ts';
import {
  type ChecklistPrompt,
  type ChoicePrompt,
  confirmBy,
  introOf,
  type Prompter,
  type SearchPrompt,
  type TextPrompt,
} from './prompter.ts';

export interface LinesOptions {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  /** Writes lines where the prompts are shown. */
  readonly write: (lines: readonly string[]) => void;
  /** What to use instead where no line comes in. */
  readonly instead: string;
}

/**
 * Asks with numbered lines and reads one line per answer: for a screen reader, a dumb terminal or a pipe. The end of the
 * input is an error, never an answer.
 */
export function linesPrompter({ input, write, instead }: LinesOptions): Prompter {
  const reader = createInterface({ input, terminal: false });
  const next = lineByLine(reader, instead);
  const ask = async <T>(question: readonly string[], read: (line: string) => Reading<T>) => {
    write(question);
    for (;;) {
      const reading = read(await next());
      if ('answer' in reading) return reading.answer;
      if ('leaves' in reading) throw new Cancelled('left with "quit"');
      write([reading.problem]);
    }
  };
  const choice = (prompt: ChoicePrompt) =>
    orEscape(
      ask(choiceLines(prompt), (line) => readChoice(prompt, line)),
      prompt,
    );
  return {
    checklist: (prompt) => ask(checklistLines(prompt), (line) => readMarks(prompt, line)),
    choice,
    confirm: (prompt) => confirmBy(choice, prompt),
    text: (prompt) => ask(textLines(prompt), (line) => readText(prompt, line)),
    search: (prompt) => ask(searchLines(prompt), readQuestion),
    show: write,
    close: () => reader.close(),
  };
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
      throw new OperationError('the input ended before the last question: nothing was assumed', {
        code: 'input-ended',
        hint: 'every question needs a line of its own',
      });
    }
    throw new UsageError('no answers came in', { code: 'no-input', hint: instead });
  };
}

function checklistLines(prompt: ChecklistPrompt): string[] {
  const { place, title, intro, preface, items } = prompt;
  return [
    ...(preface ? [preface] : []),
    '',
    placed(place, title),
    intro,
    ...items.map((item, at) => `${at + 1}. ${item.label}. ${item.details}`),
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
