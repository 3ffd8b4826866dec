import { stripVTControlCharacters } from 'node:util';
import { textWidth, noBreak, wrap } from '../../text/wrap.ts';
import type { Glyphs } from '../glyphs.ts';
import type { Style } from '../style.ts';

/** What a screen is drawn with. */
export interface Look {
  readonly style: Style;
  readonly glyphs: Glyphs;
  /** Turns text into what the terminal can show. */
  readonly spell: (text: string) => string;
  /** The window, as it is now. */
  readonly size: () => { readonly columns: number; readonly rows: number };
}

export interface ScreenParts {
  readonly preface?: string | undefined;
  readonly place?: string | undefined;
  readonly title?: string | undefined;
  /** The question; in a low window its title is left out. */
  readonly intro: string;
  /** What has been typed so far, on a line below the question. */
  readonly typed?: string;
  /** The lines of each item, and which of them is highlighted. */
  readonly items: readonly (readonly string[])[];
  readonly active: number;
  /** What was wrong with the last key, in place of a blank line. */
  readonly notice: string;
  readonly keys: readonly KeyHint[];
  /** How many lines above the prompt should stay in sight. */
  readonly above?: number;
}

/** A key, and what it does: in a low window briefly, where that keeps all keys on one line. */
export interface KeyHint {
  readonly key: string;
  readonly does: string;
  readonly brief: string;
}

/** With fewer rows than this left, the lines above may scroll away. */
const LEAST_ROWS = 14;
/** Below this many rows there are no blank lines. */
const LOW_WINDOW = 16;

/** Whether the window is too low for blank lines. */
export function isLow({ size }: Look): boolean {
  return size().rows < LOW_WINDOW;
}

/** The columns that a line of a screen may take. */
export function lineWidth({ size }: Look): number {
  return textWidth(size().columns) - 1;
}

/**
 * One screen as text, never higher than the window. The highlighted item and the keys come first,
 * then the preface; a list that doesn't fit is scrolled.
 */
export function layOut(parts: ScreenParts, look: Look): string {
  const { items, active } = parts;
  const gap = isLow(look) ? [] : [''];
  const between = items.length > 0 ? gap : [];
  const head = [...headLines(parts, look), ...between];
  const foot = footLines(parts, look, gap);
  const least = heightOf(items, active, active + 1);
  const room = rowsFor(parts, look) - 1 - head.length - foot.length - least;
  const preface = prefaceLines(parts.preface, look, gap, room);
  const list = scrolled(items, active, least + room - preface.length, look.glyphs.more);
  return [...preface, ...head, ...list, ...foot].join('\n');
}

function rowsFor({ above = 0 }: ScreenParts, { size }: Look): number {
  const { rows } = size();
  return rows - above >= LEAST_ROWS ? rows - above : rows;
}

function prefaceLines(preface: string | undefined, look: Look, gap: readonly string[], room: number): string[] {
  const lines = preface ? [...wrap(preface, lineWidth(look)), ...gap] : [];
  return lines.length <= room ? lines : [];
}

function headLines({ place, title, intro, typed = '' }: ScreenParts, look: Look): string[] {
  const lines = (text: string) => (text ? wrap(text, lineWidth(look)) : []);
  if (isLow(look) || !title) return [...lines(intro && spaced(place, intro)), ...lines(typed)];
  return [spaced(place, look.style.heading(title)), ...lines(intro), ...lines(typed)];
}

function spaced(...words: (string | undefined)[]): string {
  return words.filter(Boolean).join('  ');
}

function footLines({ items, notice, keys }: ScreenParts, look: Look, gap: readonly string[]): string[] {
  const free = items.length > 0 ? gap : [];
  const said = notice ? wrap(notice, lineWidth(look)).map(look.style.caution) : free;
  return [...said, ...keyLines(keys, look)];
}

/** The lines that say what the keys do. */
export function keyLines(keys: readonly KeyHint[], look: Look): string[] {
  return painted(keys, isLow(look) ? inOneLine(keys, look) : hintsOf(keys, 0), look);
}

/** What the keys do, all in words, on as many lines as that takes. */
export function keysInWords(keys: readonly KeyHint[], look: Look): string[] {
  return painted(keys, hintsOf(keys, 0), look);
}

/** What the keys do, on a single line: shortened as much as needed, and if that isn't enough, without the last keys. */
export function keysInOneLine(keys: readonly KeyHint[], look: Look): string {
  const hints = inOneLine(keys, look);
  const shortest = keys.map(({ key, brief }, at) => (at === 0 ? [key, brief].join(' ').trim() : key));
  const ways = [hints, ...keys.map((_, dropped) => shortest.slice(0, keys.length - dropped))];
  const way = ways.find((one) => fits(one.join('  '), look)) ?? hints;
  return painted(keys.slice(0, way.length), way, look)[0]!;
}

function painted(keys: readonly KeyHint[], hints: readonly string[], look: Look): string[] {
  // Closer together only where that saves a line, as the words of a key must not seem to belong to the next.
  const gap = !fits(hints.join('  '), look) && fits(hints.join(' '), look) ? ' ' : '  ';
  const coloured = keys.map(({ key }, at) => look.style.key(key) + hints[at]!.slice(key.length));
  return wrap(coloured.map((hint) => (fits(hint, look) ? noBreak(hint) : hint)).join(gap), lineWidth(look));
}

function fits(text: string, look: Look): boolean {
  return stripVTControlCharacters(text).length <= lineWidth(look);
}

function hintsOf(keys: readonly KeyHint[], shortened: number): string[] {
  return keys.map(({ key, does, brief }, at) => [key, at < shortened ? brief : does].filter(Boolean).join(' '));
}

// The last key, which leaves, is shortened last.
function inOneLine(keys: readonly KeyHint[], look: Look): string[] {
  const ways = [0, keys.length - 1].map((shortened) => hintsOf(keys, shortened));
  return ways.find((hints) => fits(hints.join('  '), look)) ?? hintsOf(keys, keys.length);
}

/** The first lines, with an ellipsis at the end where some were left out. */
export function cutTo(lines: readonly string[], height: number): readonly string[] {
  if (lines.length <= height) return lines;
  return lines
    .slice(0, Math.max(0, height))
    .map((line, at) => (at === height - 1 ? line.replace(/\s*\S+$/, ' …') : line));
}

/** Adds blank lines up to a height, so that a screen doesn't jump when the highlighted item has fewer lines. */
export function padTo(lines: readonly string[], height: number): string[] {
  return [...lines, ...Array.from({ length: Math.max(0, height - lines.length) }, () => '')];
}

type Items = readonly (readonly string[])[];

/** The number of lines that some items of a list take, with a mark at each end where others are left out. */
function heightOf(items: Items, from: number, to: number): number {
  const marks = (from > 0 ? 1 : 0) + (to < items.length ? 1 : 0);
  return items.length === 0 ? 0 : items.slice(from, to).flat().length + marks;
}

/** The lines of as many items around the highlighted one as fit, with a mark where some are left out. */
export function scrolled(items: Items, active: number, height: number, mark: string): string[] {
  const [from, to] = grown(items, active, active + 1, height);
  const lines = items.slice(from, to).flat();
  const more = (count: number) => (count > 0 ? [`  ${mark} ${count} more`] : []);
  return [...more(from), ...lines, ...more(items.length - to)];
}

// Downwards first: the next items are more useful than those already read.
function grown(items: Items, from: number, to: number, height: number): [from: number, to: number] {
  if (to < items.length && heightOf(items, from, to + 1) <= height) return grown(items, from, to + 1, height);
  if (from > 0 && heightOf(items, from - 1, to) <= height) return grown(items, from - 1, to, height);
  return [from, to];
}
