import { sanitize } from '../text/sanitize.ts';
import { choiceHint, hasQuit, marksHint } from './line-hints.ts';
import {
  BACK,
  type Back,
  type ChecklistPrompt,
  type ChoicePrompt,
  type Marked,
  type Picked,
  type TextPrompt,
} from './prompter.ts';

/** What a typed line means: an answer, the wish to leave, or a problem to report. */
export type Reading<T> = { readonly answer: T } | { readonly leaves: true } | { readonly problem: string };

/** Leaves even where a text is asked for; shorter words could be meant as the text. */
const QUIT = 'quit';
const LEAVES = { leaves: true } as const;

/**
 * Reads the answer to a checklist: "none", "back", "quit", or numbers from 1, with "?" after a doubtful one.
 * An empty line is not an answer: "none" has to be typed, it is never assumed.
 */
export function readMarks(prompt: ChecklistPrompt, line: string): Reading<Marked | Back> {
  const text = line.trim().toLowerCase().replace(/\s+\?/g, '?');
  if (isBack(text, prompt.canGoBack)) return { answer: BACK };
  if (isQuit(text)) return LEAVES;
  // All items were written.
  const shown = prompt.items.map(({ id }) => id);
  if (['none', 'n', 'no', '0', 'none of these'].includes(text)) return { answer: { signs: [], unsure: [], shown } };
  const words = text.split(/[\s,;]+/).filter(Boolean);
  const wrong = words.find((word) => !/^\d+\??$/.test(word) || !prompt.items[Number.parseInt(word, 10) - 1]);
  if (words.length === 0 || wrong !== undefined) return { problem: marksProblem(prompt, wrong) };
  const idOf = (word: string) => prompt.items[Number.parseInt(word, 10) - 1]!.id;
  const unsure = words.filter((word) => word.endsWith('?'));
  const sure = words.filter((word) => !word.endsWith('?'));
  return { answer: { signs: sure.map(idOf), unsure: unsure.map(idOf), shown } };
}

/** Reads the answer to a choice: the key of an option, its id, or its label. */
export function readChoice(prompt: ChoicePrompt, line: string): Reading<string | Back> {
  const text = line.trim().toLowerCase();
  const option = prompt.options.find(({ key, id, label }) => [key, id, label.toLowerCase()].includes(text));
  if (option) return { answer: option.id };
  if (isBack(text, prompt.canGoBack)) return { answer: BACK };
  if (isQuit(text) && !hasQuit(prompt.options)) return LEAVES;
  if (text === '' && prompt.default !== undefined) return { answer: prompt.default };
  return { problem: `${wrongText(text && line, 'answers')} ${choiceHint(prompt)}` };
}

/** Reads a text of the user's own; an empty line answers the default, or skips the question. */
export function readText({ canGoBack, default: usual = '' }: TextPrompt, line: string): Reading<string | Back> {
  const text = line.trim();
  if (text.toLowerCase() === QUIT) return LEAVES;
  return { answer: isBack(text, canGoBack) ? BACK : text || usual };
}

/** Reads a question; an empty line is not one. */
export function readQuestion(line: string): Reading<Picked> {
  const typed = line.trim();
  if (typed.toLowerCase() === QUIT) return LEAVES;
  return typed === '' ? { problem: 'Type a question, or a word or two.' } : { answer: { typed } };
}

function isBack(text: string, allowed = false): boolean {
  return allowed && ['back', 'b', '<'].includes(text);
}

function isQuit(text: string): boolean {
  return [QUIT, 'q', 'stop'].includes(text);
}

function marksProblem(prompt: ChecklistPrompt, wrong: string | undefined): string {
  return `${wrongText(wrong, `numbers from 1 to ${prompt.items.length}`)} ${marksHint(prompt)}`;
}

// The code of an arrow key in the line must not steer the terminal when it is quoted.
function wrongText(typed: string | undefined, right: string): string {
  return typed ? `"${sanitize(typed).trim()}" is none of the ${right}.` : 'Nothing was typed.';
}
