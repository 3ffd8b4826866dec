import { parseArgs, type ParseArgsConfig } from 'node:util';
import {
  flagOf,
  optionName,
  takesValue,
  GLOBAL_OPTIONS,
  type CommandDeclaration,
  type OptionDeclaration,
} from './command.ts';
import type { Parsed } from './parse.ts';
import { ownValue } from '../text/own-value.ts';

const NOTHING = { args: [], options: {} };

/**
 * Parses arguments in which nothing is wrong with Node's own parser, from the same declarations: loading commander
 * takes a tenth of a Node start. Everything that isn't plainly right is left to commander, which also says what is
 * wrong. A test compares the two.
 * @returns undefined where commander has to parse
 */
export async function quickParse(whole: CommandDeclaration, argv: readonly string[]): Promise<Parsed | undefined> {
  // A command alone has nothing to parse.
  if (argv.join() === whole.name && fits([], whole)) return { command: whole, invocation: NOTHING };
  const [, second = ''] = argv.filter((word) => !word.startsWith('-'));
  const subcommands = whole.subcommands ?? {};
  const named = await ownValue(subcommands, second)?.();
  if (named && argv.slice(0, argv.indexOf(second)).some(isOwnOption)) return undefined;
  const command = named?.command ?? whole;
  const found = parseWithNode(argv, [...GLOBAL_OPTIONS, ...command.options]);
  if (!found) return undefined;
  const names = command.name.split(' ').filter(Boolean);
  // A subcommand after an option would be taken for an argument.
  if (found.positionals.slice(names.length).some((word) => Object.hasOwn(subcommands, word))) return undefined;
  if (found.positionals.slice(0, names.length).join(' ') !== command.name) return undefined;
  const args = found.positionals.slice(names.length);
  return fits(args, command) ? { command, invocation: { args, options: found.options } } : undefined;
}

// An option before a subcommand belongs to the command, which may not have it.
function isOwnOption(word: string): boolean {
  return word.startsWith('-') && !GLOBAL_OPTIONS.some((option) => flagOf(option) === word);
}

function parseWithNode(argv: readonly string[], declared: readonly OptionDeclaration[]) {
  // Without an option there is nothing to parse; loading the parser takes a fortieth of a Node start.
  if (!argv.some((word) => word.startsWith('-'))) return { options: {}, positionals: argv };
  try {
    const { values, positionals, tokens } = parseArgs({
      args: [...argv],
      options: Object.fromEntries(declared.map(toNode)),
      allowPositionals: true,
      allowNegative: true,
      tokens: true,
    });
    // Node accepts `--save` wherever `--no-save` is declared, and the other way round.
    const flags = new Set(declared.map(flagOf));
    if (tokens.some((token) => token.kind === 'option' && !flags.has(token.rawName))) return undefined;
    const lists = new Set(declared.filter(({ list }) => list).map(optionName));
    const given = ([name, value]: [string, unknown]) => [name, lists.has(name) ? split(value) : value] as const;
    return { options: Object.fromEntries(Object.entries(values).map(given)), positionals };
  } catch {
    return undefined;
  }
}

function toNode(option: OptionDeclaration): [string, NonNullable<ParseArgsConfig['options']>[string]] {
  const multiple = option.list ?? option.repeats ?? false;
  return [optionName(option), takesValue(option) ? { type: 'string', multiple } : { type: 'boolean' }];
}

// A list may be given in one piece, with commas.
function split(value: unknown): unknown {
  return Array.isArray(value) ? value.flatMap((one: string) => one.split(',')) : value;
}

function fits(args: readonly string[], { arguments: declared = [] }: CommandDeclaration): boolean {
  const needed = declared.filter(({ syntax }) => syntax.startsWith('<')).length;
  const isOpen = declared.at(-1)?.syntax.includes('...') ?? false;
  return args.length >= needed && (isOpen || args.length <= declared.length);
}
