import type { IModes } from '@xterm/headless';
import { Emulator } from './emulator.ts';

/** The terminal as a program left it. */
export interface Remains {
  emulator: Emulator;
  /** Everything written to the terminal. */
  output: string;
  /** What `stty -a` said before the program started and after it came to rest. */
  ttyBefore: string;
  ttyAfter: string;
}

const ttyFlags = ['icanon', 'echo', 'isig', 'opost', 'icrnl', 'ixon', 'iexten', 'onlcr'];

const modeNames: Record<keyof IModes, string> = {
  applicationCursorKeysMode: 'application cursor keys',
  applicationKeypadMode: 'application keypad',
  bracketedPasteMode: 'bracketed paste',
  insertMode: 'insert mode',
  mouseTrackingMode: 'mouse tracking',
  originMode: 'origin mode',
  reverseWraparoundMode: 'reverse wraparound',
  sendFocusMode: 'focus reports',
  synchronizedOutputMode: 'synchronized output',
  wraparoundMode: 'no line wrap',
};

/** Names all that the next program, usually the shell, would have to put up with. */
export async function findLeftovers(remains: Remains): Promise<string[]> {
  const { emulator, output, ttyBefore, ttyAfter } = remains;
  return [
    ...(emulator.cursor().isVisible ? [] : ['hidden cursor']),
    ...changedFlags(ttyBefore, ttyAfter),
    ...(emulator.isAlternate() ? ['alternate screen'] : []),
    ...changedModes(emulator.modes()),
    ...((await isPlainAfter(output)) ? [] : ['colours not reset']),
  ];
}

function changedFlags(before: string, after: string): string[] {
  return ttyFlags
    .filter((flag) => hasFlag(before, flag) !== hasFlag(after, flag))
    .map((flag) => `tty ${hasFlag(after, flag) ? '' : '-'}${flag}`);
}

function hasFlag(tty: string, flag: string): boolean {
  return new RegExp(String.raw`(?<=\s)${flag}\b`).test(tty);
}

function changedModes(modes: IModes): string[] {
  const fresh = new Emulator(80, 24).modes();
  const names = Object.keys(modeNames) as (keyof IModes)[];
  return names.filter((name) => modes[name] !== fresh[name]).map((name) => modeNames[name]);
}

// On a second emulator, because asking the first would change what it shows.
async function isPlainAfter(output: string): Promise<boolean> {
  const emulator = new Emulator(80, 24);
  await emulator.write(output);
  return emulator.writesPlainly();
}
