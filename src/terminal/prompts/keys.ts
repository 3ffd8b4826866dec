import { useEffect, useRef } from '@inquirer/core';
import { type KeyGuard, makeKeyGuard } from '../key-guard.ts';

/** A key press as Node's readline tells it, which is more than Inquirer declares. */
export interface KeyPress {
  readonly name?: string;
  readonly sequence?: string;
  readonly ctrl?: boolean;
}

/** The user left the screen with Esc. */
export const CANCEL = Symbol('cancel');

export const TOO_FAST = 'Those keys came too fast to be meant for this. Press once more.';

/** Whether the key leaves altogether. Ctrl-C is Inquirer's own. */
export function cancels(key: KeyPress): boolean {
  return key.name === 'escape';
}

export function isEnter(key: KeyPress): boolean {
  return key.name === 'return' || key.name === 'enter';
}

/** Whether the key asks for the screen before. */
export function goesBack(key: KeyPress): boolean {
  return key.name === 'left' || key.name === 'backspace';
}

/** The guard of a prompt, for as long as the prompt stands there. */
export function useKeyGuard(): KeyGuard {
  const guard = useRef(makeKeyGuard()).current;
  useEffect(() => () => guard.stop(), []);
  return guard;
}
