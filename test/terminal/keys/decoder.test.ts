import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeKeyDecoder, PASTE_MS, SEQUENCE_MS } from '../../../src/terminal/keys/decoder.ts';
import { nameOf } from '../../../src/terminal/keys/input.ts';
import { tries } from '../../tries.ts';

const ESC = '\u001B';

/** What is read when bytes arrive in these pieces and then nothing more: names of keys, and pasted texts in quotes. */
function read(...pieces: readonly (string | Uint8Array)[]): string[] {
  const decoder = makeKeyDecoder();
  const taken = pieces.flatMap((piece) => decoder.take(Buffer.from(piece as string)));
  return [...taken, ...decoder.giveUp()].map((input) => ('key' in input ? nameOf(input) : `"${input.pasted}"`));
}

/** How long the rest of this is waited for. */
function patienceAfter(sent: string): number | undefined {
  const decoder = makeKeyDecoder();
  decoder.take(Buffer.from(sent));
  return decoder.patience();
}

const KEYS: readonly [string, string, string[]][] = [
  ['arrows', `${ESC}[C${ESC}[D${ESC}[A${ESC}[B`, ['right', 'left', 'up', 'down']],
  ['arrows in application mode', `${ESC}OC${ESC}OD`, ['right', 'left']],
  ['Enter, whatever it sends', '\r\n', ['enter', 'enter']],
  ['space, backspace, Escape', ` \u007F${ESC}`, ['space', 'backspace', 'escape']],
  ['Ctrl-C, and the end of the input', '\u0003\u0004', ['ctrl+c', 'ctrl+c']],
  ['Ctrl-Z', '\u001A', ['ctrl+z']],
  ['letters, whatever Shift and Caps Lock are', 'hHqQ', ['h', 'h', 'q', 'q']],
  ['digits and signs', '10+=', ['1', '0', '+', '=']],
  ['letters of other languages', 'éЖ日', ['é', 'ж', '日']],
  ['Alt and a letter, which is not the letter', `${ESC}n`, ['alt+n']],
  ['function keys', `${ESC}OP${ESC}[15~${ESC}[[A`, ['f1', 'f5', 'f1']],
  [
    'Ctrl-C, Ctrl-Z and Ctrl-D of the kitty protocol',
    `${ESC}[99;5u${ESC}[122;5u${ESC}[100;5u`,
    ['ctrl+c', 'ctrl+z', 'ctrl+c'],
  ],
  ['Ctrl-C with Caps Lock and Num Lock on', `${ESC}[99;197u`, ['ctrl+c']],
  ['Ctrl-C on a Cyrillic layout', `${ESC}[1089::99;5u`, ['ctrl+c']],
  [
    'Escape, Enter, space, backspace of the kitty protocol',
    `${ESC}[27u${ESC}[13u${ESC}[32u${ESC}[127u`,
    ['escape', 'enter', 'space', 'backspace'],
  ],
  ['letters and digits of the kitty protocol', `${ESC}[110u${ESC}[49u${ESC}[97:65;2u`, ['n', '1', 'a']],
  ['a key that is pressed and repeated', `${ESC}[110;1:1u${ESC}[110;1:2u${ESC}[1;1:1B`, ['n', 'n', 'down']],
  ['the keypad of the kitty protocol', `${ESC}[57404u${ESC}[57414u`, ['5', 'enter']],
  ['arrows of rxvt with Shift and Ctrl', `${ESC}[a${ESC}Oa${ESC}[7^`, ['up', 'up', 'ctrl+home']],
  ['arrows that say only what is held', `${ESC}[5C${ESC}[2C`, ['ctrl+right', 'right']],
  ['keys held with Super, Hyper or Meta', `${ESC}[110;9u${ESC}[27;17;110~${ESC}[1;33D`, ['other', 'other', 'other']],
  [
    'keys of Windows',
    `${ESC}[78;49;110;1;0;1_${ESC}[37;75;0;1;0;1_${ESC}[67;46;3;1;8;1_${ESC}[81;16;64;1;9;1_`,
    ['n', 'left', 'ctrl+c', '@'],
  ],
  ['Escape and at once Ctrl-C', `${ESC}\u0003${ESC}${ESC}[99;5u${ESC}[99;7u`, ['ctrl+c', 'ctrl+c', 'ctrl+c']],
  ['modifyOtherKeys', `${ESC}[27;5;99~${ESC}[27;1;27~${ESC}[27;1;13~`, ['ctrl+c', 'escape', 'enter']],
];

const REPORTS: readonly [string, string][] = [
  ['focus', `${ESC}[I${ESC}[O`],
  ['mouse, the oldest way', `${ESC}[M !!`],
  ['mouse, beyond column 95 in UTF-8', `${ESC}[M \u00e9\u00e9`],
  ['mouse, SGR', `${ESC}[<35;10;10M${ESC}[<0;10;10m`],
  ['mouse, urxvt', `${ESC}[32;10;10M`],
  ['cursor', `${ESC}[24;80R`],
  ['the terminal is all right', `${ESC}[0n`],
  ['device attributes', `${ESC}[?1;2c${ESC}[>41;354;0c`],
  ['a mode', `${ESC}[?1004;2$y`],
  ['version, in a string', `${ESC}P>|XTerm(390)${ESC}\\`],
  ['a colour', `${ESC}]11;rgb:ffff/ffff/ffff\u0007${ESC}]10;rgb:0000/0000/0000${ESC}\\`],
  ['flags of the kitty protocol', `${ESC}[?31u`],
  ['size of the window', `${ESC}[8;24;80t`],
  ['a key that is let go', `${ESC}[110;1:3u${ESC}[1;1:3B`],
  ['Shift by itself', `${ESC}[57441u`],
  ['an application string', `${ESC}_Gi=1;OK${ESC}\\`],
  ['arrows that say more than arrows do', `${ESC}[1;2a${ESC}[80;1d`],
  ['a key of Windows that is let go', `${ESC}[78;49;110;0;0;1_`],
  ['an answer that lost the end of its end', `${ESC}]11;rgb:ffff${ESC}${ESC}[I`],
  ['8-bit controls', '\u009BI\u009B?1;2c'],
];

describe('what a terminal sends', () => {
  it.each(KEYS)('is keys by name: %s', (_, sent, keys) => {
    expect(read(sent)).toEqual(keys);
  });

  it.each(REPORTS)('is no key when it is a report: %s', (_, sent) => {
    expect(read(sent)).toEqual([]);
  });

  it('is no key when it is a letter that was cut off', () => {
    expect(read(Buffer.of(0xe6, 0x97, 0x1b, 0x5b, 0x49))).toEqual([]);
    expect(read(Buffer.of(0xe6, 0x97))).toEqual([]);
    expect(read(Buffer.of(0x1b, 0xe6, 0x97, 0x6e))).toEqual(['n']);
  });

  it('is no key when a report of bytes was cut off before another report', () => {
    const report = Buffer.from('\u009BI');
    expect(read(Buffer.of(0x1b, 0x5b, 0x4d, 0x39, 0xde), report)).toEqual([]);
    expect(read(Buffer.of(0x1b, 0x5b, 0x4d, 0x39, 0x85), report)).toEqual([]);
  });

  it('is a key right after a report of bytes, whatever those are', () => {
    expect(read(Buffer.of(0x1b, 0x5b, 0x4d, 0x20, 0xde, 0xe9), 'n')).toEqual(['n']);
    expect(read(Buffer.of(0x1b, 0x5b, 0x4d, 0x20, 0xc3, 0x9e), '日')).toEqual(['日']);
  });

  it('waits for the rest of a sequence longer than for that of an Esc', () => {
    // Over a slow line the rest comes late; a person feels it when an Esc takes longer.
    expect(['n', ESC, ESC + ESC].map(patienceAfter)).toEqual([undefined, 300, 300]);
    expect([`${ESC}[`, `${ESC}${ESC}[`, `${ESC}]11;`].map(patienceAfter)).toEqual(Array(3).fill(SEQUENCE_MS));
    expect(patienceAfter(`${ESC}[200~n`)).toBe(PASTE_MS);
  });

  it('keeps an Esc that was pressed before what never became whole', () => {
    expect(read(`${ESC}${ESC}[1`)).toEqual(['escape']);
    expect(read(`${ESC}[1`)).toEqual([]);
  });

  it('is one text when it was pasted, and none of its letters is a key', () => {
    expect(read(`${ESC}[200~no\nit hurts${ESC}[201~n`)).toEqual(['"no it hurts"', 'n']);
  });

  it('is understood alike wherever it was cut in two', () => {
    const some = fc.array(fc.constantFrom(...KEYS.map(([, sent]) => sent), ...REPORTS.map(([, sent]) => sent)), {
      maxLength: 6,
    });
    const same = fc.property(some, fc.array(fc.nat(), { maxLength: 8 }), (all, cuts) => {
      const bytes = Buffer.from(all.join('') + 'x');
      const places = [0, ...cuts.map((cut) => cut % bytes.length).toSorted((a, b) => a - b), bytes.length];
      const pieces = places.slice(1).map((to, at) => bytes.subarray(places[at], to));
      expect(read(...pieces)).toEqual(read(bytes));
    });
    fc.assert(same, tries(200));
  });

  it('is never a key when it is nothing but reports, in any order and any pieces', () => {
    const reports = fc.array(fc.constantFrom(...REPORTS.map(([, sent]) => sent)), { minLength: 1, maxLength: 8 });
    const silent = fc.property(reports, fc.nat(), (all, cut) => {
      const bytes = Buffer.from(all.join(''));
      const at = cut % bytes.length;
      expect(read(bytes.subarray(0, at), bytes.subarray(at))).toEqual([]);
    });
    fc.assert(silent, tries(300));
  });

  it('never takes the way out: Ctrl-C is read after anything', () => {
    const left = fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const decoder = makeKeyDecoder();
      decoder.take(bytes);
      decoder.giveUp();
      expect(decoder.take(Buffer.from('\u0003')).map((input) => 'key' in input && nameOf(input))).toContain('ctrl+c');
    });
    fc.assert(left, tries(300));
  });
});
