import { stripVTControlCharacters } from 'node:util';
import { wrap } from '../../text/wrap.ts';
import type { ChecklistPrompt } from '../prompter.ts';
import {
  checklistKeys,
  detailsLines,
  itemLines,
  type Mark,
  questionLines,
  type Standing,
  titleLines,
} from './checklist-parts.ts';
import { cutTo, type KeyHint, keysInOneLine, keysInWords, lineWidth, type Look, rowsForKeys } from './layout.ts';

export interface ChecklistState {
  readonly active: number;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly notice: string;
  /** The user went to an item with the arrows, so its details are more important than other items. */
  readonly isFocused: boolean;
}

/** A checklist as it is drawn. */
export interface ChecklistScreen {
  readonly text: string;
  /** The ids of the items that are on the screen in full. */
  readonly shown: readonly string[];
  /** The list divided into pages for this window, and the current page. */
  readonly pages: readonly PageSpan[];
  readonly page: number;
}

/** The keys take at least this. */
const KEYS_ROWS = 1;
/** The question may take this part of the rows: a quarter. */
const QUESTION_SHARE = 4;
/** Fits even the narrowest window. */
const TOO_SMALL = 'Window too small.';

/**
 * Draws a checklist. The items get their rows of the window first, on several pages where they don't fit on one. Rows
 * that are left go to the words for the keys, the preface, the details of the highlighted item, the title and blank
 * lines, in this order.
 * @param seen the ids of the items that were on the screen before
 */
export function checklistScreen(
  prompt: ChecklistPrompt,
  state: ChecklistState,
  seen: ReadonlySet<string>,
  look: Look,
): ChecklistScreen {
  const { items } = prompt;
  const { columns, rows } = look.size();
  const { active, marks } = state;
  const blocks = items.map(({ id, label }, at) => itemLines(label, at === active, marks.get(id), look));
  const heights = blocks.map((lines) => lines.length);
  const pages = roomyPages(heights, rows - rowsBeside(prompt, state, look), keysHeight(prompt, look));
  const page = pages.findIndex(([, to]) => active < to);
  const shown = items.slice(...pages[page]!).map(({ id }) => id);
  const standing = standingOf(prompt, state, { seen, shown, pages, page });
  const lines = composed({ prompt, state, look, standing }, blocks.slice(...pages[page]!).flat(), pages[page]!);
  if (lines.length <= rows && lines.every((line) => stripVTControlCharacters(line).length <= columns))
    return { text: lines.join('\n'), shown, pages, page };
  const small = [...lines.slice(0, Math.max(0, rows - KEYS_ROWS)), look.style.caution(TOO_SMALL)];
  return { text: small.join('\n'), shown: [], pages, page };
}

// With room for the words of the keys, where that takes no page more.
function roomyPages(heights: readonly number[], rows: number, forKeys: number): PageSpan[] {
  const [full, roomy] = [pagesOf(heights, rows - KEYS_ROWS), pagesOf(heights, rows - forKeys)];
  return roomy.length === full.length ? roomy : full;
}

function keysHeight(prompt: ChecklistPrompt, look: Look): number {
  const onNextPage = { unseen: prompt.items.length, mayLeave: false, marked: 0, hiddenMarks: 0, pages: 2, page: 1 };
  return rowsForKeys(checklistKeys(prompt, onNextPage, false, look), look);
}

// The question gets its rows with the items, unless it would take more than its share of a low window.
function rowsBeside(prompt: ChecklistPrompt, { active, isFocused }: ChecklistState, look: Look): number {
  const question = questionLines(prompt, look).length;
  const details = isFocused ? detailsLines(prompt, active, look).length : 0;
  return details + (question * QUESTION_SHARE <= look.size().rows ? question : 0);
}

function standingOf(
  { items, mayLeave }: ChecklistPrompt,
  { marks }: ChecklistState,
  at: Omit<ChecklistScreen, 'text'> & { readonly seen: ReadonlySet<string> },
): Standing {
  const { seen, shown, pages, page } = at;
  return {
    unseen: items.filter(({ id }) => !seen.has(id) && !shown.includes(id)).length,
    mayLeave: mayLeave?.(marksOf(items, marks)) ?? false,
    marked: marks.size,
    hiddenMarks: [...marks.keys()].filter((id) => !shown.includes(id)).length,
    pages: pages.length,
    page,
  };
}

/** What is marked, in the order of the list. */
export function marksOf(items: ChecklistPrompt['items'], marks: ReadonlyMap<string, Mark>) {
  const ids = (mark: Mark) => items.map(({ id }) => id).filter((id) => marks.get(id) === mark);
  return { signs: ids('yes'), unsure: ids('unsure') };
}

interface Drawing {
  readonly prompt: ChecklistPrompt;
  readonly state: ChecklistState;
  readonly look: Look;
  readonly standing: Standing;
}

/** The lines of a page with everything that fits around it: parts that are asked for earlier get their rows earlier. */
function composed(drawing: Drawing, list: readonly string[], [from, to]: PageSpan): string[] {
  const { prompt, state, look } = drawing;
  const spare = spareRows(look.size().rows - KEYS_ROWS - list.length);
  const notice = spare.cut(state.notice ? wrap(look.spell(state.notice), lineWidth(look)) : []);
  const explained = spare.cut(state.isFocused ? detailsLines(prompt, state.active, look) : []);
  const question = spare.take(questionLines(prompt, look));
  const brief = question.length > 0 ? question : spare.take(titleLines(prompt, look));
  const inWords = spare.reserve(keysInWords(keysOf(drawing, false), look).length - KEYS_ROWS);
  const above = spare.take(moreLine(from, look));
  const below = spare.take(moreLine(prompt.items.length - to, look));
  const preface = spare.take(prompt.preface ? wrap(look.spell(prompt.preface), lineWidth(look)) : []);
  const details = state.isFocused ? explained : spare.take(detailsLines(prompt, state.active, look));
  const keys = keyRows(drawing, inWords, details.length === 0, spare);
  const beforeDetails = spare.gap(details.length > 0);
  const head = question.length > 0 ? titled(drawing, question, spare) : brief;
  const afterHead = spare.gap(head.length > 0);
  const afterPreface = spare.gap(preface.length > 0);
  const beforeKeys = notice.length > 0 ? notice.map(look.style.caution) : spare.gap(true);
  const top = [...preface, ...afterPreface, ...head, ...afterHead];
  return [...top, ...above, ...list, ...below, ...beforeDetails, ...details, ...beforeKeys, ...keys];
}

function keysOf({ prompt, standing, look }: Drawing, explains: boolean): KeyHint[] {
  return checklistKeys(prompt, standing, explains, look);
}

function keyRows(drawing: Drawing, inWords: boolean, explains: boolean, spare: Spare): string[] {
  const { look } = drawing;
  if (!inWords) return [keysInOneLine(keysOf(drawing, false), look)];
  const plain = keysInWords(keysOf(drawing, false), look);
  const more = keysInWords(keysOf(drawing, explains), look);
  return spare.reserve(more.length - plain.length) ? more : plain;
}

// Where there is a line for the title, the place is on it.
function titled({ prompt, look }: Drawing, question: readonly string[], spare: Spare): readonly string[] {
  const title = titleLines(prompt, look);
  const lines = [...title, ...questionLines({ ...prompt, place: '' }, look)];
  return title.length > 0 && spare.reserve(lines.length - question.length) ? lines : question;
}

function moreLine(count: number, { glyphs }: Look): string[] {
  return count > 0 ? [`  ${glyphs.more} ${count} more`] : [];
}

/** The rows of a window that are still free. */
interface Spare {
  /** Takes the rows for these lines. @returns the lines, or none if they don't all fit */
  readonly take: (lines: readonly string[]) => readonly string[];
  /** Takes the rows for as many of these lines as fit. @returns those lines */
  readonly cut: (lines: readonly string[]) => readonly string[];
  /** Takes this many rows. @returns whether they were free */
  readonly reserve: (rows: number) => boolean;
  /** A blank line, if a row is left. */
  readonly gap: (wanted: boolean) => readonly string[];
}

function spareRows(rows: number): Spare {
  let left = Math.max(0, rows);
  const reserve = (wanted: number) => {
    if (wanted > left) return false;
    left -= wanted;
    return true;
  };
  const take = (lines: readonly string[]) => (reserve(lines.length) ? lines : []);
  return { reserve, take, cut: (lines) => take(cutTo(lines, left)), gap: (wanted) => take(wanted ? [''] : []) };
}

/** The items of one page of a list: from the first number, up to but not including the second. */
export type PageSpan = readonly [from: number, to: number];

/**
 * Divides a list into pages of whole items, each with as many as fit. An item that is higher than a page has one to
 * itself.
 * @param heights the rows that each item takes @param room the rows of a page
 */
export function pagesOf(heights: readonly number[], room: number): PageSpan[] {
  const pages: PageSpan[] = [];
  let [from, used] = [0, 0];
  for (const [at, height] of heights.entries()) {
    if (at > from && used + height > room) {
      pages.push([from, at]);
      [from, used] = [at, 0];
    }
    used += height;
  }
  return [...pages, [from, heights.length]];
}
