import type { Option } from '../prompter.ts';

/** A key press as Node's readline reports it, which is more than Inquirer's type has; and what our keyboard adds. */
export interface ReadlineKey {
  readonly name?: string;
  readonly sequence?: string;
  readonly ctrl?: boolean;
  /** The same key was pressed just before, as by a hand that trembles or deletes a word. */
  readonly isBounce?: boolean;
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

/**
 * Whether the key is a backspace on an empty line, which goes back or leaves: the keyboard of a phone has neither Esc nor
 * arrows. One of several that deleted a word doesn't.
 * @param before what was typed before it
 */
export function backsOut(key: ReadlineKey, before: string): boolean {
  return key.name === 'backspace' && before === '' && !key.isBounce;
}

function isLetter(letter: string, { sequence }: ReadlineKey, own: OwnKeys): boolean {
  return sequence?.toLowerCase() === letter && !own.some(({ key }) => key === letter);
}
