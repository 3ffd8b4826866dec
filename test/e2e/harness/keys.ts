/** What a terminal sends for each key, in its normal (not application) mode. */
export const keys = {
  enter: '\r',
  escape: '\u001B',
  space: ' ',
  tab: '\t',
  backspace: '\u007F',
  left: '\u001B[D',
  right: '\u001B[C',
  up: '\u001B[A',
  down: '\u001B[B',
  'ctrl+c': '\u0003',
  'ctrl+d': '\u0004',
  'ctrl+z': '\u001A',
} as const;

export type Key = keyof typeof keys;
