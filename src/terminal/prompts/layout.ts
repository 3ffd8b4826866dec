import type { Glyphs } from '../glyphs.ts';
import type { Style } from '../style.ts';
import { textWidth, wrap } from '../../text/wrap.ts';

/** What a screen is drawn with. */
export interface Look {
  readonly style: Style;
  readonly glyphs: Glyphs;
  /** The text as the terminal can show it. */
  readonly spell: (text: string) => string;
  /** The window, as it is now. */
  readonly size: () => { readonly columns: number; readonly rows: number };
}

export interface ScreenParts {
  readonly preface?: string | undefined;
  readonly place: string;
  readonly title: string;
  /** The question; on a low window it stands without place and title. */
  readonly intro: string;
  /** The lines of each item, and which of them is highlighted. */
  readonly items: readonly (readonly string[])[];
  readonly active: number;
  /** Below the list: the details of the highlighted item. */
  readonly details: readonly string[];
  /** What was wrong with the last key; stands where else a line is free. */
  readonly notice: string;
  readonly keys: readonly KeyHint[];
}

/** A key, and what it does; in a low or narrow window in as few letters as can be. */
export interface KeyHint {
  readonly key: string;
  readonly does: string;
  readonly brief: string;
}

/** Below this many rows nothing is spent on spacing. */
export const LOW_WINDOW = 16;

/** One screen as text, never higher than the window: what doesn't fit of the list is scrolled. */
export function layOut(parts: ScreenParts, look: Look): string {
  const { columns, rows } = look.size();
  const width = textWidth(columns) - 1;
  const roomy = rows >= LOW_WINDOW;
  const gap = roomy ? [''] : [];
  const head = [...prefaceLines(parts.preface, width, gap), ...headLines(parts, look, width, roomy)];
  const foot = footLines(parts, look, width, roomy);
  const room = rows - 1 - head.length - gap.length - foot.length;
  const list = scrolled(parts.items, parts.active, Math.max(1, room), look.glyphs.more);
  return look.spell([...head, ...(list.length > 0 ? gap : []), ...list, ...foot].join('\n'));
}

function prefaceLines(preface: string | undefined, width: number, gap: string[]): string[] {
  return preface ? [...wrap(preface, width), ...gap] : [];
}

function headLines({ place, title, intro }: ScreenParts, { style }: Look, width: number, roomy: boolean): string[] {
  if (!roomy || !title) return intro ? wrap([place, intro].filter(Boolean).join('  '), width) : [];
  return [[place, style.heading(title)].filter(Boolean).join('  '), ...wrap(intro, width)];
}

function footLines({ details, notice, keys }: ScreenParts, { style }: Look, width: number, roomy: boolean): string[] {
  const gap = roomy ? [''] : [];
  const hints = keys.map(({ key, does, brief }) => [style.key(key), roomy ? does : brief].filter(Boolean).join(' '));
  const said = notice ? wrap(notice, width).map(style.caution) : gap;
  return [...(details.length > 0 ? gap : []), ...details, ...said, ...wrap(hints.join(roomy ? '  ' : ' '), width)];
}

/** As many items around the highlighted one as fit into the height, with a mark where some are left out. */
export function scrolled(
  items: readonly (readonly string[])[],
  active: number,
  height: number,
  mark: string,
): string[] {
  if (items.length === 0) return [];
  let [from, to] = [active, active + 1];
  const lines = () => items.slice(from, to).flat();
  const cost = () => lines().length + (from > 0 ? 1 : 0) + (to < items.length ? 1 : 0);
  for (;;) {
    const before = [from, to];
    if (to < items.length && (to += 1) && cost() > height) to -= 1;
    if (from > 0 && ((from -= 1), cost() > height)) from += 1;
    if (before[0] === from && before[1] === to) break;
  }
  return [...(from > 0 ? [`  ${mark}`] : []), ...lines(), ...(to < items.length ? [`  ${mark}`] : [])];
}

/** Fills up to a height, so that a screen doesn't jump when the highlighted item has fewer lines to say. */
export function padTo(lines: readonly string[], height: number): string[] {
  return [...lines, ...Array.from({ length: Math.max(0, height - lines.length) }, () => '')];
}
