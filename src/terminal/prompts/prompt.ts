import { createPrompt, useEffect, useRef, useState } from '@inquirer/core';
import { linesToTerminal, toTerminal } from '../../text/sanitize.ts';
import { CLEAR_SCREEN, HIDE_CURSOR, SHOW_CURSOR } from '../escapes.ts';
import { type KeyGuard, makeKeyGuard } from '../key-guard.ts';
import type { Look } from './layout.ts';

/** What a prompt draws: a text, or a text and what is below the input line. */
type Drawn = string | readonly [text: string, below: string];

type Draw<Answer, Config> = (config: Config, done: (answer: Answer) => void) => Drawn;

/**
 * Makes a prompt. All text of prompts reaches the screen through here, where it is turned into what the terminal can show
 * and made safe: what is typed, pasted or chosen from is drawn as well.
 */
export function makePrompt<Answer, Config extends { readonly look: Look }>(
  draw: Draw<Answer, Config>,
  { showsCursor = false } = {},
) {
  const cursor = showsCursor ? SHOW_CURSOR : HIDE_CURSOR;
  return createPrompt<Answer, Config>((config, done) => {
    const drawn = draw(config, done);
    const [text, below] = typeof drawn === 'string' ? [drawn] : drawn;
    const [shown, shownBelow] = [text, below].map((one) => one && linesToTerminal(config.look.spell(one)));
    const first = showsCursor ? cursor + shown : shown + cursor;
    return shownBelow === undefined ? first : [first, shownBelow];
  });
}

/** A line as the terminal can show it, made safe. */
export function shownWith({ spell }: Look, text: string): string {
  return toTerminal(spell(text));
}

/**
 * Draws everything again when the window changes, because the terminal has rewrapped it.
 * @param above gives the lines above the prompt; by default there are none
 * @returns takes the height of the prompt as drawn, which Inquirer erases before it draws again
 */
export function useRedraw(
  screen: NodeJS.EventEmitter,
  above: () => readonly string[] = () => [],
): (height: number) => void {
  const [, setDrawn] = useState(0);
  const height = useRef(0);
  useEffect(() => {
    const redraw = () => {
      const lines = above().map((line) => `${line}\n`);
      (screen as NodeJS.WriteStream).write(
        CLEAR_SCREEN + lines.join('') + '\n'.repeat(Math.max(0, height.current - 1)),
      );
      setDrawn((drawn) => drawn + 1);
    };
    screen.on('resize', redraw);
    return () => screen.removeListener('resize', redraw);
  }, []);
  return (drawn) => {
    height.current = drawn;
  };
}

/** The number of lines that a drawn prompt takes. */
export function linesIn(text: string): number {
  return text.split('\n').length;
}

/** A key press as Node's readline reports it, which is more than Inquirer's type has. */
export interface KeyPress {
  readonly name?: string;
  readonly sequence?: string;
  readonly ctrl?: boolean;
}

/** The user left the screen with Esc. */
export const CANCEL = Symbol('cancel');

export const TOO_FAST = 'You pressed keys very fast. Press the key again to confirm.';

/** Whether the key leaves altogether. Inquirer itself handles Ctrl-C. */
export function cancels(key: KeyPress): boolean {
  return key.name === 'escape';
}

export function isEnter(key: KeyPress): boolean {
  return key.name === 'return' || key.name === 'enter';
}

/** Whether the key asks for the previous screen. */
export function goesBack(key: KeyPress): boolean {
  return key.name === 'left' || key.name === 'backspace';
}

/** A key guard for as long as the prompt is shown. */
export function useKeyGuard(): KeyGuard {
  const guard = useRef(makeKeyGuard()).current;
  useEffect(() => () => guard.stop(), []);
  return guard;
}
