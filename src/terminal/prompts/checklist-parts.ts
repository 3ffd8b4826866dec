import { noBreak } from '../../text/break-line.ts';
import { wrap } from '../../text/wrap.ts';
import type { ChecklistPrompt } from '../prompter.ts';
import { isLow, type KeyHint, lineWidth, type Look, padTo } from './layout.ts';

export type Mark = 'yes' | 'unsure';

/** In a narrower window marks are symbols without words, and continued lines are hardly indented. */
const NARROW = 30;

/** The lines of an item: its symbol, its label, and its mark in words. */
export function itemLines(label: string, active: boolean, mark: Mark | undefined, look: Look): string[] {
  const { style, glyphs, spell } = look;
  const box = { yes: glyphs.marked, unsure: glyphs.unsure, none: glyphs.empty }[mark ?? 'none'];
  const words = {
    yes: ` ${noBreak(`${glyphs.dash} yes`)}`,
    unsure: ` ${noBreak(`${glyphs.dash} not sure`)}`,
    none: '',
  };
  const pointer = active ? glyphs.pointer : ' ';
  const lines =
    look.size().columns < NARROW
      ? afterMark(`${pointer}${box}`, spell(label), lineWidth(look))
      : wrap(spell(label) + words[mark ?? 'none'], lineWidth(look), { first: `${pointer} ${box} ` });
  return active || mark ? lines.map(style.strong) : lines;
}

// Every character of the mark is one column wide, so others can take its place while the text is wrapped.
function afterMark(mark: string, label: string, width: number): string[] {
  const [line = '', ...more] = wrap(`${'#'.repeat(mark.length)} ${label}`, width, { rest: ' ' });
  return [mark + line.slice(mark.length), ...more];
}

/** The question, after the place of the screen. */
export function questionLines({ place, intro }: ChecklistPrompt, look: Look): string[] {
  return wrap([place, look.spell(intro)].filter(Boolean).join('  '), lineWidth(look));
}

/** The title, after the place of the screen. */
export function titleLines({ place, title }: ChecklistPrompt, look: Look): string[] {
  if (title === '') return [];
  const words = look.style.heading(look.spell(title));
  return wrap([place, words].filter(Boolean).join('  '), lineWidth(look));
}

/** The details of the highlighted item, in as many lines as the longest details take, so that the screen doesn't jump. */
export function detailsLines({ items }: ChecklistPrompt, active: number, look: Look): string[] {
  const first = look.size().columns < NARROW ? ' ' : isLow(look) ? '  ' : '    ';
  const linesOf = (details: string) => wrap(look.spell(details), lineWidth(look), { first });
  return padTo(linesOf(items[active]!.details), Math.max(...items.map((item) => linesOf(item.details).length)));
}

/** The state of a checklist, for the hints on its keys. */
export interface Standing {
  /** How many items weren't on the screen yet. */
  readonly unseen: number;
  /** The marks are enough to leave at once. */
  readonly mayLeave: boolean;
  readonly marked: number;
  /** How many of the marked items are on other pages. */
  readonly hiddenMarks: number;
  readonly pages: number;
  readonly page: number;
}

/** The keys, first the one that continues. @param explains whether the arrows show details that have no room yet */
export function checklistKeys(prompt: ChecklistPrompt, standing: Standing, explains: boolean, look: Look): KeyHint[] {
  const { glyphs } = look;
  const goesBack = prompt.canGoBack || standing.page > 0;
  return [
    ...waysOn(prompt, standing),
    { key: 'space', does: 'yes', brief: 'yes' },
    { key: 'u', does: 'not sure', brief: 'unsure' },
    ...(explains ? [{ key: glyphs.arrows, does: 'explain', brief: 'explain' }] : []),
    ...(prompt.aside ? [{ key: prompt.aside.key, does: prompt.aside.label, brief: prompt.aside.id }] : []),
    ...(goesBack ? [{ key: 'b', does: 'back', brief: 'back' }] : []),
    { key: 'Esc', does: 'quit', brief: 'quit' },
  ];
}

function waysOn({ items }: ChecklistPrompt, standing: Standing): KeyHint[] {
  const { unseen, mayLeave, marked, hiddenMarks, pages } = standing;
  const more = { does: `more (${unseen} left)`, brief: 'more' };
  const on = { key: 'Enter', does: hiddenMarks > 0 ? `continue (${marked} marked)` : 'continue', brief: 'continue' };
  if (marked === 0 && unseen > 0) return [{ key: 'n', ...more }];
  if (marked === 0)
    return [{ key: 'n', does: pages > 1 ? `none of the ${items.length}` : 'none of these', brief: 'none' }];
  if (unseen === 0) return [on];
  return mayLeave ? [on, { key: 'n', ...more }] : [{ key: 'Enter', ...more }];
}
