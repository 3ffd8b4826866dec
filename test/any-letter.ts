import fc from 'fast-check';

/** The halves of letters that UTF-16 keeps for itself lie here: none of them is a letter by itself. */
const FIRST_HALF = 0xd8_00;
const HALVES = 0x8_00;

/**
 * Any letter of Unicode, as the `unit` of a `fc.string`. fast-check's own "binary" gives the same letters, but first
 * makes a table of all 1.1 million, which takes each worker more than two seconds.
 */
export const anyLetter = fc.nat(0x10_ff_ff - HALVES).map(toLetter, toPlace);

function toLetter(place: number): string {
  return String.fromCodePoint(place < FIRST_HALF ? place : place + HALVES);
}

// For texts that fast-check puts in by itself, such as "__proto__": it asks what each is made of.
function toPlace(letter: unknown): number {
  const code = typeof letter === 'string' ? (letter.codePointAt(0) ?? -1) : -1;
  const place = code < FIRST_HALF ? code : code - HALVES;
  if (code < 0 || toLetter(place) !== letter) throw new TypeError('not one letter');
  return place;
}
