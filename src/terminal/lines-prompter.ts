import { createInterface, type Interface } from 'node:readline';
import { CannotError, UsageError } from '../errors.ts';
import { readChoice, readMarks, readQuestion, readText, type Understood } from './line-answers.ts';
import {
  type ChecklistPrompt,
  type ChoicePrompt,
  introOf,
  type Option,
  type Prompter,
  type SearchPrompt,
  type TextPrompt,
} from './prompter.ts';

export interface LinesOptions {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  /** Writes lines where the prompts are shown. */
  readonly write: (lines: readonly string[]) => void;
  /** What to use when no line comes at all. */
  readonly instead: string;
}

/**
 * Asks by numbered lines and reads a line for each answer: for a screen reader, a dumb terminal, a
 * pipe. The end of the input is an error, never an answer.
 */
export function linesPrompter({ input, write, instead }: LinesOptions): Prompter {
  const reader = createInterface({ input, terminal: false });
  const next = lineByLine(reader, instead);
  const ask = async <T>(question: readonly string[], understand: (line: string) => Understood<T>) => {
    write(question);
    for (;;) {
      const understood = understand(await next());
      if ('answer' in understood) return understood.answer;
      write([understood.problem]);
    }
  };
  return {
    checklist: (prompt) => ask(checklistLines(prompt), (line) => readMarks(prompt, line)),
    choice: (prompt) =>
      orEscape(
        ask(choiceLines(prompt), (line) => readChoice(prompt, line)),
        prompt,
      ),
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
    if (escape !== undefined && error instanceof CannotError) return escape;
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
      throw new CannotError('the input ended before the last question: nothing was assumed', {
        code: 'input-ended',
        hint: 'every question needs a line of its own',
      });
    }
    throw new UsageError('no answers came in', { code: 'no-input', hint: instead });
  };
}

function checklistLines({ place, title, intro, preface, items, canGoBack }: ChecklistPrompt): string[] {
  const back = canGoBack ? ', or: back' : '';
  return [
    ...(preface ? [preface] : []),
    '',
    [place, title].filter(Boolean).join(': '),
    intro,
    ...items.map((item, at) => `${at + 1}. ${item.label}. ${item.details}`),
    `Type the numbers that apply, with ? behind one that you are not sure about (2, 5?), or: none${back}`,
  ];
}

function choiceLines(prompt: ChoicePrompt): string[] {
  const { preface, place, options, enter, canGoBack } = prompt;
  const intro = introOf(prompt);
  const byDefault = options.find((option) => option.id === enter);
  const also = [byDefault && `Enter alone for ${byDefault.key}`, canGoBack && 'back'].filter(Boolean);
  return [
    ...(preface ? [preface] : []),
    '',
    ...[[place, intro].filter(Boolean).join(': ')].filter(Boolean),
    ...options.map((option) => `${option.key}. ${option.label}`),
    `Type one of ${keysOf(options)}${also.length > 0 ? `, or: ${also.join(', ')}` : ''}`,
  ];
}

function textLines({ place, intro, canGoBack }: TextPrompt): string[] {
  return [
    '',
    [place, intro].filter(Boolean).join(': '),
    `Type it, or an empty line to pass${canGoBack ? ', or: back' : ''}`,
  ];
}

function searchLines({ title, intro }: SearchPrompt): string[] {
  return ['', `${title}: ${intro}`];
}

function keysOf(options: readonly Option[]): string {
  const keys = options.map((option) => option.key);
  const counts = keys.every((key, at) => Number(key) === Number(keys[0]) + at);
  return counts ? `${keys[0]} to ${keys.at(-1)}` : keys.join(', ');
}
