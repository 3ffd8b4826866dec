import { afterEach, expect, test } from 'vitest';
import { closeTerminals, startTerminal, type Terminal } from '../e2e/terminal.ts';
import { hurried } from '../e2e/support/hurried.ts';
import { Dice } from './dice.ts';

// `npm run fuzz` runs many more.
const COUNT = Math.ceil(Number(process.env['FUZZ_COUNT'] ?? 400) / 100);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
// A failure names its own seed: `npm run fuzz -- --terminal 1007` plays that one alone.
const ONLY = process.env['FUZZ_TERMINAL'];
const SEEDS = ONLY ? [Number(ONLY)] : Array.from({ length: COUNT }, (_, nth) => SEED * 1000 + nth);

const COMMANDS = [
  [],
  ['triage'],
  ['log'],
  ['log', 'peg'],
  ['today'],
  ['ice'],
  ['stretch', 'cat-cow'],
  ['stretch'],
  ['faq'],
  ['heat', '--speak'],
  ['contrast'],
  ['log', 'purge'],
];
const KEYS = [
  'enter',
  'escape',
  'up',
  'down',
  'left',
  'right',
  'tab',
  'backspace',
  'ctrl+c',
  'ctrl+d',
  'space',
] as const;
const TEXTS = [
  'n',
  'y',
  '1',
  '6',
  '10',
  'q',
  'h',
  '?',
  'u',
  '+',
  's',
  't',
  'jj',
  '\u0000',
  '\u001B[200~pasted\u001B[201~',
  '\u001B[<0;5;5M',
  '😀',
  'a long day',
];
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const PAUSE_MS = 40;

afterEach(closeTerminals);

async function play(dice: Dice, terminal: Terminal): Promise<void> {
  for (let step = 0; step < 15; step += 1) {
    if (dice.oneIn(3)) terminal.press(dice.pick(KEYS));
    else if (dice.oneIn(5)) terminal.resize(1 + dice.below(140), 1 + dice.below(50));
    else terminal.type(dice.pick(TEXTS));
    if (dice.oneIn(4)) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

test.each(SEEDS)('the terminal is given back whatever is pressed, from seed %i', async (seed) => {
  const dice = new Dice(seed);
  const args = dice.pick(COMMANDS);
  const terminal = startTerminal([...args], { columns: 80, rows: 24, env: hurried });
  await terminal.pid();
  await play(dice, terminal);
  await terminal.signal(dice.pick(SIGNALS)).catch(() => {}); // it may have ended by itself
  await terminal.exited();
  expect(await terminal.leftovers()).toEqual([]);
  expect(terminal.output()).not.toMatch(
    /\n {4}at (?:async |new )?[^ ]+ \(|\n {4}at (?:file|node):|TypeError|RangeError/,
  );
});
