import { stripVTControlCharacters } from 'node:util';
import { noBreak } from '../../text/break-line.ts';
import { textWidth, wrap } from '../../text/wrap.ts';
import type { Glyphs } from '../glyphs.ts';
import { LOW_WINDOW } from '../page.ts';
import type { Style } from '../style.ts';

/** What a screen is drawn with. */
export interface Look {
  readonly style: Style;
  readonly glyphs: Glyphs;
  /** Turns text into what the terminal can show. */
  readonly spell: (text: string) => string;
  /** The window, as it is now. */
  readonly size: () => { readonly columns: number; readonly rows: number };
  /** What the program is and is not, for the help of a screen; the keys name ? where it is given. */
  readonly about?: (() => string) | undefined;
}

export interface ScreenParts {
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
  /** How many rows of the window something else takes. */
  readonly taken?: number;
}

/** A key, and what it does: in a low window briefly, where that keeps all keys on one line. */
export interface KeyHint {
  readonly key: string;
  readonly does: string;
  readonly brief: string;
}

/** The lines that the words of the keys should take. */
const MOST_LINES = 2;

/** Whether the window is too low for blank lines. */
export function isLow({ size }: Look): boolean {
  return size().rows < LOW_WINDOW;
}

/** The columns that a line of a screen may take. */
export function lineWidth({ size }: Look): number {
  return textWidth(size().columns) - 1;
}

/** One screen as text, never higher than the window. The highlighted item and the keys come first; a list is scrolled. */
export function layOut(parts: ScreenParts, look: Look): string {
  const { items, active, taken = 0 } = parts;
  const gap = isLow(look) ? [] : [''];
  const between = items.length > 0 ? gap : [];
  const head = [...headLines(parts, look), ...between];
  const [brief, inWords] = [keyLines, wordyKeyLines].map((lay) => footLines(parts, look, gap, lay(parts.keys, look)));
  const height = look.size().rows - taken;
  // Words for the keys are worth less than an item of the list.
  const foot = head.length + items.flat().length + inWords!.length <= height ? inWords! : brief!;
  const least = heightOf(items, active, active + 1);
  const room = height - head.length - foot.length - least;
  const list = scrolled(items, active, least + room, look.glyphs.more);
  return [...head, ...list, ...foot].join('\n');
}

function headLines({ place, title, intro, typed = '' }: ScreenParts, look: Look): string[] {
  const lines = (text: string) => (text ? wrap(text, lineWidth(look)) : []);
  if (isLow(look) || !title) return [...lines(intro && spaced(place, intro)), ...lines(typed)];
  return [spaced(place, look.style.heading(title)), ...lines(intro), ...lines(typed)];
}

function spaced(...words: (string | undefined)[]): string {
  return words.filter(Boolean).join('  ');
}

function footLines(
  { items, notice }: ScreenParts,
  look: Look,
  gap: readonly string[],
  keys: readonly string[],
): string[] {
  const free = items.length > 0 ? gap : [];
  const said = notice ? wrap(notice, lineWidth(look)).map(look.style.caution) : free;
  return [...said, ...keys];
}

const HELP: KeyHint = { key: '?', does: 'help', brief: 'help' };

// The help is named wherever that costs neither a line, nor a space or a word of another key.
function withHelp(keys: readonly KeyHint[], look: Look, lay: (keys: readonly KeyHint[]) => string[]): string[] {
  const plain = lay(keys);
  if (!look.about) return plain;
  const more = lay(keys.toSpliced(-1, 0, HELP));
  const added = lettersIn(more) - lettersIn(plain);
  const isWhole = more.length === plain.length && added >= HELP.key.length + HELP.does.length;
  return isWhole && isTied(more) === isTied(plain) ? more : plain;
}

// Keys that stand close together are harder to read.
function isTied(lines: readonly string[]): boolean {
  return lines.some((line) => stripVTControlCharacters(line).includes('='));
}

function lettersIn(lines: readonly string[]): number {
  return stripVTControlCharacters(lines.join('')).replaceAll(/\s/g, '').length;
}

/** The lines that say what the keys do: in few words, where that saves a third line. */
export function keyLines(keys: readonly KeyHint[], look: Look): string[] {
  return withHelp(keys, look, (all) => fewLines(all, look));
}

function fewLines(keys: readonly KeyHint[], look: Look): string[] {
  return isLow(look) ? painted(keys, inOneLine(keys, look), look) : wordyLines(keys, look);
}

/** The same in words in a low window as well, where it has room for them. */
function wordyKeyLines(keys: readonly KeyHint[], look: Look): string[] {
  return withHelp(keys, look, (all) => wordyLines(all, look));
}

function wordyLines(keys: readonly KeyHint[], look: Look): string[] {
  const inWords = apart(keys, hintsOf(keys, 0), look);
  return inWords.length <= MOST_LINES ? inWords : apart(keys, hintsOf(keys, keys.length), look);
}

/** What the keys do, all in words, on as many lines as that takes. */
export function keysInWords(keys: readonly KeyHint[], look: Look): string[] {
  return withHelp(keys, look, (all) => apart(all, hintsOf(all, 0), look));
}

/** The rows that the keys take where each of them has a word at least. */
export function rowsForKeys(keys: readonly KeyHint[], look: Look): number {
  return fits(inOneLine(keys, look).join('  '), look) ? 1 : apart(keys, hintsOf(keys, 0), look).length;
}

/** What the keys do, on a single line: shortened as much as needed, and if that isn't enough, without some of the keys. */
export function keysInOneLine(keys: readonly KeyHint[], look: Look): string {
  return withHelp(keys, look, (all) => [shortenedLine(all, look)])[0]!;
}

function shortenedLine(keys: readonly KeyHint[], look: Look): string {
  // The first key goes on and the last one leaves: those between lose their words before them, and then go, from the end.
  const last = keys.length - 1;
  const withWords = (count: number) => keys.map((hint, at) => (at < count || at === last ? shortHint(hint) : hint.key));
  const fewer = keys.slice(1).map((_, without) => withWords(last - without));
  const bare = keys.map((hint, at) => (at === 0 ? shortHint(hint) : hint.key));
  const ways = [
    ...[inOneLine(keys, look), ...fewer].map((hints) => ({ keys, hints })),
    ...keys.map((_, gone) => ({ keys: keys.toSpliced(last - gone, gone), hints: bare.toSpliced(last - gone, gone) })),
  ];
  const fitting = ways.find(
    (one) => fits(one.hints.join('  '), look) || fits(tied(one.keys, one.hints).join(' '), look),
  );
  const way = fitting ?? ways[0]!;
  return painted(way.keys, way.hints, look)[0]!;
}

// Closer together only where that saves a line. Without colour the words of a key must not seem to belong to the next,
// so each is tied to its own.
function painted(keys: readonly KeyHint[], hints: readonly string[], look: Look): string[] {
  const close = tied(keys, hints);
  if (fits(hints.join('  '), look) || !fits(close.join(' '), look)) return apart(keys, hints, look);
  const inColour = close.map((hint, at) => withKey(closed(keys[at]!.key), hint, look));
  return [inColour.join(' ')];
}

function apart(keys: readonly KeyHint[], hints: readonly string[], look: Look): string[] {
  const inColour = hints.map((hint, at) => withKey(keys[at]!.key, hint, look));
  return wrap(inColour.map((hint) => (fits(hint, look) ? noBreak(hint) : hint)).join('  '), lineWidth(look));
}

function withKey(key: string, hint: string, { style }: Look): string {
  return style.key(key) + hint.slice(key.length);
}

/** Hints that stand close together: "n=none space=yes Esc=quit". */
function tied(keys: readonly KeyHint[], hints: readonly string[]): string[] {
  return hints.map((hint, at) => {
    const { key } = keys[at]!;
    const words = hint.slice(key.length).trim();
    return [closed(key), words].filter(Boolean).join(key === '' ? '' : '=');
  });
}

/** "Enter or s" as one word: "Enter/s". */
function closed(key: string): string {
  return key.replace(' or ', '/').replace(' ', '/');
}

function fits(text: string, look: Look): boolean {
  return stripVTControlCharacters(text).length <= lineWidth(look);
}

function shortHint({ key, brief }: KeyHint): string {
  return [key, brief].filter(Boolean).join(' ');
}

function hintsOf(keys: readonly KeyHint[], shortened: number): string[] {
  return keys.map((hint, at) => (at < shortened ? shortHint(hint) : [hint.key, hint.does].filter(Boolean).join(' ')));
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
