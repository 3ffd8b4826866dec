import { Command, CommanderError } from 'commander';
import { GLOBAL_OPTIONS, type CommandDeclaration, type Invocation } from './command.ts';
import { UsageError } from './errors.ts';

/** Parses the arguments as the command declares them. @throws UsageError for what it doesn't declare */
export function parse(declaration: CommandDeclaration, argv: readonly string[]): Invocation {
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
