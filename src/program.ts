import { join } from 'node:path';
import { GLOBAL_OPTIONS, type CommandDeclaration } from './command.ts';
import { createContext } from './context.ts';
import { UsageError } from './errors.ts';
import { HELP_TOPICS } from './help/topics.ts';
import type { Parsed } from './parse.ts';
import { quickParse } from './quick-parse.ts';
import { openContent } from './system/content.ts';
import { nearest } from './text/nearest.ts';

type Load = () => Promise<{ command: CommandDeclaration }>;

/** Every command beside those of the therapies, in the order of the help page. Its code is loaded when it runs. */
export const COMMANDS: Readonly<Record<string, Load>> = {
  triage: () => import('./commands/triage.ts'),
  today: () => import('./commands/today.ts'),
  stretch: () => import('./commands/stretch.ts'),
  status: () => import('./commands/status.ts'),
  log: () => import('./commands/log.ts'),
  report: () => import('./commands/report.ts'),
  rest: () => import('./commands/rest.ts'),
  medicines: () => import('./commands/medicines.ts'),
  guide: () => import('./commands/guide.ts'),
  faq: () => import('./commands/faq.ts'),
  config: () => import('./commands/config.ts'),
};

/** What runs when no command is named. */
export const HOME: Load = () => import('./commands/home.ts');

/** Runs the command that the arguments name. @throws UsageError for what can't be understood */
export async function run(argv: readonly string[], root: string): Promise<void> {
  const loaded = await loadCommand(argv, root);
  const { command, invocation } = await understand(loaded.command, argv);
  const context = await createContext({
    root,
    flags: invocation.options,
    withoutInput: command.withoutInput ?? `see: unspasm help ${command.name}`,
    start: (name) => run([name, ...globalFlags(argv)], root),
  });
  try {
    await command.run(invocation, context);
  } finally {
    context.close();
  }
}

async function loadCommand(argv: readonly string[], root: string): ReturnType<Load> {
  const name = argv.find((word) => !word.startsWith('-'));
  if (name === undefined) return HOME();
  if (Object.hasOwn(COMMANDS, name)) return COMMANDS[name]!();
  const therapies = await loadTherapies(root);
  const command = therapies.find((therapy) => therapy.name === name);
  if (command) return { command };
  throw unknownCommand(name, argv, [...Object.keys(COMMANDS), ...therapies.map((therapy) => therapy.name)]);
}

// A therapy is data: a new one needs no code.
async function loadTherapies(root: string): Promise<CommandDeclaration[]> {
  const { therapyCommand } = await import('./commands/therapy.ts');
  return openContent(join(root, 'data')).therapies().therapies.map(therapyCommand);
}

function unknownCommand(name: string, argv: readonly string[], commands: readonly string[]): UsageError {
  const isHelp = name === 'help';
  const words = argv.filter((word) => !word.startsWith('-'));
  const topic = isHelp ? words.slice(1).join(' ') : name;
  const known = [...commands, 'help', ...(isHelp ? Object.keys(HELP_TOPICS) : [])];
  const message = isHelp ? `no help on "${topic}"` : `unknown command: "${name}"`;
  return new UsageError(message + nearest(topic, known), {
    code: 'unknown-command',
    hint: 'unspasm help lists the commands',
  });
}

async function understand(command: CommandDeclaration, argv: readonly string[]): Promise<Parsed> {
  const parsed = quickParse(command, argv);
  if (parsed) return parsed;
  const { parse } = await import('./parse.ts');
  return parse(command, argv);
}

// What was said about the terminal holds for the command that follows, too.
function globalFlags(argv: readonly string[]): string[] {
  const flags = new Set(GLOBAL_OPTIONS.map((option) => option.flags));
  return argv.filter((word) => flags.has(word));
}
