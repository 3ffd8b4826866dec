import { stripVTControlCharacters } from 'node:util';
import type { Dice } from '../dice.ts';
import { bytesOf, type Chord } from './protocols.ts';
import { report, stump } from './reports.ts';

/** Something that arrives from a terminal. */
export interface Sent {
  readonly bytes: Buffer;
  /** The keys that it is; nothing where nobody can say. */
  readonly keys: readonly string[] | undefined;
  /** What it types, or pastes. */
  readonly text: string;
  /** It is what chance has made. */
  readonly isNoise?: boolean;
  /** How long to wait until its rest doesn't come any more, in milliseconds; 0 where it is whole. */
  readonly openFor: number;
}

/** Bytes that arrive at once, and how long nothing comes after them, in milliseconds. */
export interface Piece {
  readonly bytes: Buffer;
  readonly pause: number;
}

const ESC = 0x1b;
/** Longer than the rest of a sequence, or of a paste, is waited for. */
const SEQUENCE_OVER = 1100;
const PASTE_OVER = 3100;

const WORDS = ['no', 'ice for my back', 'q', 'yes', 'n', '10', 'héxé', '日本', '😀', 'where it hurts'];
const PASTED = ['n', 'y', '\r', '10', 'no\nit hurts', 'n\u2028y', 'a\tb', '', 'q', '\u0000 x', 'é日'];

/** A report, or the beginning of one, after which another one may come at once. */
export function silent(dice: Dice): Sent {
  const whole = report(dice);
  if (!dice.oneIn(4)) return { bytes: whole, keys: [], text: '', openFor: 0 };
  const isCutShort = whole[0] === ESC && dice.oneIn(2);
  const bytes = isCutShort ? Buffer.concat([stump(dice), whole]) : stump(dice);
  return { bytes, keys: [], text: '', openFor: SEQUENCE_OVER };
}

/** What begins and doesn't end: bytes that something is still awaited after. */
export function opening(dice: Dice): Buffer {
  return dice.oneIn(2) ? stump(dice) : Buffer.from(`\u001B[200~${dice.pick(PASTED)}`);
}

/** A key that is pressed. */
export function press(dice: Dice, chord: Chord): Sent {
  const text = chord.held ? '' : chord.key === 'space' ? ' ' : /^.$/u.test(chord.key) ? chord.key : '';
  return { bytes: Buffer.from(bytesOf(dice, chord)), keys: [nameOf(chord)], text, openFor: 0 };
}

/** What the program calls a chord. With Super held it knows of none, but that one was pressed. */
export function nameOf({ key, held }: Chord): string {
  if (held === 'super') return 'other';
  return held ? `${held}+${key}` : key;
}

/** Words that are typed, or come in one burst. */
export function words(dice: Dice): Sent {
  const text = dice.pick(WORDS);
  return { bytes: Buffer.from(text), keys: lettersOf(text).map(keyOf), text, openFor: 0 };
}

/** A text that is pasted; now and then without its end. */
export function paste(dice: Dice): Sent {
  const pasted = dice.pick(PASTED);
  const isOpen = dice.oneIn(6);
  return {
    bytes: Buffer.from(`\u001B[200~${pasted}${isOpen ? '' : '\u001B[201~'}`),
    keys: [],
    text: stripVTControlCharacters(pasted)
      .replaceAll(/[\r\n\t\u2028]/g, ' ')
      .replaceAll('\u0000', ''),
    openFor: isOpen ? PASTE_OVER : 0,
  };
}

/** Any bytes at all. */
export function noise(dice: Dice): Sent {
  const bytes = Buffer.from(Array.from({ length: 1 + dice.below(12) }, () => dice.below(256)));
  const isPlain = bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
  const text = isPlain ? bytes.toString() : '';
  return { bytes, keys: isPlain ? lettersOf(text).map(keyOf) : undefined, text, isNoise: true, openFor: PASTE_OVER };
}

/** The letters of a text, each as it is typed. */
export function lettersOf(text: string): string[] {
  return Array.from(text);
}

function keyOf(letter: string): string {
  return letter === ' ' ? 'space' : letter.toLowerCase();
}

/**
 * How it arrives: whole or cut anywhere, the rest soon enough to belong to it.
 * @param least how long nothing comes after it at least; more where its rest might still come
 */
export function arriving(dice: Dice, { bytes, openFor }: Sent, least: number): Piece[] {
  const pause = Math.max(least, openFor);
  const cut = dice.below(bytes.length);
  if (cut === 0 || dice.oneIn(2)) return [{ bytes, pause }];
  const [first, rest] = [bytes.subarray(0, cut), bytes.subarray(cut)];
  // The rest of what isn't known as a sequence yet has to come as soon as that of a key.
  const soon = first.at(-1) === ESC ? 250 : 900;
  return [
    { bytes: first, pause: dice.below(soon) },
    { bytes: rest, pause },
  ];
}
