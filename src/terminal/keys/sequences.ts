import { controlKey, type KeyPress, named, OTHER, typing, withAlt } from './input.ts';
import { FUNCTIONAL_KEYS, isNoPress, WINDOWS_KEYS } from './key-codes.ts';

/** The bits of the modifiers in all protocols, which send them plus 1. The locks (64 and 128) make no difference. */
const SHIFT = 1;
const ALT = 2;
const CTRL = 4;
const SUPER_HYPER_META = 8 + 16 + 32;
const CAPS_LOCK = 64;
/** The kind of event for a key that was released. */
const RELEASE = 3;

/** Keys of the Linux console that are sent as ESC [ [ and a letter. */
export const LINUX_FUNCTION_KEYS = keysFrom('A f1 B f2 C f3 D f4 E f5');

/** Keys that are sent as CSI and a letter. R is left out, as it reports the position of the cursor. */
const BY_LETTER = keysFrom('A up B down C right D left E begin F end G begin H home P f1 Q f2 S f4 Z tab');
/** How rxvt sends arrows held with Shift. With parameters these would be reports. */
const RXVT_SHIFTED = keysFrom('a up b down c right d left');
/** Keys that are sent as CSI, a number and ~, or with rxvt also ^ or @ for modifiers. */
const BY_NUMBER = keysFrom(
  '1 home 2 insert 3 delete 4 end 5 pageup 6 pagedown 7 home 8 end 11 f1 12 f2 13 f3 14 f4 15 f5 17 f6 18 f7 ' +
    '19 f8 20 f9 21 f10 23 f11 24 f12 25 f13 26 f14 28 f15 29 menu 31 f17 32 f18 33 f19 34 f20 57427 begin',
);
/** Keys that are sent as SS3 (ESC O) and a letter: the arrows in application mode, and the keypad. */
const BY_SHIFT_3 = keysFrom(
  'A up B down C right D left E begin F end H home P f1 Q f2 R f3 S f4 I tab M enter a up b down c right d left',
);
const KEYPAD_TEXTS = 'jklmnopqrstuvwxyX ';
const KEYPAD_MEANS = '*+,-./0123456789= ';
/** What modifyOtherKeys sends before the modifiers and the code. */
const OTHER_KEYS = 27;

function keysFrom(table: string): ReadonlyMap<string, string> {
  const words = table.split(' ');
  return new Map(words.flatMap((word, at) => (at % 2 === 0 ? [[word, words[at + 1]!] as const] : [])));
}

/**
 * The key of a control sequence (CSI); undefined for a report, a released key, or an unknown sequence.
 * Sources: invisible-island.net/xterm/ctlseqs, sw.kovidgoyal.net/kitty/keyboard-protocol, and for Windows
 * github.com/microsoft/terminal, doc/specs/#4999.
 * @param parameters the text between CSI and the final character
 */
export function keyOfSequence(parameters: string, final: string): KeyPress | undefined {
  // Only reports have other characters.
  if (!/^[\d;:]*$/.test(parameters)) return undefined;
  const fields = parameters.split(';').map((field) => field.split(':').map(Number));
  const [[code = 0] = [], [modifiers = 0, event = 0] = [], [third = 0] = []] = fields;
  if (final === '_') return windowsKey(fields.map(([number = 0]) => number));
  if (event === RELEASE) return undefined;
  const bits = Math.max(0, modifiers - 1);
  if (final === 'u') return parameters === '' ? undefined : kittyKey(fields, bits);
  if (final === '~' && code === OTHER_KEYS) return otherKey(third, bits);
  if (!'~^@'.includes(final)) return letterKey(fields, parameters, final);
  const name = BY_NUMBER.get(String(code));
  // In rxvt the final character says that Ctrl is held.
  return name === undefined ? undefined : functional(name, final === '~' ? bits : bits | CTRL);
}

function letterKey(fields: readonly (readonly number[])[], parameters: string, final: string): KeyPress | undefined {
  const name = BY_LETTER.get(final) ?? (parameters === '' ? RXVT_SHIFTED.get(final) : undefined);
  // Some terminals leave out the number before the modifiers, which has no meaning.
  const modifiers = fields.at(fields.length > 1 ? 1 : 0)?.[0] ?? 0;
  return name === undefined ? undefined : functional(name, Math.max(0, modifiers - 1));
}

/** The key of an SS3 sequence (ESC O). @param parameters modifiers, from old terminals */
export function keyOfShift3(parameters: string, final: string): KeyPress | undefined {
  const bits = Math.max(0, Number(parameters.split(';').at(-1)) - 1 || 0);
  const at = KEYPAD_TEXTS.indexOf(final);
  if (at >= 0) return typed(KEYPAD_MEANS[at]!, bits);
  const name = BY_SHIFT_3.get(final);
  return name === undefined ? undefined : functional(name, bits);
}

/** A key that types nothing. Shift makes no difference to it, and neither does Ctrl to Enter and Esc. */
function functional(name: string, bits: number): KeyPress {
  if (bits & SUPER_HYPER_META) return OTHER;
  const ctrl = Boolean(bits & CTRL) && name !== 'enter' && name !== 'escape';
  const isPlain = !ctrl && !(bits & ALT);
  return { ...named(name, !isPlain), ctrl, alt: Boolean(bits & ALT) };
}

// CSI code:shifted:base ; modifiers:event ; codes of the text
function kittyKey(fields: readonly (readonly number[])[], bits: number): KeyPress | undefined {
  const [[code = 0, shifted = 0, base = 0] = [], , texts = []] = fields;
  const text = texts
    .filter(isPrintable)
    .map((one) => String.fromCodePoint(one))
    .join('');
  if (bits & SUPER_HYPER_META) return isNoPress(code) ? undefined : OTHER;
  if (text !== '' && !(bits & CTRL)) return typing(text);
  const name = FUNCTIONAL_KEYS.get(code);
  if (name !== undefined) return name.length === 1 ? typed(name, bits & ~SHIFT) : functional(name, bits);
  if (isNoPress(code) || !isCodePoint(code)) return undefined;
  if (isControl(code)) return functional(controlKey(code).key, bits);
  if (bits & CTRL) return withCtrl(code < 0x80 || !base ? code : base, bits);
  const letter = String.fromCodePoint(code);
  return typed(
    isPrintable(shifted) && bits & SHIFT ? String.fromCodePoint(shifted) : shiftedLetter(letter, bits),
    bits,
  );
}

// What Shift makes of a digit or a symbol depends on the keyboard layout, which isn't known here.
function shiftedLetter(letter: string, bits: number): string {
  const isLetter = letter.toLowerCase() !== letter.toUpperCase();
  if (!isLetter) return bits & SHIFT ? '' : letter;
  return Boolean(bits & SHIFT) === Boolean(bits & CAPS_LOCK) ? letter : letter.toUpperCase();
}

// CSI 27 ; modifiers ; code ~ : here Shift is already applied to the code.
function otherKey(code: number, bits: number): KeyPress | undefined {
  if (!isCodePoint(code)) return undefined;
  if (isControl(code)) return functional(controlKey(code).key, bits);
  return bits & CTRL ? withCtrl(code, bits) : typed(String.fromCodePoint(code), bits);
}

// CSI key ; scan code ; code of the text ; is down ; state of the modifiers ; repeats _
function windowsKey([key = 0, , code = 0, isDown = 0, state = 0]: readonly number[]): KeyPress | undefined {
  const isAlt = Boolean(state & (1 + 2));
  const isCtrl = Boolean(state & (4 + 8));
  if (!isDown) return undefined;
  const bits = (isAlt ? ALT : 0) + (isCtrl ? CTRL : 0);
  if (code === 0) return windowsNamedKey(key, bits);
  if (!isCodePoint(code)) return OTHER;
  if (isControl(code)) return isAlt ? withAlt(controlKey(code)) : controlKey(code);
  // AltGr is reported as both.
  return typed(String.fromCodePoint(code), isAlt && isCtrl ? 0 : bits);
}

function windowsNamedKey(key: number, bits: number): KeyPress | undefined {
  const name = WINDOWS_KEYS.get(key);
  return name === undefined ? undefined : functional(name, bits);
}

/** A key that types a text, unless Ctrl or Alt is held; without a text it isn't known what it types. */
function typed(text: string, bits: number): KeyPress {
  if (text === '' || bits & SUPER_HYPER_META) return OTHER;
  const press = typing(text);
  const [ctrl, alt] = [Boolean(bits & CTRL), Boolean(bits & ALT)];
  return ctrl || alt ? { ...press, text: '', ctrl, alt } : press;
}

/** A key held with Ctrl, in the traditional sense: Ctrl+I is a Tab. */
function withCtrl(code: number, bits: number): KeyPress {
  const isClassic = code >= 0x40 && code < 0x7f;
  const press = isClassic ? controlKey(code & 0x1f) : typed(String.fromCodePoint(code), CTRL);
  return bits & ALT ? withAlt(press) : press;
}

function isControl(code: number): boolean {
  return code < 0x20 || code === 0x7f;
}

function isPrintable(code: number): boolean {
  return isCodePoint(code) && !isControl(code) && !(code >= 0x80 && code <= 0x9f);
}

function isCodePoint(code: number): boolean {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
}
