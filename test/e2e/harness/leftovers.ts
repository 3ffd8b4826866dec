import type { IModes } from '@xterm/headless';
import { Emulator } from './emulator.ts';

/** All of them are on in a terminal that nobody has changed. */
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

/**
 * Names all that the next program, usually the shell, would have to put up with.
 * @param output everything written to the terminal
 * @param flags what `stty -a` says of it
 */
export async function findLeftovers(emulator: Emulator, output: string, flags: string): Promise<string[]> {
  return [
    ...(emulator.cursor().isVisible ? [] : ['hidden cursor']),
    ...ttyFlags.filter((flag) => !isOn(flags, flag)).map((flag) => `tty -${flag}`),
    ...(emulator.isAlternate() ? ['alternate screen'] : []),
    ...changedModes(emulator.modes()),
    ...((await isPlainAfter(output)) ? [] : ['colours not reset']),
  ];
}

function isOn(flags: string, flag: string): boolean {
  return new RegExp(String.raw`(?<=\s)${flag}\b`).test(flags);
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
