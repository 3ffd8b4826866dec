import { join } from 'node:path';
import { GLOBAL_OPTIONS, loadWhole, type OptionDeclaration, type OwnDeclaration } from '../../src/app/command.ts';
import { therapyCommand } from '../../src/sessions/commands/therapy.ts';
import { COMMANDS } from '../../src/app/program.ts';
import { openContent } from '../../src/system/content.ts';
import type { Dice } from './dice.ts';

const DATA = join(import.meta.dirname, '..', '..', 'data');

/** They run until somebody stops them. */
const ENDLESS: ReadonlySet<string> = new Set(['breaks', 'breaks run']);

/** Every command and subcommand that ends by itself: a new one is fuzzed without a word here. */
export async function allCommands(): Promise<OwnDeclaration[]> {
  const loaded = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const therapies = openContent(DATA).therapies().therapies.map(therapyCommand);
  const commands = [...loaded.map(({ command }) => command), ...therapies];
  const whole = await Promise.all(commands.map(loadWhole));
  const all = whole.flatMap((command) => [command, ...command.subcommands]);
  return all.filter(({ name }) => !ENDLESS.has(name));
}

/** Values that are right somewhere, and wrong elsewhere. */
const VALUES = [
  '6',
  '0',
  '10',
  '11',
  '-1',
  '1e9',
  '3.5',
  '10.0',
  '06',
  ' 6 ',
  '5,5',
  '٦',
  '6/10',
  '-30m',
  '15m',
  '1:15',
  '1,5h',
  'NaN',
  '',
  ' ',
  '-',
  '--',
  '=',
  'fever',
  'lower',
  'cat-cow',
  'ice',
  'json',
  'csv',
  'md',
  'fhir',
  'yesterday 18:30',
  'mon',
  'mon,wed 18:30',
  '20m ago',
  'tomorrow',
  '03/04/2026',
  '2026-11-20T18:30:00Z',
  '2026-01-05 25:61',
  '0000-01',
  '12:00-13:00',
  '2026-01-05',
  '2026-02-30',
  '6w',
  '9999y',
  'GB',
  'country',
  'latest',
  'own:long drive',
  'at=Date',
  'none',
  'off',
  '{left} {icon}',
  '{nope}',
  'sound',
  'on',
  'rice-ice',
  'is it safe to walk',
  "can't feel my legs",
  '/',
  '/dev/null',
  '/nowhere/at-all',
  '.',
  '\u001B[2J',
  '\u202Eabc',
  '😀',
  'ä'.repeat(40),
  'x'.repeat(5000),
  "'; rm -rf",
  '$(id)',
  '`id`',
  '%s%n',
];
const INPUTS = [
  '',
  '\n',
  '{}',
  '[]',
  'null',
  '{"signs":[]}',
  '{"signs":["fever"]}',
  '{"signs":"fever"}',
  '{"signs":["fevr"],"pain":99}',
  '{"signs":{',
  '{"operations":[{}]}',
  'at,pain\n2026-01-05 10:00,5\n',
  'at,pain\nnow,99\n',
  'sep=;\nDatum;Schmerz\n01.11.2026;6,5\n',
  'date\tpain level\tnotes\r\n2026-01-05\t6/10\t"a\r\nb"\r\n',
  'at,pain\n"unclosed,5\n',
  '{"v":1,"op":"put"}\n',
  '<html></html>',
  'what is ice for\nheat\n',
  '\u0000\u0001\u00FF',
  '[[[[[[',
  '1\n2\nn\ny\n',
  '\uFEFF{}',
  'a'.repeat(70_000),
];

/** A command line, and what stands on its input. */
export interface CommandLine {
  readonly args: readonly string[];
  readonly input: string;
}

/** A command line with a command that there is, more or less rightly used. */
export function commandLine(dice: Dice, commands: readonly OwnDeclaration[]): CommandLine {
  const command = dice.pick(commands);
  const words = command.name
    .split(' ')
    .filter(Boolean)
    .map((word) => (dice.oneIn(12) ? mistyped(dice, word) : word));
  const args = [
    ...(dice.oneIn(15) ? [dice.pick(['help', '--help', '-h', '--version', '-V'])] : []),
    ...words,
    ...dice.some((command.arguments?.length ?? 0) + 1, () => dice.pick(VALUES)),
    ...dice.some(3, () => option(dice, command)).flat(),
  ];
  return { args: dice.oneIn(10) ? shuffled(dice, args) : args, input: dice.pick(INPUTS) };
}

function option(dice: Dice, { options }: OwnDeclaration): string[] {
  if (dice.oneIn(12)) return [dice.pick(['--nope', '-x', '--', '-', '--json=1', '--no-json', '---', '--=x'])];
  const { flags }: OptionDeclaration = dice.pick([...options, ...GLOBAL_OPTIONS]);
  const [name = '', value] = flags.split(' ');
  const takes = dice.oneIn(10) ? value === undefined : value !== undefined;
  return takes ? (dice.oneIn(4) ? [`${name}=${dice.pick(VALUES)}`] : [name, dice.pick(VALUES)]) : [name];
}

function mistyped(dice: Dice, word: string): string {
  const at = dice.below(word.length);
  return dice.pick([
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word.slice(at, at + 1) + word.slice(at),
    word.toUpperCase(),
    `${word} `,
    '',
  ]);
}

function shuffled(dice: Dice, words: readonly string[]): string[] {
  return words
    .map((word) => ({ word, place: dice.below(1000) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ word }) => word);
}
