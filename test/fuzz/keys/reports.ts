import type { Dice } from '../dice.ts';

const ESC = '\u001B';
const number = (dice: Dice) => 1 + dice.below(200);
const end = (dice: Dice) => dice.pick(['\u0007', `${ESC}\\`, '\u009C']);
const bytes = (...codes: number[]) => Buffer.from(codes);
const text = (sent: string) => Buffer.from(sent, 'utf8');

/** What a terminal sends by itself. */
const REPORTS: readonly ((dice: Dice) => Buffer)[] = [
  // The focus, also with controls of 8 bits, as bytes and as letters.
  (dice) => text(ESC + dice.pick(['[I', '[O'])),
  (dice) => bytes(0x9b, dice.pick([0x49, 0x4f])),
  (dice) => text(`\u009B${dice.pick(['I', 'O'])}`),
  // The mouse, in each way of coding.
  (dice) => text(`${ESC}[<${dice.below(70)};${number(dice)};${number(dice)}${dice.pick(['M', 'm'])}`),
  (dice) => text(`${ESC}[${32 + dice.below(70)};${number(dice)};${number(dice)}M`),
  (dice) => bytes(0x1b, 0x5b, 0x4d, 32 + dice.below(64), 33 + dice.below(223), 33 + dice.below(223)),
  (dice) => text(`${ESC}[M${String.fromCodePoint(32 + dice.below(64), 33 + dice.below(400), 33 + dice.below(400))}`),
  // Answers to queries: cursor, state, kind, modes, flags, sizes, colours.
  (dice) => text(`${ESC}[${dice.pick(['', '?'])}${number(dice)};${number(dice)}R`),
  (dice) => text(`${ESC}[${dice.pick(['0', '3', '?997;1', '?997;2'])}n`),
  (dice) => text(`${ESC}[${dice.pick(['?1;2', '?62;22', '>41;354;0', '=0'])}c`),
  (dice) => text(`${ESC}[?${dice.pick([25, 1004, 2004, 2026, 2027])};${dice.below(5)}$y`),
  (dice) => text(`${ESC}[?${dice.below(32)}u`),
  (dice) => text(`${ESC}[?1;0;${number(dice)}S`),
  (dice) => text(`${ESC}[${dice.pick([4, 6, 8])};${number(dice)};${number(dice)}t`),
  (dice) => text(`${ESC}[48;${number(dice)};${number(dice)};480;800t`),
  (dice) => text(`${ESC}]${dice.pick(['10', '11', '4;1'])};rgb:ffff/0000/${number(dice)}${end(dice)}`),
  (dice) => text(`${ESC}]52;c;bm8gbjEx${end(dice)}`),
  (dice) => text(`${ESC}P${dice.pick(['>|XTerm(390)', '1$r0 q', '1+r544e=6e'])}${end(dice)}`),
  (dice) => text(`${ESC}_Gi=${number(dice)};OK n y 1${end(dice)}`),
  (dice) => text(`${ESC}${dice.pick(['X', '^'])}no 1 n${end(dice)}`),
  // A key that is let go, in the protocols that tell it.
  (dice) => text(`${ESC}[${dice.pick([110, 121, 49, 13, 27, 32, 99])};${dice.pick([1, 3, 5, 65])}:3u`),
  (dice) => text(`${ESC}[1;1:3${dice.pick(['A', 'B', 'C', 'D'])}`),
  (dice) => text(`${ESC}[${dice.pick([67, 78, 13])};46;${dice.pick([3, 110, 13])};0;8;1_`),
  // Shift and the like by themselves, the locks, the keys of a player of music.
  (dice) => text(`${ESC}[${dice.pick([57_358, 57_360, 57_430, 57_441, 57_442, 57_443, 57_447])};${number(dice)}u`),
  (dice) => text(`${ESC}[${dice.pick([16, 17, 18])};42;0;1;${dice.pick([0, 8, 16])};1_`),
  // What is left where a text was pasted in pieces.
  () => text(`${ESC}[201~`),
];

/** Something that a terminal sends by itself: it is never a key. */
export function report(dice: Dice): Buffer {
  return dice.pick(REPORTS)(dice);
}

/** The beginning of a report, or of a letter of several bytes, of which the rest never comes. */
export function stump(dice: Dice): Buffer {
  const whole = dice.oneIn(5) ? text(dice.pick(['é', '日', '😀'])) : report(dice);
  // An Esc by itself is a key, so that a sequence has to be known as one.
  const least = whole[0] === 0x1b ? 2 : 1;
  const length = least + dice.below(Math.max(1, whole.length - least));
  return whole.subarray(0, Math.min(length, whole.length - 1));
}
