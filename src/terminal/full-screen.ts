import { ASK_BACKGROUND, CLEAR_SCREEN, FORMER_SCREEN, HIDE_CURSOR, OWN_SCREEN } from './escapes.ts';
import type { TerminalHost } from './host.ts';
import { makeKeyGuard } from './key-guard.ts';
import { listenForBackground } from './keys/background.ts';
import { type KeyName, nameOf } from './keys/input.ts';
import { listenToKeys } from './keys/listen.ts';
import { writerTo } from './writer.ts';
import { makePainter, type Row } from './painter.ts';
import { enterRawMode } from './raw-mode.ts';
import type { Style } from './style.ts';

/** The alternate screen, for drawing, and its keyboard. */
export interface FullScreen {
  readonly size: () => { readonly columns: number; readonly rows: number };
  /** Draws what has changed. @param rest the row to be read first, where the cursor waits */
  readonly draw: (rows: readonly Row[], rest: number) => void;
  /** Writes codes that draw nothing, such as the bell. */
  readonly write: (codes: string) => void;
  /** Restores the terminal, with what was on it before. */
  readonly close: () => void;
}

export interface FullScreenOptions {
  readonly stdin: NodeJS.ReadStream;
  readonly screen: NodeJS.WriteStream & { readonly fd: number };
  readonly style: Style;
  readonly color: boolean;
  readonly host: TerminalHost;
  /** Turns text into what the terminal can show; undefined where it can show any. */
  readonly spell: ((text: string) => string) | undefined;
  readonly onKey: (key: KeyName) => void;
  /** The window has a new size, or shows something else: everything has to be drawn again. */
  readonly onStale: () => void;
}

/** For a terminal that doesn't report its size. */
const USUAL = { columns: 80, rows: 24 };

/** Opens the alternate screen. A key that is held down counts once it is released. */
export function openFullScreen(options: FullScreenOptions): FullScreen {
  const { stdin, screen, style, color, host, spell, onKey, onStale } = options;
  const question = backgroundQuestion(options);
  const enter = OWN_SCREEN + HIDE_CURSOR + question;
  // On a terminal with only one screen, what was drawn would stay.
  const leave = CLEAR_SCREEN + FORMER_SCREEN;
  const raw = enterRawMode(stdin, { host, descriptor: screen.fd, color, enter, leave });
  let painter = makePainter(style);
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
  const stopAsking = highlightForBackground(stdin, question, (highlight) => {
    painter = makePainter({ ...style, highlight });
    if (!isAway) stale();
  });
  screen.on('resize', stale);
  const output = writerTo(screen.fd);
  // While the program is suspended, it must not write to the terminal.
  const write = (text: string) => {
    if (!isAway) output(text);
  };
  return {
    size,
    draw: (rows, rest) => write(painter.paint(spell ? spelled(rows, spell) : rows, size().columns, rest)),
    write,
    close: () => {
      stopAsking();
      stopListening();
      screen.removeListener('resize', stale);
      raw.restore();
    },
  };
}

// A terminal that doesn't know the question would print it.
function backgroundQuestion({ color, host }: FullScreenOptions): string {
  return color && host.takeModes !== '' ? ASK_BACKGROUND : '';
}

/**
 * Takes the highlight that can be read on the background that the terminal reports, if it was asked.
 * @returns gives up waiting for that
 */
function highlightForBackground(
  stdin: NodeJS.ReadStream,
  question: string,
  take: (highlight: Style['highlight']) => void,
): () => void {
  if (question === '') return () => {};
  let isOver = false;
  const stop = listenForBackground(stdin, (background) => {
    void import('./colored-style.ts').then(({ highlightOn }) => {
      if (!isOver) take(highlightOn(background));
    });
  });
  return () => {
    isOver = true;
    stop();
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
  // Pasted text is ignored: nothing in a session takes a text.
  const stop = listenToKeys(stdin, (input) => {
    if ('key' in input) take(nameOf(input));
  });
  return () => {
    guard.stop();
    stop();
  };
}
