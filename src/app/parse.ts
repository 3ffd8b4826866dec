import { Command, CommanderError } from 'commander';
import {
  flagOf,
  lastWord,
  optionName,
  takesValue,
  GLOBAL_OPTIONS,
  type CommandDeclaration,
  type Invocation,
  type LoadedCommand,
  type OptionDeclaration,
} from './command.ts';
import { UsageError } from '../errors.ts';
import { didYouMean } from '../text/did-you-mean.ts';

/** What was typed: the command or subcommand, with its arguments and options. */
export interface Parsed {
  readonly command: CommandDeclaration;
  readonly invocation: Invocation;
}

/** Parses the arguments as the command declares them. @throws UsageError for what it doesn't declare */
export function parse(declaration: LoadedCommand, argv: readonly string[]): Parsed {
  const program = new Command('unspasm');
  if (declaration.name !== '') withOptions(program, []);
  let parsed: Parsed | undefined;
  const onParsed = (command: CommandDeclaration) => (found: Command) => {
    const options = typedOptions(found);
    rejectUnknownOptions(command, Object.keys(options));
    parsed = { command, invocation: { args: found.args, options } };
  };
  const top = declaration.name === '' ? program : program.command(declaration.name);
  const { subcommands, ...own } = declaration;
  rejectOptionsAsValues([own, ...subcommands], argv);
  declare(top, own, onParsed);
  // A subcommand is declared by its full name: "log list".
  for (const sub of subcommands) declare(top.command(lastWord(sub.name)), sub, onParsed);
  try {
    program.parse([...argv], { from: 'user' });
  } catch (error) {
    throw usageError(error, declaration, argv);
  }
  return parsed!;
}

type OnParsed = (command: CommandDeclaration) => (found: Command) => void;

function declare(command: Command, declaration: CommandDeclaration, onParsed: OnParsed): void {
  withOptions(command, declaration.options);
  for (const { syntax, description } of declaration.arguments ?? []) command.argument(syntax, description);
  command.action(() => onParsed(declaration)(command));
}

function addOption(command: Command, { flags, description, list, repeats }: OptionDeclaration): void {
  if (!list && !repeats) command.option(flags, description);
  else
    command.option(flags, description, (typed: string, before?: string[]) => [
      ...(before ?? []),
      ...(list ? typed.split(',') : [typed]),
    ]);
}

// Errors are reported in one place, and help is text from the build. An option belongs to the command that it follows:
// an option of `log` means nothing to `log list`.
function withOptions(command: Command, options: readonly OptionDeclaration[]): void {
  [...GLOBAL_OPTIONS, ...options].forEach((option) => addOption(command, option));
  command
    .enablePositionalOptions()
    .allowExcessArguments(false)
    .exitOverride()
    .helpOption(false)
    .helpCommand(false)
    .configureOutput({ writeOut: () => {}, writeErr: () => {} });
}

// Commander reports an absent --color or --input as its default. Here only what was typed counts, before the command or
// after it; with commander's own merging a default of `unspasm` would override what follows `log`.
function typedOptions(command: Command): Record<string, unknown> {
  const before = command.parent ? typedOptions(command.parent) : {};
  const own = Object.entries(command.opts()).filter(([name]) => command.getOptionValueSource(name) === 'cli');
  return { ...before, ...Object.fromEntries(own.map(([name, value]) => [kebab(name), value])) };
}

// In `log --limited list` it isn't clear whether `log` or `log list` was meant.
function rejectUnknownOptions({ name, options }: CommandDeclaration, typed: readonly string[]): void {
  const known = new Set([...GLOBAL_OPTIONS, ...options].map(optionName));
  const foreign = typed.find((one) => !known.has(one));
  if (foreign === undefined) return;
  throw new UsageError(`"${name}" has no option --${foreign}`, {
    code: 'unknown-option',
    hint: `to see its options, run: unspasm help ${name}`,
  });
}

// Commander takes the next option for the value: after `--note $TEXT --json` with an empty variable, "--json" was the note.
function rejectOptionsAsValues(commands: readonly CommandDeclaration[], argv: readonly string[]): void {
  const options = [...GLOBAL_OPTIONS, ...commands.flatMap((command) => command.options)];
  const flags = new Set(options.map(flagOf));
  const takers = new Set(options.filter(takesValue).map(flagOf));
  const typed = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
  const at = typed.findIndex((word, index) => takers.has(word) && flags.has(typed[index + 1] ?? ''));
  if (at < 0) return;
  const [option, next] = [typed[at]!, typed[at + 1]!];
  throw new UsageError(`${option} has no value`, {
    code: 'option-missing-argument',
    hint: `write one after it; if ${next} is the value, write ${option}=${next}`,
  });
}

// Commander calls "--keep-awake" keepAwake; here an option has the name that is typed.
function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

const DASHED = 'to use words that begin with -, write -- before them';

function usageError(error: unknown, declaration: LoadedCommand, argv: readonly string[]): unknown {
  if (!(error instanceof CommanderError)) return error;
  const { subcommands, arguments: own = [] } = declaration;
  const words = argv.filter((word) => !word.startsWith('-'));
  const named = subcommands.find(({ name }) => name === words.slice(0, 2).join(' '));
  const hint = `for help, run: ${`unspasm help ${(named ?? declaration).name}`.trim()}`;
  // A command without arguments of its own was given a subcommand that doesn't exist.
  if (!named && own.length === 0 && subcommands.length > 0 && words.length > 1) {
    const close = didYouMean(
      words[1]!,
      subcommands.map(({ name }) => lastWord(name)),
    );
    return new UsageError(`unknown command: "${words.slice(0, 2).join(' ')}"${close}`, {
      code: 'unknown-command',
      hint,
    });
  }
  const isUnknown = error.code === 'commander.unknownOption';
  const [, negative] = /'(-\d[^']*)'/.exec(error.message) ?? [];
  if (isUnknown && negative !== undefined) {
    return new UsageError(`${negative} is less than 0`, { code: 'negative-number', hint: `use 0 or more; ${hint}` });
  }
  const takesWords = (named ?? declaration).arguments?.at(-1)?.syntax.includes('...');
  const isDashed = isUnknown && /'-[^-]/.test(error.message);
  const ahead = isDashed && takesWords ? `${DASHED}; ` : '';
  const message = error.message.replace(/^error: /, '').replace(/\n\(Did you mean (.+)\?\)/s, ' (did you mean $1?)');
  return new UsageError(explained(message, (named ?? declaration).arguments), {
    code: kebab(error.code.replace('commander.', '')),
    hint: ahead + hint,
  });
}

// The message for a missing argument says what the argument is.
function explained(message: string, declared: CommandDeclaration['arguments'] = []): string {
  const [, name] = /^missing required argument '(.+)'$/.exec(message) ?? [];
  const missing = declared.find(({ syntax }) => syntax === `<${name}>`);
  return missing ? `${message}: ${missing.description}` : message;
}
