import { parseArgs, type ParseArgsConfig } from 'node:util';
import {
  flagOf,
  lastWord,
  optionName,
  takesValue,
  GLOBAL_OPTIONS,
  type CommandDeclaration,
  type OptionDeclaration,
} from './command.ts';
import type { Parsed } from './parse.ts';

const NOTHING = { args: [], options: {} };

/**
 * Parses arguments in which nothing is wrong, with what Node has built in: loading commander takes
 * a quarter of a Node start. Whatever isn't plainly right is left to commander, which also says
 * what is wrong with it.
 * @returns nothing when commander has to look
 */
export function quickParse(declaration: CommandDeclaration, argv: readonly string[]): Parsed | undefined {
  // A command alone has nothing to parse.
  if (argv.join() === declaration.name && fits([], declaration)) return { command: declaration, invocation: NOTHING };
  const words = argv.filter((word) => !word.startsWith('-'));
  const named = declaration.subcommands?.find(({ name }) => name === words.slice(0, 2).join(' '));
  const command = named ?? declaration;
  if (named && argv.slice(0, argv.indexOf(lastWord(named.name))).some(isOwnOption)) return undefined;
  const declared = [...GLOBAL_OPTIONS, ...command.options];
  const found = understood(argv, declared);
  if (!found) return undefined;
  // A subcommand that stands behind an option would be taken for an argument.
  const isMisplaced = (word: string) => declaration.subcommands?.some(({ name }) => lastWord(name) === word) ?? false;
  const names = command.name.split(' ').filter(Boolean);
  if (found.positionals.slice(names.length).some(isMisplaced)) return undefined;
  if (found.positionals.slice(0, names.length).join(' ') !== command.name) return undefined;
  const args = found.positionals.slice(names.length);
  return fits(args, command) ? { command, invocation: { args, options: found.options } } : undefined;
}

// In front of a subcommand it belongs to the command, which may not have it.
function isOwnOption(word: string): boolean {
  return word.startsWith('-') && !GLOBAL_OPTIONS.some((option) => flagOf(option) === word);
}

function understood(argv: readonly string[], declared: readonly OptionDeclaration[]) {
  try {
    const { values, positionals, tokens } = parseArgs({
      args: [...argv],
      options: Object.fromEntries(declared.map(toNode)),
      allowPositionals: true,
      allowNegative: true,
      tokens: true,
    });
    // With every `--no-save` comes a `--save` that may not be declared, and the other way round.
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

// A list may be given at once, with commas.
function split(value: unknown): unknown {
  return Array.isArray(value) ? value.flatMap((one: string) => one.split(',')) : value;
}

function fits(args: readonly string[], { arguments: declared = [] }: CommandDeclaration): boolean {
  const needed = declared.filter(({ syntax }) => syntax.startsWith('<')).length;
  return args.length >= needed && args.length <= declared.length;
}
