import { useKeypress, useRef, useState } from '@inquirer/core';
import { BACK, type Back, type ChecklistPrompt, type Marked } from '../prompter.ts';
import type { Mark } from './checklist-parts.ts';
import { type ChecklistScreen, checklistScreen, type ChecklistState, marksOf } from './checklist-screen.ts';
import { checklistRows } from './key-rows.ts';
import { cancels, goesBack, isEnter, type ReadlineKey } from './keys.ts';
import type { Look } from './layout.ts';
import { CANCEL, makePrompt, TOO_FAST, useKeyGuard } from './prompt.ts';

export type ChecklistConfig = { prompt: ChecklistPrompt; look: Look; screen: NodeJS.EventEmitter };

/** The effect of a key: it answers the prompt, turns a page, or stays on the page. */
type Reaction =
  | { readonly answer: Marked | Back | typeof CANCEL }
  | { readonly turnsTo: ChecklistState }
  | { readonly stays: ChecklistState };

const NOTHING_MARKED = 'Press space to mark, or press n.';
const ALREADY_MARKED = 'Something is marked. Press Enter to continue, or space to remove a mark.';

/**
 * A list in which the user marks what applies, or says with one key that nothing does. Items that aren't marked count as
 * "no" only once they were on the screen: until then the same key turns the page.
 */
export const askChecklist = makePrompt<Marked | Back | typeof CANCEL, ChecklistConfig>((config, done, help) => {
  const { prompt, look } = config;
  const [state, setState] = useState<ChecklistState>(() => initialState(prompt));
  const seen = useRef(new Set(prompt.seen)).current;
  const guard = useKeyGuard();
  const screen = checklistScreen(prompt, state, seen, look);
  for (const id of screen.shown) seen.add(id);
  const act = (key: ReadlineKey) => {
    // A list that nobody can have read yet isn't answered with "none".
    if (!guard.admits(key.name === 'n' && key.isBounce)) return setState({ ...state, notice: TOO_FAST });
    const reaction = reactionTo(key, prompt, state, seen, screen);
    if ('answer' in reaction) return guard.answer(() => done(reaction.answer));
    if ('turnsTo' in reaction) return guard.answer(() => setState(reaction.turnsTo));
    const { marks } = reaction.stays;
    if (marks !== state.marks) prompt.onMark?.(markedIn(prompt, marks, seen));
    setState(reaction.stays);
  };
  useKeypress(help.unlessHelp(() => checklistRows(prompt, screen, look), act));
  return screen.text;
});

/** The first state of a checklist. When a user comes back to it, the first marked item is highlighted. */
export function initialState({ items, marked = [], unsure = [] }: ChecklistPrompt): ChecklistState {
  const entries = [...marked.map((id) => [id, 'yes'] as const), ...unsure.map((id) => [id, 'unsure'] as const)];
  const marks = new Map<string, Mark>(entries);
  const first = items.findIndex(({ id }) => marks.has(id));
  return { active: Math.max(0, first), marks, notice: '', isFocused: false };
}

/**
 * What a key does.
 * @param seen the ids of the items that were on the screen, including those of the current page
 * @param screen the current screen
 */
export function reactionTo(
  key: ReadlineKey,
  prompt: ChecklistPrompt,
  state: ChecklistState,
  seen: ReadonlySet<string>,
  screen: ChecklistScreen,
): Reaction {
  const own = prompt.aside ? [prompt.aside] : [];
  if (cancels(key, own))
    return { answer: prompt.escape === undefined ? CANCEL : asideWith(prompt.escape, prompt, state, seen) };
  if (prompt.aside && key.name === prompt.aside.key) return { answer: asideWith(prompt.aside.id, prompt, state, seen) };
  if (goesBack(key, own)) return backFrom(prompt, state, screen);
  if (key.name === 'pageup') return turned(state, screen, screen.page - 1);
  if (key.name === 'pagedown') return turned(state, screen, screen.page + 1);
  const goesOn = isEnter(key) || key.name === 'n';
  return goesOn ? onwards(isEnter(key), prompt, state, seen) : { stays: pressed(key, state, prompt) };
}

// Going back turns pages first, so no mark is lost.
function backFrom({ canGoBack }: ChecklistPrompt, state: ChecklistState, screen: ChecklistScreen): Reaction {
  if (screen.page > 0) return turned(state, screen, screen.page - 1);
  return canGoBack ? { answer: BACK } : { stays: { ...state, notice: NOTHING_MARKED } };
}

function turned(state: ChecklistState, { pages }: ChecklistScreen, page: number): Reaction {
  const [active = state.active] = pages[page] ?? [];
  return { turnsTo: { ...state, active, notice: '', isFocused: false } };
}

// The list isn't answered, but what was marked on it isn't lost.
function asideWith(
  aside: string,
  prompt: ChecklistPrompt,
  { marks }: ChecklistState,
  seen: ReadonlySet<string>,
): Marked {
  return { ...markedIn(prompt, marks, seen), aside };
}

// What is marked was on the screen, even where the window was too small for all of it.
function markedIn({ items }: ChecklistPrompt, marks: ChecklistState['marks'], seen: ReadonlySet<string>): Marked {
  const shown = items.map(({ id }) => id).filter((id) => seen.has(id) || marks.has(id));
  return { ...marksOf(items, marks), shown };
}

function onwards(enter: boolean, prompt: ChecklistPrompt, state: ChecklistState, seen: ReadonlySet<string>): Reaction {
  const { marks } = state;
  const next = prompt.items.findIndex(({ id }) => !seen.has(id));
  const marked = markedIn(prompt, marks, seen);
  const leaves = next < 0 ? enter === marks.size > 0 : enter && marks.size > 0 && prompt.mayLeave?.(marked);
  if (leaves) return { answer: marked };
  if (next >= 0) return { turnsTo: { ...state, active: next, notice: '', isFocused: false } };
  return { stays: { ...state, notice: enter ? NOTHING_MARKED : ALREADY_MARKED } };
}

/** The state after a key that stays on the screen. */
function pressed(key: ReadlineKey, state: ChecklistState, { items }: ChecklistPrompt): ChecklistState {
  const { active, marks } = state;
  const move = (by: number) => ({
    ...state,
    active: (active + by + items.length) % items.length,
    notice: '',
    isFocused: true,
  });
  const id = items[active]!.id;
  if (key.name === 'down' || key.name === 'j') return move(1);
  if (key.name === 'up' || key.name === 'k') return move(-1);
  if (key.name === 'space' || key.name === 'y') return { ...state, marks: toggled(marks, id, 'yes'), notice: '' };
  if (key.name === 'u') return { ...state, marks: toggled(marks, id, 'unsure'), notice: '' };
  return { ...state, notice: NOTHING_MARKED };
}

function toggled(marks: ReadonlyMap<string, Mark>, id: string, mark: Mark): ReadonlyMap<string, Mark> {
  const next = new Map(marks);
  if (next.get(id) === mark) next.delete(id);
  else next.set(id, mark);
  return next;
}
