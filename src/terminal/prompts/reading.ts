import { stripVTControlCharacters } from 'node:util';
import { type Block, joined, paginate, type Part } from '../../text/paginate.ts';
import { wrap } from '../../text/wrap.ts';
import { fit } from '../page.ts';
import type { Reading } from '../prompter.ts';
import { isLow, lineWidth, type Look } from './layout.ts';

/** A page of a text, as it is drawn. */
export interface ReadingPage {
  readonly rows: readonly string[];
  /** The question is below it, or its keys. */
  readonly asks: boolean;
}

/** A text divided into pages for a window. */
export interface ReadingPages {
  readonly pages: readonly ReadingPage[];
  /** What stays on the terminal when somebody leaves at a page: all that they have turned to. */
  readonly upTo: (page: number) => readonly string[];
}

/** The rows of the keys of a page that comes before the question. */
const TURNING_ROWS = 1;

/**
 * Divides a text for the window as it is now. Its last page has the question as well, if there is room, and so has each
 * page of what else there is to read.
 * @param below the rows that the question takes with its keys
 * @param isList the question is a list, which gets a page of its own if it doesn't fit below the whole text
 */
export function readingPages(reading: Reading, look: Look, below: number, isList: boolean): ReadingPages {
  const { columns, rows } = look.size();
  // Letters that this terminal can't show may take more columns, so lines are broken after they were replaced.
  const fitted = (blocks: readonly Block[] = []) =>
    blocks.map((block) => block.map((part) => fit(part.map(look.spell), columns)));
  const blocks = fitted(reading.blocks());
  // Empty lines are worth less than a text on one page.
  const needed = joined(blocks).length + below;
  const gap = isLow(look) || (needed > rows - 2 && needed <= rows) ? [] : [''];
  const words = reading.reminder?.() ?? '';
  const again = words === '' ? [] : [...wrap(look.spell(words), lineWidth(look)), ...gap];
  const fits = needed + 2 * gap.length <= rows;
  const isApart = isList && !fits;
  // Above all pages but the first is what has to be said again, without an empty line before it.
  const free = rows - gap.length;
  const first = free - gap.length - TURNING_ROWS;
  const next = free - again.length - TURNING_ROWS;
  const last = free - again.length - below;
  const isWhole = (part: Part) => stripVTControlCharacters(part[0] ?? '').startsWith(look.glyphs.boxTop);
  const essential = fits ? [joined(blocks)] : paginate(blocks, { first, next, last: isApart ? next : last, isWhole });
  const others = fitted(reading.further?.());
  const further = paginate(others, { first: last, isWhole });
  const texts = [...essential, ...further];
  const pages = texts.map((lines, page) => ({
    rows: [...(page === 0 ? gap : again), ...lines, ...gap],
    asks: page >= essential.length - 1 && !isApart,
  }));
  const whole = joined([...blocks, ...others]);
  return {
    pages: isApart ? [...pages, { rows: again, asks: true }] : pages,
    upTo: (page) => [
      ...gap,
      ...beginning(whole, texts.slice(0, page + 1).flat()),
      ...gap,
      ...(page === 0 ? [] : again),
    ],
  };
}

/** The first lines of a text, up to the end of those on its pages, which have no empty lines at their ends. */
function beginning(whole: readonly string[], onPages: readonly string[]): readonly string[] {
  let left = onPages.filter((line) => line !== '').length;
  return whole.slice(0, whole.findIndex((line) => line !== '' && (left -= 1) === 0) + 1);
}
