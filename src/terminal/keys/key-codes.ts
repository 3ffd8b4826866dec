/** The first and the last code of keys that type nothing in the kitty protocol, in the Private Use Area of Unicode. */
const FIRST = 57_344;
const LAST = 63_743;

/** Keys with consecutive codes. */
function from<T>(first: number, keys: readonly T[]): [number, T][] {
  return keys.map((key, at) => [first + at, key]);
}

/** Keys of the kitty protocol by their codes: the name of each, or for the keypad what it types. */
export const FUNCTIONAL_KEYS: ReadonlyMap<number, string> = new Map([
  [57_361, 'print'],
  [57_362, 'pause'],
  [57_363, 'menu'],
  ...from(
    57_376,
    Array.from({ length: 23 }, (_, at) => `f${at + 13}`),
  ),
  ...from(57_399, Array.from('0123456789./*-+')),
  [57_414, 'enter'],
  ...from(57_415, ['=', ',']),
  ...from(57_417, ['left', 'right', 'up', 'down', 'pageup', 'pagedown', 'home', 'end', 'insert', 'delete', 'begin']),
]);

/**
 * Whether a code belongs to a key that doesn't count as a key press: Shift and the like by themselves, the locks, the
 * keys for music and volume.
 */
export function isNoPress(code: number): boolean {
  return code >= FIRST && code <= LAST && !FUNCTIONAL_KEYS.has(code);
}

/** Keys of Windows that type nothing, by their virtual-key code. */
export const WINDOWS_KEYS: ReadonlyMap<number, string> = new Map([
  [0x0c, 'begin'],
  ...from(0x21, ['pageup', 'pagedown', 'end', 'home', 'left', 'up', 'right', 'down']),
  ...from(0x2d, ['insert', 'delete']),
  ...from(
    0x70,
    Array.from({ length: 24 }, (_, at) => `f${at + 1}`),
  ),
]);
