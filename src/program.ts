import { Command, CommanderError } from 'commander';
import { GLOBAL_OPTIONS, type CommandDeclaration, type Invocation } from './command.ts';
import { createContext } from './context.ts';
import { UsageError } from './errors.ts';
import { HELP_TOPICS } from './help/topics.ts';
import { nearest } from './text/nearest.ts';

type Load = () => Promise<{ command: CommandDeclaration }>;

/** Every command, in the order of the help page. Its code is loaded when it runs. */
export const COMMANDS: Readonly<Record<string, Load>> = {
  triage: () => import('./commands/triage.ts'),
  rest: () => import('./commands/rest.ts'),
  medicines: () => import('./commands/medicines.ts'),
  guide: () => import('./commands/guide.ts'),
};

/** What runs when no command is named. */
export const HOME: Load = () => import('./commands/home.ts');

/** Runs the command that the arguments name. @throws UsageError for what can't be understood */
export async function run(argv: readonly string[], root: string): Promise<void> {
  const { command } = await loadCommand(argv);
  const invocation = parse(command, argv);
  const context = await createContext({
    root,
    flags: invocation.options,
    withoutInput: command.withoutInput ?? `see: unspasm help ${command.name}`,
    commands: Object.keys(COMMANDS),
    start: (name) => run([name, ...globalFlags(argv)], root),
  });
  try {
    await command.run(invocation, context);
  } finally {
    context.close();
  }
}

function loadCommand(argv: readonly string[]): ReturnType<Load> {
  const name = argv.find((word) => !word.startsWith('-'));
  if (name === undefined) return HOME();
  const load = COMMANDS[name];
  if (load) return load();
  const known = [...Object.keys(COMMANDS), 'help', ...(name === 'help' ? Object.keys(HELP_TOPICS) : [])];
  const topic = name === 'help' ? (argv[argv.indexOf('help') + 1] ?? '') : name;
  const message = name === 'help' ? `no help on "${topic}"` : `unknown command: "${name}"`;
  throw new UsageError(message + nearest(topic, known), {
    code: 'unknown-command',
    hint: 'unspasm help lists the commands',
  });
}

/** Parses the arguments as the command declares them. */
function parse(declaration: CommandDeclaration, argv: readonly string[]): Invocation {
  const program = quiet(new Command('unspasm'));
  for (const { flags, description } of GLOBAL_OPTIONS) program.option(flags, description);
  const command = declaration.name === '' ? program : quiet(program.command(declaration.name));
  for (const { syntax, description } of declaration.arguments ?? []) command.argument(syntax, description);
  for (const { flags, description } of declaration.options) command.option(flags, description);
  command.allowExcessArguments(false).action(() => {});
  try {
    program.parse([...argv], { from: 'user' });
  } catch (error) {
    throw usageError(error, declaration);
  }
  // Commander reports an absent --color or --input as its default; only what was typed counts here.
  return { args: command.args, options: typedOptions(command) };
}

// Errors are thrown and told in one place; help is text from the build.
function quiet(command: Command): Command {
  return command
    .exitOverride()
    .helpOption(false)
    .helpCommand(false)
    .configureOutput({ writeOut: () => {}, writeErr: () => {} });
}

function typedOptions(command: Command): Record<string, unknown> {
  const options = command.optsWithGlobals();
  const typed = Object.keys(options).filter((name) => command.getOptionValueSourceWithGlobals(name) !== 'default');
  return Object.fromEntries(typed.map((name) => [name, options[name]]));
}

function usageError(error: unknown, { name }: CommandDeclaration): unknown {
  if (!(error instanceof CommanderError)) return error;
  const message = error.message.replace(/^error: /, '').replace(/\n\(Did you mean (.+)\?\)/s, ' (did you mean $1?)');
  return new UsageError(message, { code: error.code.replace('commander.', ''), hint: `unspasm help ${name}`.trim() });
}

// What was said about the terminal holds for the command that follows, too.
function globalFlags(argv: readonly string[]): string[] {
  const flags = new Set(GLOBAL_OPTIONS.map((option) => option.flags));
  return argv.filter((word) => flags.has(word));
}
