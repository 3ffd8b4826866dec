import { useRef, useState } from '@inquirer/core';
import type { Block } from '../../text/paginate.ts';
import { wrap } from '../../text/wrap.ts';
import type { ReadlineKey } from './keys.ts';
import { keysInOneLine, lineWidth, type Look } from './layout.ts';
import { readingPages } from './reading.ts';

/** A key of a screen, and what it does, in full. */
export interface KeyRow {
  readonly key: string;
  readonly does: string;
}

/** The line of readline, which has what is typed. */
interface TypedLine {
  readonly line: string;
  readonly clearLine: (direction: 0) => void;
}

type OnKey = (key: ReadlineKey, line: TypedLine) => void;

/** What a screen does with ?, which shows all its keys, and what the program is and is not. */
export interface Help {
  /**
   * Wraps what a screen does with a key: while its help is shown, no key answers.
   * @param rows its keys
   * @param isTyped whether ? is a letter of what is being typed; in an empty line it isn't
   */
  readonly unlessHelp: (rows: () => readonly KeyRow[], act: OnKey, isTyped?: () => boolean) => OnKey;
  /** The help as it is drawn; undefined while it isn't shown. */
  readonly text: () => string | undefined;
}

/** The keys that every screen has. */
const EVERYWHERE: readonly KeyRow[] = [
  { key: 'Ctrl-C', does: 'leave unspasm at once' },
  { key: '?', does: 'show this page' },
];

/** The help of one screen, in a prompt of Inquirer. */
export function useHelp(look: Look): Help {
  const [page, setPage] = useState<number | undefined>(undefined);
  const rowsNow = useRef<() => readonly KeyRow[]>(() => []);
  const pages = () => readingPages({ blocks: () => helpBlocks(rowsNow.current(), look) }, look, 1, false).pages;
  return {
    unlessHelp: (rows, act, isTyped) => (key, line) => {
      // Keys that answer aren't typed: readline would move the cursor by them.
      if (!isTyped) line.clearLine(0);
      if (page !== undefined) return setPage(turned(key, page, pages().length));
      if (key.sequence !== '?' || isTyped?.()) return act(key, line);
      line.clearLine(0);
      rowsNow.current = rows;
      setPage(0);
    },
    text: () => (page === undefined ? undefined : pageText(pages(), page, look)),
  };
}

const ONWARDS: ReadonlySet<string> = new Set(['return', 'enter', 'space', 'pagedown', 'right', 'down']);
const BACKWARDS: ReadonlySet<string> = new Set(['b', 'left', 'backspace', 'pageup', 'up']);

/** The page that a key turns to; undefined when it closes the help. */
function turned({ name = '' }: ReadlineKey, page: number, pages: number): number | undefined {
  if (ONWARDS.has(name)) return page < pages - 1 ? page + 1 : undefined;
  return BACKWARDS.has(name) && page > 0 ? page - 1 : undefined;
}

function pageText(pages: readonly { readonly rows: readonly string[] }[], at: number, look: Look): string {
  const page = Math.min(at, pages.length - 1);
  const count = `${page + 1}/${pages.length}`;
  const keys =
    page < pages.length - 1
      ? [{ key: 'Enter', does: `next page (${count})`, brief: `next ${count}` }]
      : [{ key: 'Enter', does: 'close', brief: 'close' }];
  const back = page > 0 ? [{ key: 'b', does: 'back', brief: 'back' }] : [];
  return [...pages[page]!.rows, keysInOneLine([...keys, ...back], { ...look, about: undefined })].join('\n');
}

function helpBlocks(rows: readonly KeyRow[], look: Look): Block[] {
  const all = [...rows, ...EVERYWHERE];
  const widest = Math.max(...all.map(({ key }) => key.length));
  const parts = all.map(({ key, does }) => rowLines(key, does, widest, look));
  const { style } = look;
  const about = look.about?.() ?? '';
  return [
    [[style.heading('Keys'), ...parts[0]!], ...parts.slice(1)],
    ...(about === '' ? [] : [[[style.heading('What this is'), ...wrap(about, lineWidth(look))]]]),
  ];
}

function rowLines(key: string, does: string, widest: number, look: Look): string[] {
  const [first = '', ...rest] = wrap(does, lineWidth(look), { first: ' '.repeat(widest + 4) });
  return [`  ${look.style.key(key.padEnd(widest))}  ${first.trimStart()}`, ...rest];
}
