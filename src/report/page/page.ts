import type { Day } from '../../journal/core/summary/types.ts';

/**
 * A report as it is on paper, without its form: the same for HTML, PDF and plain text. All lists in it have a limit, so
 * that it fits on one sheet.
 */
export interface Page {
  readonly title: string;
  /** "14 Oct 2026 to 24 Nov 2026 (42 days)". */
  readonly period: string;
  /** Sentences below the title. */
  readonly intro: readonly string[];
  /** Sections that are next to each other where there is room: one or two in a row. */
  readonly rows: readonly (readonly Section[])[];
  /** What is written in by hand. */
  readonly byHand: readonly string[];
  /** What is said in small letters at the end. */
  readonly foot: readonly string[];
  /** Every entry of the period, on pages of its own; absent unless it was asked for. */
  readonly entries?: readonly EntryLine[];
  /** The patient's own questions, in full. */
  readonly questions: readonly string[];
  /** Of this program. */
  readonly version: string;
  /** An ISO date. */
  readonly today: string;
}

export interface Section {
  /** Absent for a box, which has the caption of its table. */
  readonly title?: string;
  readonly content: readonly Content[];
}

export type Content =
  | { readonly kind: 'text'; readonly text: string; readonly style?: 'small' | 'box' }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly isNumbered?: true }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'chart'; readonly chart: Chart }
  /** A line to write on. */
  | { readonly kind: 'blank' };

export interface Table {
  /** What a screen reader says before it; a box shows it. */
  readonly caption: string;
  /** A box has a frame and big figures. */
  readonly isBox?: true;
  /** The heads of the columns; a box can do without. */
  readonly heads?: readonly string[];
  readonly rows: readonly TableRow[];
  /** A line below the rows. */
  readonly foot?: string;
}

export interface TableRow {
  readonly head: string;
  readonly cells: readonly (string | number)[];
}

/** The worst pain of each day, or of several days, and their sessions. */
export interface Chart {
  /** What it shows, in words. */
  readonly text: string;
  /** The highest and the lowest day, and the gaps, in words: a part of `text`. */
  readonly extremes: string;
  readonly days: readonly Day[];
  readonly bars: readonly Bar[];
}

/** A bar of the chart: one day, or several where the chart can't hold a bar for each. */
export interface Bar {
  /** ISO dates. */
  readonly from: string;
  readonly to: string;
  /** The worst rating of these days; absent where none was rated, which leaves a gap. */
  readonly worst?: number;
  /** How many sessions and other exercises there were. */
  readonly sessions: number;
}

export interface EntryLine {
  /** "24 Nov 2026 12:00". */
  readonly when: string;
  readonly text: string;
}

/** How many rows of a table fit on one page. */
const ROWS = 4;

/** A section with a heading, and perhaps something in small letters at its end. */
export function section(title: string, content: Content, small?: string): Section {
  return { title, content: [content, ...(small === undefined ? [] : [textOf(small, 'small')])] };
}

/** A table with as many rows as fit; the last one says how many don't. @param most how many fit */
export function table(caption: string, heads: readonly string[], rows: readonly TableRow[], most = ROWS): Content {
  const rest = rows.length - most;
  const shown = rows.slice(0, most);
  return {
    kind: 'table',
    table: { caption, heads, rows: rest > 0 ? [...shown, row(`and ${rest} more`, [])] : shown },
  };
}

/** A table in a frame, with big figures. */
export function box(content: Omit<Table, 'isBox'>): Section {
  return { content: [{ kind: 'table', table: { ...content, isBox: true } }] };
}

/** A row: its heading, and its figures. */
export function row(head: string, cells: readonly (string | number)[]): TableRow {
  return { head, cells };
}

/** A paragraph. */
export function textOf(text: string, style?: 'small' | 'box'): Content {
  return { kind: 'text', text, ...(style && { style }) };
}

/** A list of short lines. */
export function list(items: readonly string[]): Content {
  return { kind: 'list', items };
}
