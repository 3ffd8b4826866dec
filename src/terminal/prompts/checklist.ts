import { useKeypress, useState } from '@inquirer/core';
import { BACK, type Back, type ChecklistPrompt, type Marked } from '../prompter.ts';
import { wrap } from '../../text/wrap.ts';
import { CANCEL, cancels, goesBack, isEnter, TOO_FAST, useKeyGuard, type KeyPress } from './keys.ts';
import { isLow, layOut, lineWidth, padTo, type KeyHint, type Look } from './layout.ts';
import { makePrompt } from './prompt.ts';
import { linesIn, useRedraw } from './redraw.ts';

type Mark = 'yes' | 'unsure';
export type ChecklistState = { active: number; marks: ReadonlyMap<string, Mark>; notice: string };
export type ChecklistConfig = { prompt: ChecklistPrompt; look: Look; screen: NodeJS.EventEmitter };

const NOTHING_MARKED = 'Mark what applies with space. If nothing does, press n.';
const ALREADY_MARKED = 'Something is marked: Enter goes on with it, space takes a mark away.';

/** A list in which one marks what applies, or says with one key that nothing does. */
export const askChecklist = makePrompt<Marked | Back | typeof CANCEL, ChecklistConfig>((config, done) => {
  const { prompt, look } = config;
  const [state, setState] = useState<ChecklistState>(() => initialState(prompt));
  const guard = useKeyGuard();
  const drawn = useRedraw(config.screen);
  useKeypress((key: KeyPress) => {
    if (!guard.admits()) return setState({ ...state, notice: TOO_FAST });
    const answer = answerOf(key, state, prompt);
    if (answer !== undefined) return guard.answer(() => done(answer));
    setState(pressed(key, state, prompt));
  });
  const text = checklistText(prompt, state, look);
  drawn(linesIn(text));
  return text;
});

// Who comes back comes for what was marked, and in a low window it would stand below the fold.
function initialState({ items, marked = [], unsure = [] }: ChecklistPrompt): ChecklistState {
  const entries = [...marked.map((id) => [id, 'yes'] as const), ...unsure.map((id) => [id, 'unsure'] as const)];
  const marks = new Map<string, Mark>(entries);
  const first = items.findIndex(({ id }) => marks.has(id));
  return { active: Math.max(0, first), marks, notice: '' };
}

/** What leaves the screen, if this key does. */
function answerOf(key: KeyPress, { marks }: ChecklistState, prompt: ChecklistPrompt) {
  if (cancels(key)) return CANCEL;
  if (goesBack(key) && prompt.canGoBack) return BACK;
  if (key.name === 'n' && marks.size === 0) return { signs: [], unsure: [] };
  if (isEnter(key) && marks.size > 0) {
    const marked = (mark: Mark) => prompt.items.map(({ id }) => id).filter((id) => marks.get(id) === mark);
    return { signs: marked('yes'), unsure: marked('unsure') };
  }
  return undefined;
}

/** The state after a key that stays on the screen. */
function pressed(key: KeyPress, state: ChecklistState, { items }: ChecklistPrompt): ChecklistState {
  const { active, marks } = state;
  const move = (by: number) => ({ ...state, active: (active + by + items.length) % items.length, notice: '' });
  const id = items[active]!.id;
  if (key.name === 'down' || key.name === 'j') return move(1);
  if (key.name === 'up' || key.name === 'k') return move(-1);
  if (key.name === 'space' || key.name === 'y') return { active, marks: toggled(marks, id, 'yes'), notice: '' };
  if (key.sequence === '?') return { active, marks: toggled(marks, id, 'unsure'), notice: '' };
  if (key.name === 'n') return { ...state, notice: ALREADY_MARKED };
  return { ...state, notice: NOTHING_MARKED };
}

function toggled(marks: ReadonlyMap<string, Mark>, id: string, mark: Mark): ReadonlyMap<string, Mark> {
  const next = new Map(marks);
  if (next.get(id) === mark) next.delete(id);
  else next.set(id, mark);
  return next;
}

/** The screen as text. */
export function checklistText(prompt: ChecklistPrompt, state: ChecklistState, look: Look): string {
  const { preface, place, title, intro, items } = prompt;
  const { active, marks, notice } = state;
  return layOut(
    {
      preface,
      place,
      title,
      intro,
      items: items.map((item, at) => itemLines(item, at === active, marks.get(item.id), look)),
      active,
      details: detailsOf(prompt, active, look),
      notice,
      keys: keyHints(prompt, marks.size > 0, look),
    },
    look,
  );
}

function detailsOf({ items }: ChecklistPrompt, active: number, look: Look): string[] {
  const low = isLow(look);
  const linesOf = (details: string) => wrap(details, lineWidth(look), { first: low ? '  ' : '    ' });
  const details = linesOf(items[active]!.details);
  return low ? details : padTo(details, Math.max(...items.map((item) => linesOf(item.details).length)));
}

// First the one key that goes on from here.
function keyHints({ canGoBack }: ChecklistPrompt, isMarked: boolean, { glyphs }: Look): KeyHint[] {
  return [
    isMarked ? { key: 'Enter', does: 'go on', brief: 'go on' } : { key: 'n', does: 'none of these', brief: 'none' },
    { key: 'space', does: 'yes', brief: 'yes' },
    { key: '?', does: 'not sure', brief: 'unsure' },
    ...(canGoBack ? [{ key: glyphs.arrowLeft, does: 'back', brief: '' }] : []),
    { key: 'Esc', does: 'quit', brief: '' },
  ];
}

function itemLines({ label }: { label: string }, active: boolean, mark: Mark | undefined, look: Look): string[] {
  const { style, glyphs } = look;
  const box = { yes: glyphs.marked, unsure: glyphs.unsure, none: glyphs.empty }[mark ?? 'none'];
  const first = `${active ? glyphs.pointer : ' '} ${box} `;
  const words = { yes: ` ${glyphs.dash} yes`, unsure: ` ${glyphs.dash} not sure`, none: '' }[mark ?? 'none'];
  const lines = wrap(label + words, lineWidth(look), { first });
  return active || mark ? lines.map(style.strong) : lines;
}
