import type { Option } from '../prompter.ts';

/** A key press as Node's readline reports it, which is more than Inquirer's type has. */
export interface ReadlineKey {
  readonly name?: string;
  readonly sequence?: string;
  readonly ctrl?: boolean;
}

/** The keys that a screen has for something of its own. */
type OwnKeys = readonly Pick<Option, 'key'>[];

/** Whether the key leaves altogether: Esc, and q where it isn't an option. Inquirer itself handles Ctrl-C. */
export function cancels(key: ReadlineKey, own: OwnKeys): boolean {
  return key.name === 'escape' || isLetter('q', key, own);
}

/** Whether the key is Enter, on either side of the keyboard. */
export function isEnter(key: ReadlineKey): boolean {
  return key.name === 'return' || key.name === 'enter';
}

/** Whether the key asks for the previous screen. */
export function goesBack(key: ReadlineKey, own: OwnKeys): boolean {
  return key.name === 'left' || key.name === 'backspace' || isLetter('b', key, own);
}

function isLetter(letter: string, { sequence }: ReadlineKey, own: OwnKeys): boolean {
  return sequence?.toLowerCase() === letter && !own.some(({ key }) => key === letter);
}
