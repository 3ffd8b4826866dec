/** A key that was pressed. */
export interface KeyPress {
  /** The letter on the key in lower case, or its name, as "enter" or "left". */
  readonly key: string;
  /** What it types; empty for a key that types nothing. */
  readonly text: string;
  readonly ctrl: boolean;
  /** Held with Alt, which makes it another key: Alt+N is not an N. */
  readonly alt: boolean;
}

/** What a person did at the keyboard: pressed a key, or pasted a text. Line breaks of a pasted text are spaces. */
export type Input = KeyPress | { readonly pasted: string };

/** The name of a key in the rest of the program: "n", "enter", "ctrl+c", "alt+n". */
export type KeyName = string;

export function nameOf({ key, ctrl, alt }: KeyPress): KeyName {
  return (ctrl ? 'ctrl+' : '') + (alt ? 'alt+' : '') + key;
}

/** A key by its name, which types nothing. */
export function named(key: string, alt = false): KeyPress {
  return { key, text: key === 'space' && !alt ? ' ' : '', ctrl: false, alt };
}

/** A key without a meaning here. It counts where any key will do. */
export const OTHER: KeyPress = named('other');

/** A key that types a text. */
export function typing(text: string): KeyPress {
  if (text === ' ') return named('space');
  const [, ...more] = text;
  return { key: more.length > 0 ? 'other' : text.toLowerCase(), text, ctrl: false, alt: false };
}

const CONTROLS: ReadonlyMap<number, KeyPress> = new Map([
  // Ctrl-D leaves, as at a shell's prompt.
  [0x04, { key: 'c', text: '', ctrl: true, alt: false }],
  [0x08, named('backspace')],
  [0x09, named('tab')],
  [0x0a, named('enter')],
  [0x0d, named('enter')],
  [0x1b, named('escape')],
  [0x7f, named('backspace')],
]);

/** The key that sends a control character (0 to 31, or 127). */
export function controlKey(code: number): KeyPress {
  const letter = code === 0 ? 'space' : String.fromCharCode(code + 0x40).toLowerCase();
  return CONTROLS.get(code) ?? { key: letter, text: '', ctrl: true, alt: false };
}

/** The same key held with Alt. A key held with Ctrl doesn't change: an Esc just before a Ctrl-C must not prevent leaving. */
export function withAlt(press: KeyPress): KeyPress {
  return press.ctrl ? press : { ...press, text: '', alt: true };
}
