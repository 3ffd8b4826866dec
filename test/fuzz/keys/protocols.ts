import type { Dice } from '../dice.ts';

const ESC = '\u001B';

/** A key as somebody presses it: what it is called, and the modifiers that are held. */
export interface Chord {
  readonly key: string;
  readonly held?: 'ctrl' | 'alt' | 'super';
}

const CODES: Readonly<Record<string, number>> = { enter: 13, escape: 27, space: 32, tab: 9, backspace: 127 };
const ARROWS: Readonly<Record<string, string>> = { up: 'A', down: 'B', right: 'C', left: 'D' };
const WINDOWS_ARROWS: Readonly<Record<string, number>> = { left: 37, up: 38, right: 39, down: 40 };
/** What terminals of any kind have always sent. */
const CLASSIC: Readonly<Record<string, readonly string[]>> = {
  enter: ['\r', '\n', `${ESC}OM`],
  escape: [ESC],
  space: [' '],
  tab: ['\t'],
  backspace: ['\u007F', '\b'],
};
/** Signs for which Shift is held, on a keyboard of the USA. */
const SHIFTED: Readonly<Record<string, string>> = { '?': '/', '+': '=' };
/** Of the kitty protocol and of modifyOtherKeys; the Windows protocol has its own. */
const BITS = { ctrl: 4, alt: 2, super: 8 } as const;
const WINDOWS_BITS = { ctrl: 8, alt: 2, super: 0 } as const;
const LOCKS = [0, 0, 64, 128, 192];

/** The bytes of a key, in a protocol that chance chooses among those that know it. */
export function bytesOf(dice: Dice, chord: Chord): string {
  return dice.pick(waysOf(chord))(dice, chord);
}

type Way = (dice: Dice, chord: Chord) => string;

function waysOf({ key, held }: Chord): readonly Way[] {
  if (held === 'super') return [kitty, otherKeys];
  if (key in ARROWS) return [classicArrow, kittyArrow, windows];
  if (key === 'escape' && held !== undefined) return [kitty];
  if (/^\d$/.test(key) && held === undefined) return [classic, keypad, kittyKeypad, kitty, otherKeys, windows];
  // A control character isn't that of every letter, and none of a digit.
  if (held === 'ctrl' && !/^[a-z]$/.test(key)) return [kitty, otherKeys];
  return [classic, kitty, otherKeys, windows];
}

function classic(dice: Dice, { key, held }: Chord): string {
  if (held === 'ctrl') return String.fromCharCode(key.charCodeAt(0) & 0x1f);
  // After an Esc some capitals begin a sequence.
  const letter = held === undefined && dice.oneIn(4) ? key.toUpperCase() : key;
  return (held === 'alt' ? ESC : '') + dice.pick(CLASSIC[key] ?? [letter]);
}

function classicArrow(dice: Dice, { key, held }: Chord): string {
  if (held) return `${ESC}[1;${BITS[held] + 1}${ARROWS[key]}`;
  return dice.pick([`${ESC}[${ARROWS[key]}`, `${ESC}O${ARROWS[key]}`]);
}

function keypad(_: Dice, { key }: Chord): string {
  return `${ESC}O${'pqrstuvwxy'[Number(key)]}`;
}

function kittyKeypad(_: Dice, { key }: Chord): string {
  return `${ESC}[${57_399 + Number(key)}u`;
}

function kittyArrow(dice: Dice, { key, held }: Chord): string {
  return `${ESC}[1;${modifiers(dice, held)}${event(dice)}${ARROWS[key]}`;
}

function kitty(dice: Dice, { key, held }: Chord): string {
  const unshifted = SHIFTED[key];
  const code = CODES[unshifted ?? key] ?? (unshifted ?? key).codePointAt(0)!;
  const codes = unshifted === undefined ? `${code}` : `${code}:${key.codePointAt(0)}`;
  const held1 = modifiers(dice, held, unshifted !== undefined) + event(dice);
  const text = key.length === 1 && held === undefined && dice.oneIn(3) ? `;${key.codePointAt(0)}` : '';
  const sent = `${ESC}[${codes};${held1}${text}u`;
  // Where modifiers and event are the usual ones they may be left out.
  return held1 === '1' && text === '' && dice.oneIn(2) ? `${ESC}[${codes}u` : sent;
}

function otherKeys(dice: Dice, { key, held }: Chord): string {
  const code = CODES[key] ?? key.codePointAt(0)!;
  const held1 = (held ? BITS[held] : 0) + (key in SHIFTED ? 1 : 0) + 1;
  return dice.oneIn(4) && held1 === 1 ? `${ESC}[${code};1u` : `${ESC}[27;${held1};${code}~`;
}

function windows(dice: Dice, { key, held }: Chord): string {
  const arrow = WINDOWS_ARROWS[key];
  const typed = CODES[key] ?? key.codePointAt(0)!;
  const code = arrow === undefined ? (held === 'ctrl' ? typed & 0x1f : typed) : 0;
  const state = (held ? WINDOWS_BITS[held] : 0) + dice.pick([0, 32, 128]);
  return `${ESC}[${arrow ?? key.toUpperCase().charCodeAt(0)};${dice.below(90)};${code};1;${state};1_`;
}

function modifiers(dice: Dice, held: Chord['held'], shift = false): string {
  // Caps Lock makes capitals, which are the same keys, and leaves signs as they are.
  return String(1 + (held ? BITS[held] : 0) + (shift ? 1 : 0) + dice.pick(LOCKS));
}

function event(dice: Dice): string {
  return dice.pick(['', '', ':1', ':2']);
}

/** Ctrl-C or Ctrl-D in every protocol, with locks on, on another layout. */
export function wayOut(dice: Dice): string {
  const key = dice.pick(['c', 'c', 'c', 'd']);
  if (dice.oneIn(6)) return `${ESC}[1089::99;5u`;
  return bytesOf(dice, { key, held: 'ctrl' });
}
