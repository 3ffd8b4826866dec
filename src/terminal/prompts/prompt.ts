import { stripVTControlCharacters } from 'node:util';
import { createPrompt, useEffect, useRef, useState } from '@inquirer/core';
import { linesToTerminal } from '../../text/sanitize.ts';
import { CLEAR_SCREEN, HIDE_CURSOR, SHOW_CURSOR } from '../escapes.ts';
import { type KeyGuard, makeKeyGuard } from '../key-guard.ts';
import { type Help, useHelp } from './help.ts';
import { isEnter, type ReadlineKey } from './keys.ts';
import type { Look } from './layout.ts';

/** What a prompt draws: a text, or a text and what is below the input line. */
type Drawn = string | readonly [text: string, below: string];

type Draw<Answer, Config> = (config: Config, done: (answer: Answer) => void, help: Help) => Drawn;

interface Shown {
  readonly look: Look;
  readonly screen: NodeJS.EventEmitter;
}

/**
 * Makes a prompt. All text of prompts reaches the screen through here, where it is turned into what the terminal can show
 * and made safe: what is typed, pasted or chosen from is drawn as well.
 */
export function makePrompt<Answer, Config extends Shown>(
  draw: Draw<Answer, Config>,
  { showsCursor = false }: { readonly showsCursor?: boolean } = {},
) {
  const cursor = showsCursor ? SHOW_CURSOR : HIDE_CURSOR;
  return createPrompt<Answer, Config>((config, done) => {
    const { spell } = config.look;
    const height = useRedraw(config.screen);
    const help = useHelp(config.look);
    const screen = draw(config, done, help);
    const drawn = help.text() ?? screen;
    const [text, below] = typeof drawn === 'string' ? splitAtRest(drawn, config.look) : drawn;
    height.current = text.split('\n').length;
    const [shown, shownBelow] = [text, below].map((one) => one && linesToTerminal(spell(one)));
    const first = showsCursor ? cursor + shown : shown + cursor;
    return shownBelow === undefined ? first : [first, shownBelow];
  });
}

/**
 * Divides a screen below the row where the cursor rests: braille displays, readers and magnifiers follow it, even hidden.
 * That is what is being typed or the highlighted item; without one it is the first row with words.
 */
function splitAtRest(text: string, { glyphs, size }: Look): readonly [text: string, below?: string] {
  const rows = text.split('\n');
  const { columns } = size();
  const bare = rows.map((row) => stripVTControlCharacters(linesToTerminal(row)));
  const chosen = bare.findIndex((row) => ['>', glyphs.pointer].some((mark) => row.startsWith(`${mark} `)));
  // Inquirer would add a line to one that is empty, or as wide as the window.
  const at = chosen < 0 ? bare.findIndex((row) => hasWords(row) && row.length % columns > 0) : chosen;
  if (at < 0 || at === rows.length - 1) return [text];
  return [rows.slice(0, at + 1).join('\n'), rows.slice(at + 1).join('\n')];
}

function hasWords(row: string): boolean {
  return /[\p{L}\p{N}]/u.test(row);
}

/**
 * Draws everything again when the window changes, because the terminal has rewrapped it.
 * @returns the height of the prompt as drawn, in lines, which Inquirer erases before it draws again; to be set
 */
function useRedraw(screen: NodeJS.EventEmitter): { current: number } {
  const [, setDrawn] = useState(0);
  const height = useRef(0);
  useEffect(() => {
    const redraw = () => {
      (screen as NodeJS.WriteStream).write(CLEAR_SCREEN + '\n'.repeat(Math.max(0, height.current - 1)));
      setDrawn((drawn) => drawn + 1);
    };
    screen.on('resize', redraw);
    return () => screen.removeListener('resize', redraw);
  }, []);
  return height;
}

/**
 * What is typed in all. Readline forgets a line at Enter, but a pasted text may go on after that: none of it is lost.
 * @returns takes a key, readline's line after it, and what was typed before it; gives what is typed now
 */
export function useTyped(): (key: ReadlineKey, line: string, before: string) => string {
  const earlier = useRef('');
  return (key, line, before) => {
    if (!isEnter(key)) return earlier.current + line;
    earlier.current = before === '' ? '' : `${before} `;
    return before;
  };
}

/** The user left the screen with Esc. */
export const CANCEL = Symbol('cancel');

export const TOO_FAST = 'You pressed keys very fast. Press the key again to confirm.';

/** A key guard for as long as the prompt is shown. */
export function useKeyGuard(): KeyGuard {
  const guard = useRef(makeKeyGuard()).current;
  useEffect(() => () => guard.stop(), []);
  return guard;
}
