import {
  flagOf,
  lastWord,
  loadWhole,
  takesValue,
  type Candidate,
  type CommandDeclaration,
  type OptionDeclaration,
  type Values,
} from '../app/command.ts';
import type { Context } from '../app/context.ts';
import { ownValue } from '../text/own-value.ts';
import { readTyped, splitOption, type Typed } from './typed.ts';

/** What can be typed next. The shell picks what fits the beginning of the word. */
export interface Offer {
  readonly candidates: readonly Candidate[];
  /** Names of files can be typed as well; the shell finds those. */
  readonly files: boolean;
}

export const NOTHING: Offer = { candidates: [], files: false };

const HELP: OptionDeclaration = { flags: '--help', description: 'show the help page' };

/**
 * What can be typed after a command.
 * @param words those between the name of the command and the cursor
 * @param current the beginning of the word at the cursor; empty where there is none
 * @param globals the options that every command takes
 */
export async function offerFor(
  command: CommandDeclaration,
  globals: readonly OptionDeclaration[],
  { words, current }: { readonly words: readonly string[]; readonly current: string },
  context: Context,
): Promise<Offer> {
  const sub = await ownValue(command.subcommands ?? {}, words[0] ?? '')?.();
  if (sub) return offerFor(sub.command, globals, { words: words.slice(1), current }, context);
  const options = [...command.options, ...globals, HELP];
  const typed = readTyped(words, options);
  if (typed.awaiting) return offerValues(typed.awaiting, '', current, typed.args, context);
  if (!typed.ended && current.startsWith('-')) return offerOption(options, typed, current, context);
  return offerArgument(command, options, typed, context);
}

async function offerOption(
  options: readonly OptionDeclaration[],
  typed: Typed,
  current: string,
  context: Context,
): Promise<Offer> {
  const [flag, value] = splitOption(current);
  if (value === undefined) return offerFlags(options, typed);
  const option = options.find((one) => flagOf(one) === flag && takesValue(one));
  return option ? offerValues(option, `${flag}=`, value, typed.args, context) : NOTHING;
}

function offerFlags(options: readonly OptionDeclaration[], { given, ended }: Typed): Offer {
  const open = ended ? [] : options.filter((one) => one.list || one.repeats || !given.has(flagOf(one)));
  return { candidates: open.map((one) => ({ value: flagOf(one), description: one.description })), files: false };
}

/** A command as it is offered: a subcommand by its last word. */
export function commandCandidate({ name, summary }: Pick<CommandDeclaration, 'name' | 'summary'>): Candidate {
  return { value: lastWord(name), description: summary };
}

// After `--area lower,` come the areas that aren't named yet.
async function offerValues(
  { flags, list, values }: OptionDeclaration,
  prefix: string,
  current: string,
  args: readonly string[],
  context: Context,
): Promise<Offer> {
  const before = list ? current.slice(0, current.lastIndexOf(',') + 1) : '';
  const named = before.split(',');
  const open = (await listValues(values, args, context)).filter(({ value }) => !named.includes(value));
  const candidates = open.map((one) => ({ ...one, value: prefix + before + one.value }));
  return { candidates, files: isFile(flags) };
}

// Where no argument is needed, or its values aren't known, options are offered.
async function offerArgument(
  command: CommandDeclaration,
  options: readonly OptionDeclaration[],
  typed: Typed,
  context: Context,
): Promise<Offer> {
  const { args, given, ended } = typed;
  const declared = command.arguments ?? [];
  const last = declared.at(-1);
  const argument = declared[args.length] ?? (last?.syntax.includes('...') ? last : undefined);
  const isFirst = args.length === 0 && given.size === 0 && !ended;
  const { subcommands } = isFirst ? await loadWhole(command) : { subcommands: [] };
  const candidates = [...subcommands.map(commandCandidate), ...(await listValues(argument?.values, args, context))];
  const files = argument !== undefined && isFile(argument.syntax);
  if (candidates.length > 0 || files) return { candidates, files };
  return argument?.syntax.startsWith('<') ? NOTHING : offerFlags(options, typed);
}

async function listValues(
  values: Values | undefined,
  args: readonly string[],
  context: Context,
): Promise<readonly Candidate[]> {
  if (typeof values === 'function') return values(context, args);
  return (values ?? []).map((value) => ({ value }));
}

function isFile(syntax: string): boolean {
  return /[<[]file[\]>]/.test(syntax);
}
