import { choiceHint, markedBeforeText, marksHint, placed, speakable, textHint } from './line-hints.ts';
import type { Line } from './line-pages.ts';
import type { ChecklistPrompt, ChoicePrompt, SearchPrompt, TextPrompt } from './prompter.ts';

/** A checklist: each item has its number. */
export function checklistLines(prompt: ChecklistPrompt): Line[] {
  const { place, title, intro, preface, items } = prompt;
  return [
    ...(preface ? [preface] : []),
    '',
    placed(place, title),
    intro,
    ...[markedBeforeText(prompt)].filter(Boolean),
    ...items.map(({ id, label, details }, at) => ({ id, text: `${at + 1}. ${label}. ${details}` })),
    marksHint(prompt),
  ];
}

/** A choice: each option has its key. */
export function choiceLines(prompt: ChoicePrompt): string[] {
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

/** A question that is answered in the user's own words. */
export function textLines(prompt: TextPrompt): string[] {
  const { place, intro, preface } = prompt;
  return ['', ...(preface ? [preface] : []), placed(place, intro), textHint(prompt)];
}

/** A question to the guide. */
export function searchLines({ title, intro }: SearchPrompt): string[] {
  return ['', `${title}: ${intro} Or: quit`];
}

/** @returns the question without its list, where the same list was asked just before; otherwise nothing */
export function listingOnce(): (prompt: ChoicePrompt, question: readonly Line[]) => readonly Line[] | undefined {
  let before = '';
  return ({ place, options }, question) => {
    const list = `${place} ${speakable(options)
      .map(({ id }) => id)
      .join(' ')}`;
    const isAgain = place !== undefined && list === before;
    before = list;
    return isAgain ? [...question.slice(0, 2), question.at(-1)!] : undefined;
  };
}
