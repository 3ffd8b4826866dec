import { noBreak, wrap } from '../../text/wrap.ts';
import type { ChecklistPrompt } from '../prompter.ts';
import { isLow, type KeyHint, lineWidth, type Look, padTo } from './layout.ts';

export type Mark = 'yes' | 'unsure';

/** In a narrower window every column counts: a mark is its sign alone, and what is longer is hardly indented. */
const NARROW = 30;

/** The lines of an item: its sign, its label, and whether it is marked in words. */
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

// The mark is as wide as its letters, so that letters can hold its place.
function afterMark(mark: string, label: string, width: number): string[] {
  const [line = '', ...more] = wrap(`${'#'.repeat(mark.length)} ${label}`, width, { rest: ' ' });
  return [mark + line.slice(mark.length), ...more];
}

/** The question, in a line with where one is. */
export function questionLines({ place, intro }: ChecklistPrompt, look: Look): string[] {
  return wrap([place, look.spell(intro)].filter(Boolean).join('  '), lineWidth(look));
}

/** The title, in a line with where one is. */
export function titleLines({ place, title }: ChecklistPrompt, look: Look): string[] {
  if (title === '') return [];
  const words = look.style.heading(look.spell(title));
  return wrap([place, words].filter(Boolean).join('  '), lineWidth(look));
}

/** The details of each item, in as many lines as the longest of them takes: the screen must not jump. */
export function detailsLines({ items }: ChecklistPrompt, active: number, look: Look): string[] {
  const first = look.size().columns < NARROW ? ' ' : isLow(look) ? '  ' : '    ';
  const linesOf = (details: string) => wrap(look.spell(details), lineWidth(look), { first });
  return padTo(linesOf(items[active]!.details), Math.max(...items.map((item) => linesOf(item.details).length)));
}

/** What there is to say of a checklist beside its items. */
export interface Standing {
  /** The items that weren't on the screen yet. */
  readonly unseen: number;
  /** What is marked is enough to leave at once. */
  readonly mayLeave: boolean;
  readonly marked: number;
  /** Of those that are marked, on other pages. */
  readonly hiddenMarks: number;
  readonly pages: number;
  readonly page: number;
}

/** The keys, first the one that goes on from here. @param explains whether the arrows bring details that aren't there */
export function checklistKeys(prompt: ChecklistPrompt, standing: Standing, explains: boolean, look: Look): KeyHint[] {
  const { glyphs } = look;
  const goesBack = prompt.canGoBack || standing.page > 0;
  return [
    ...waysOn(prompt, standing),
    { key: 'space', does: 'yes', brief: 'yes' },
    { key: '?', does: 'not sure', brief: 'unsure' },
    ...(explains ? [{ key: glyphs.arrows, does: 'explain', brief: 'explain' }] : []),
    ...(goesBack ? [{ key: glyphs.arrowLeft, does: 'back', brief: '' }] : []),
    { key: 'Esc', does: 'quit', brief: '' },
  ];
}

function waysOn({ items }: ChecklistPrompt, standing: Standing): KeyHint[] {
  const { unseen, mayLeave, marked, hiddenMarks, pages } = standing;
  const more = { does: `show more (${unseen} left)`, brief: 'more' };
  const on = { key: 'Enter', does: hiddenMarks > 0 ? `go on (${marked} marked)` : 'go on', brief: 'go on' };
  if (marked === 0 && unseen > 0) return [{ key: 'n', ...more }];
  if (marked === 0)
    return [{ key: 'n', does: pages > 1 ? `none of the ${items.length}` : 'none of these', brief: 'none' }];
  if (unseen === 0) return [on];
  return mayLeave ? [on, { key: 'n', ...more }] : [{ key: 'Enter', ...more }];
}
