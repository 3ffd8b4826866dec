import { sanitize } from '../text/sanitize.ts';
import { choiceHint, hasQuit, marksHint, notNoneText, soFarText } from './line-hints.ts';
import {
  BACK,
  type Back,
  type ChecklistPrompt,
  type ChoicePrompt,
  type Marked,
  type Marks,
  type Option,
  type Picked,
  type TextPrompt,
} from './prompter.ts';

/** What a typed line means: an answer, a part of one, the wish to leave, or a problem to report. */
export type Reading<T> =
  | { readonly answer: T }
  | { readonly noted: Marks; readonly said: string }
  | { readonly leaves: true }
  | { readonly problem: string };

/** What of a list was written so far. */
export interface Shown {
  readonly ids: readonly string[];
  /** All of it was. */
  readonly isWhole: boolean;
}

const LEAVES = { leaves: true } as const;

const NO_MARKS: Marks = { signs: [], unsure: [] };

/**
 * Reads the answer to a checklist: "none", "back", "quit", or numbers from 1, with "?" after a doubtful one.
 * An empty line isn't an answer, unless something is marked: "none" is said, never assumed.
 * @param shown what of the list was written; before the rest of it only an emergency is an answer, and other marks are noted
 * @param soFar what was noted since it was asked; until then, what was marked when it was asked before is kept, and only
 *   at the end of the list, where that is said, do other numbers replace it
 */
export function readMarks(
  prompt: ChecklistPrompt,
  line: string,
  { ids, isWhole }: Shown,
  soFar: Marks | undefined,
): Reading<Marked | Back> {
  const text = line.trim().toLowerCase().replace(/\s+\?/g, '?');
  const kept = soFar ?? { signs: prompt.marked ?? [], unsure: prompt.unsure ?? [] };
  const way = wayOut(prompt, text, { ...kept, shown: ids });
  if (way) return way;
  if (text === 'clear' && isAny(kept)) return { noted: NO_MARKS, said: 'Nothing is marked now.' };
  const isNone = ['none', 'n', 'no', '0', 'none of these'].includes(text);
  if (isNone && soFar && isAny(soFar)) return { problem: notNoneText(prompt, soFar) };
  if (isWhole && text === '' && isAny(kept)) return { answer: { ...kept, shown: ids } };
  const words = isNone ? [] : text.split(/[\s,;]+/).filter(Boolean);
  const wrong = words.find((word) => !/^\d+\??$/.test(word) || !ids[Number.parseInt(word, 10) - 1]);
  if (wrong !== undefined || (words.length === 0 && !isNone)) return { problem: marksProblem(prompt, wrong, ids) };
  const marks = withMarks(isWhole && !soFar ? NO_MARKS : kept, words, ids);
  if (isWhole || prompt.mayLeave?.(marks)) return { answer: { ...marks, shown: ids } };
  if (isNone) return { problem: 'There is more of the list. Press Enter to see it, then answer.' };
  return { noted: marks, said: soFarText(prompt, marks) };
}

/** Whether anything is marked. */
export function isAny({ signs, unsure }: Marks): boolean {
  return signs.length + unsure.length > 0;
}

// What is marked twice is meant as the last time. Nothing is taken away by a number that is typed again.
function withMarks({ signs, unsure }: Marks, words: readonly string[], ids: readonly string[]): Marks {
  const idsOf = (isDoubt: boolean) =>
    words.filter((word) => word.endsWith('?') === isDoubt).map((word) => ids[Number.parseInt(word, 10) - 1]!);
  const [sure, doubtful] = [idsOf(false), idsOf(true)];
  return {
    signs: [...new Set([...signs.filter((id) => !doubtful.includes(id)), ...sure])],
    unsure: [...new Set([...unsure.filter((id) => !sure.includes(id)), ...doubtful])],
  };
}

function wayOut(
  { canGoBack, aside, escape }: ChecklistPrompt,
  text: string,
  soFar: Marked,
): Reading<Marked | Back> | undefined {
  if (canGoBack && isBack(text)) return { answer: BACK };
  if (aside && [aside.key, aside.id].includes(text)) return { answer: { ...soFar, aside: aside.id } };
  if (isQuit(text)) return escape === undefined ? LEAVES : { answer: { ...soFar, aside: escape } };
  return undefined;
}

/** Reads the answer to a choice: the key of an option, its id, its label, or a number within it, such as an age. */
export function readChoice(prompt: ChoicePrompt, line: string): Reading<string | Back> {
  const text = line.trim().toLowerCase();
  const typed = isQuit(text) && hasQuit(prompt.options) ? 'q' : text;
  const option = prompt.options.find(({ key, id, label }) => [key, id, label.toLowerCase()].includes(typed));
  if (option) return { answer: option.id };
  const within = /^\d+$/.test(text)
    ? prompt.options.find(({ range }) => range && isIn(range, Number(text)))
    : undefined;
  if (within) return { answer: within.id };
  if (prompt.canGoBack && isBack(text)) return { answer: BACK };
  if (isQuit(text) && !hasQuit(prompt.options)) return LEAVES;
  if (text === '' && prompt.default !== undefined) return { answer: prompt.default };
  return { problem: `${wrongText(text && line, 'answers')} ${choiceHint(prompt)}` };
}

function isIn({ from = 0, to = Infinity }: NonNullable<Option['range']>, value: number): boolean {
  return value >= from && value <= to;
}

/** Whether the question is to be said once more. */
export function isRepeat(line: string): boolean {
  return isHelp(line) || ['repeat', 'r?', 'again'].includes(line.trim().toLowerCase());
}

/** Whether a line asks what can be typed, and what the program is. */
export function isHelp(line: string): boolean {
  return ['?', 'help'].includes(line.trim().toLowerCase());
}

/** Reads a text of the user's own; an empty line answers the default, or skips the question. */
export function readText({ canGoBack, default: usual = '' }: TextPrompt, line: string): Reading<string | Back> {
  const text = line.trim();
  if (isQuit(text)) return LEAVES;
  return { answer: canGoBack && isBack(text) ? BACK : text || usual };
}

/** Reads a question; an empty line is not one. */
export function readQuestion(line: string): Reading<Picked> {
  const typed = line.trim();
  if (isQuit(typed)) return LEAVES;
  return typed === '' ? { problem: 'Type a question, or a word or two.' } : { answer: { typed } };
}

/** Whether a line asks for what came before. */
export function isBack(line: string): boolean {
  return ['back', 'b', '<'].includes(line.trim().toLowerCase());
}

/** Whether a line leaves. */
export function isQuit(line: string): boolean {
  return ['quit', 'q'].includes(line.trim().toLowerCase());
}

function marksProblem(prompt: ChecklistPrompt, wrong: string | undefined, ids: readonly string[]): string {
  return `${wrongText(wrong, `numbers from 1 to ${ids.length}`)} ${marksHint(prompt)}`;
}

// The code of an arrow key in the line must not steer the terminal when it is quoted.
function wrongText(typed: string | undefined, right: string): string {
  return typed ? `"${sanitize(typed).trim()}" isn't one of the ${right}.` : 'Nothing was typed.';
}
