import { useEffect, useState } from '@inquirer/core';

/** A key press as Node's readline tells it. */
export interface Key {
  readonly name?: string;
  readonly ctrl?: boolean;
  readonly sequence?: string;
}

/** The user left the screen with Esc. */
export const CANCEL = Symbol('cancel');

export const HIDE_CURSOR = '\u001B[?25l';
export const SHOW_CURSOR = '\u001B[?25h';
export const TOO_FAST = 'Those keys came too fast to be meant for this. Press once more.';

/** Whether the key leaves altogether. Ctrl-C is Inquirer's own. */
export function cancels(key: Key): boolean {
  return key.name === 'escape';
}

/** Whether the key asks for the screen before. */
export function goesBack(key: Key): boolean {
  return key.name === 'left' || key.name === 'backspace';
}

const CLEAR_SCREEN = '\u001B[2J\u001B[H';

/** Draws anew when the window changes: the terminal has rewrapped what stood there. */
export function useRedraw(screen: NodeJS.EventEmitter): void {
  const [, setDrawn] = useState(0);
  useEffect(() => {
    const redraw = () => {
      (screen as NodeJS.WriteStream).write(CLEAR_SCREEN);
      setDrawn((drawn) => drawn + 1);
    };
    screen.on('resize', redraw);
    return () => screen.removeListener('resize', redraw);
  }, []);
}
