import { useEffect, useRef, useState } from '@inquirer/core';
import { CLEAR_SCREEN } from '../escapes.ts';

/**
 * Draws anew when the window changes: the terminal has rewrapped what stood there.
 * @param above gives what stands above the prompt; nothing does unless told
 * @returns tells how high the prompt was drawn, which Inquirer erases before it draws again
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

/** The lines that a drawn prompt takes. */
export function linesIn(text: string): number {
  return text.split('\n').length;
}
