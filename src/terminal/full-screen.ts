import { CLEAR_SCREEN, FORMER_SCREEN, HIDE_CURSOR, OWN_SCREEN } from './escapes.ts';
import type { TerminalHost } from './host.ts';
import { makeKeyGuard } from './key-guard.ts';
import { type KeyName, nameOf } from './keys/input.ts';
import { listenToKeys } from './keys/listen.ts';
import { writerTo } from './output.ts';
import { makePainter, type Row } from './painter.ts';
import { enterRawMode } from './raw-mode.ts';
import type { Style } from './style.ts';

/** A screen of its own that is drawn on, and the keyboard in front of it. */
export interface FullScreen {
  readonly size: () => { readonly columns: number; readonly rows: number };
  /** Draws what has changed. */
  readonly draw: (rows: readonly Row[]) => void;
  /** Writes codes that draw nothing, as that of the bell. */
  readonly write: (codes: string) => void;
  /** Gives the terminal back, with what stood on it before. */
  readonly close: () => void;
}

export interface FullScreenOptions {
  readonly stdin: NodeJS.ReadStream;
  readonly screen: NodeJS.WriteStream & { readonly fd: number };
  readonly style: Style;
  readonly color: boolean;
  readonly host: TerminalHost;
  /** The text as the terminal can show it; absent where it can show any. */
  readonly spell: ((text: string) => string) | undefined;
  readonly onKey: (key: KeyName) => void;
  /** The window has another size now, or shows something else: it has to be drawn anew. */
  readonly onStale: () => void;
}

/** Where a terminal doesn't tell its size. */
const USUAL = { columns: 80, rows: 24 };

/** Opens a screen of its own. A key that is held down counts once it is let go. */
export function openFullScreen(options: FullScreenOptions): FullScreen {
  const { stdin, screen, style, color, host, spell, onKey, onStale } = options;
  const raw = enterRawMode(stdin, {
    host,
    descriptor: screen.fd,
    color,
    enter: OWN_SCREEN + HIDE_CURSOR,
    // Where a terminal has only one screen, what was drawn would stay on it.
    leave: CLEAR_SCREEN + FORMER_SCREEN,
  });
  const painter = makePainter(style);
  const size = () => ({ columns: screen.columns || USUAL.columns, rows: screen.rows || USUAL.rows });
  let isAway = false;
  const stale = () => {
    isAway = false;
    painter.forget();
    onStale();
  };
  const stopListening = listen(stdin, onKey, () => {
    isAway = true;
    raw.suspend(stale);
  });
  screen.on('resize', stale);
  const output = writerTo(screen.fd);
  // While the terminal is given back, nothing of ours belongs on it.
  const write = (text: string) => {
    if (!isAway) output(text);
  };
  return {
    size,
    draw: (rows) => write(painter.paint(spell ? spelled(rows, spell) : rows, size().columns)),
    write,
    close: () => {
      stopListening();
      screen.removeListener('resize', stale);
      raw.restore();
    },
  };
}

function spelled(rows: readonly Row[], spell: (text: string) => string): readonly Row[] {
  return rows.map((row) => row.map((span) => ({ ...span, text: spell(span.text) })));
}

function listen(stdin: NodeJS.ReadStream, onKey: (key: KeyName) => void, suspend: () => void): () => void {
  const guard = makeKeyGuard();
  const take = (key: KeyName) => {
    if (key === 'ctrl+z') return suspend();
    if (key === 'ctrl+c') return onKey(key);
    if (guard.admits()) guard.answer(() => onKey(key));
  };
  // What is pasted is no key: nothing in a session takes a text.
  const stop = listenToKeys(stdin, (input) => {
    if ('key' in input) take(nameOf(input));
  });
  return () => {
    guard.stop();
    stop();
  };
}
