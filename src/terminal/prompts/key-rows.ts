import type { ChecklistPrompt, ChoicePrompt, Option, TextPrompt } from '../prompter.ts';
import type { ChecklistScreen } from './checklist-screen.ts';
import { backKey, type ChoiceScreen, type ChoiceState, highlightedAt, leaveKey, optionsAt } from './choice-screen.ts';
import type { KeyRow } from './help.ts';
import type { Look } from './layout.ts';

/** All keys of a choice. */
export function choiceRows(
  prompt: ChoicePrompt,
  { active }: ChoiceState,
  screen: ChoiceScreen,
  { glyphs }: Look,
): readonly KeyRow[] {
  const { options, canGoBack } = prompt;
  const highlighted = highlightedAt(prompt, active, screen);
  const back = screen.page > 0 || canGoBack ? [{ key: backKey(options).key, does: 'go back' }] : [];
  return [
    ...(screen.asks ? [] : [{ key: 'Enter', does: 'turn to the next page' }]),
    ...optionRows(optionsAt(prompt, screen), screen.asks ? highlighted : undefined),
    ...(screen.hasList ? [{ key: arrowsOr(options, glyphs), does: 'go up or down the list, for Enter' }] : []),
    ...back,
    leaving(leaveKey(prompt).does, options),
  ];
}

// The letters of vi move as well, for a keyboard without arrows, where no option has them.
function arrowsOr(options: readonly Option[], { arrows }: Look['glyphs']): string {
  return options.some(({ key }) => key === 'j' || key === 'k') ? arrows : `${arrows} or k j`;
}

// On a scale only some numbers have words.
function optionRows(options: readonly Option[], highlighted: Option | undefined): KeyRow[] {
  const [first, last] = [options[0], options.at(-1)];
  const isScale = options.some(({ label }) => label === '');
  const scale = isScale ? [{ key: `${first!.key} to ${last!.key}`, does: 'the number' }] : [];
  const named = options.filter((one) => one.label !== '');
  return [
    ...scale,
    ...named.map((one) => ({ key: one === highlighted ? `Enter or ${one.key}` : one.key, does: one.label })),
  ];
}

// A key that an option has is explained there.
function leaving(does: string, options: readonly Option[]): KeyRow {
  return { key: options.some(({ key }) => key === 'q') ? 'Esc' : 'q or Esc', does };
}

/** All keys of a checklist. */
export function checklistRows(
  { aside, canGoBack }: ChecklistPrompt,
  { page, pages }: Pick<ChecklistScreen, 'page' | 'pages'>,
  { glyphs }: Look,
): readonly KeyRow[] {
  const turns = pages.length > 1 ? [{ key: 'PgUp PgDn', does: 'turn the page' }] : [];
  return [
    { key: 'space or y', does: 'mark the line with the pointer as yes, or remove the mark' },
    { key: 'u', does: 'mark it as not sure' },
    { key: `${glyphs.arrows} or k j`, does: 'go up or down the list, and read what counts' },
    { key: 'n', does: 'none of these, once you have seen the whole list' },
    { key: 'Enter', does: 'continue with what is marked' },
    ...(aside ? [{ key: aside.key, does: aside.label }] : []),
    ...turns,
    ...(canGoBack || page > 0 ? [{ key: 'b', does: 'go back' }] : []),
    { key: 'q or Esc', does: 'leave' },
  ];
}

/** All keys of a question in the user's own words. */
export function textRows({ canGoBack, escape, default: usual }: TextPrompt): readonly KeyRow[] {
  return [
    {
      key: 'Enter',
      does:
        usual === undefined ? 'continue; on an empty line, skip this question' : `continue; on an empty line, ${usual}`,
    },
    ...(canGoBack && !escape ? [{ key: 'backspace or left', does: 'on an empty line, go back' }] : []),
    { key: 'Esc', does: `${escape ? 'go back' : 'leave'}${canGoBack && !escape ? '' : ALSO_BACKSPACE}` },
  ];
}

/** The keyboard of a phone may have no Esc. */
const ALSO_BACKSPACE = ', as does backspace on an empty line';

/** All keys of a list that is narrowed down by typing. */
export const SEARCH_ROWS: readonly KeyRow[] = [
  { key: 'letters', does: 'type a question, or a word or two' },
  { key: 'up down', does: 'go up or down the list' },
  { key: 'Enter', does: 'read what is highlighted, or ask what you typed' },
  { key: 'Esc', does: `leave${ALSO_BACKSPACE}` },
];
