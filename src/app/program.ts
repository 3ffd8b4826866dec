import { join } from 'node:path';
import {
  flagOf,
  GLOBAL_OPTIONS,
  JSON_OPTION,
  loadWhole,
  type CommandDeclaration,
  type LoadedCommand,
} from './command.ts';
import type { Content } from '../content/content.ts';
import { createContext } from './context.ts';
import type { CommandEnd } from './dialogue.ts';
import { carryOut } from './carry-out.ts';
import { UsageError } from '../errors.ts';
import type { WordsKind } from '../guide/commands/words.ts';
import { HELP_TOPICS } from '../help/topics.ts';
import type { Parsed } from './parse.ts';
import { quickParse } from './quick-parse.ts';
import type { Runtime } from '../runtime.ts';
import type { CommandName } from '../sessions/core/commands.ts';
import { openContent } from '../system/content.ts';
import { ownValue } from '../text/own-value.ts';
import { didYouMean } from '../text/did-you-mean.ts';

type Load = () => Promise<{ command: CommandDeclaration }>;

/** Every command except those of the therapies, in the order of the help page. Its code is loaded when it runs. */
export const COMMANDS: Readonly<Record<string, Load>> = {
  triage: () => import('../triage/commands/triage.ts'),
  today: () => import('../today/commands/today.ts'),
  stretch: () => import('../sessions/commands/stretch.ts'),
  status: () => import('../sessions/commands/status.ts'),
  stop: steering('stop'),
  pause: steering('pause'),
  resume: steering('resume'),
  done: steering('done'),
  extend: steering('extend'),
  attach: () => import('../sessions/commands/attach.ts'),
  remind: () => import('../sessions/commands/remind.ts'),
  log: () => import('../journal/commands/log.ts'),
  exercise: () => import('../journal/commands/exercise.ts'),
  plan: () => import('../plan/commands/plan.ts'),
  breaks: () => import('../breaks/commands/breaks.ts'),
  report: () => import('../report/commands/report.ts'),
  rest: () => import('../guide/commands/rest.ts'),
  medicines: () => import('../guide/commands/medicines.ts'),
  guide: () => import('../guide/commands/guide.ts'),
  faq: () => import('../guide/commands/faq.ts'),
  profile: () => import('../profile/commands/profile.ts'),
  config: () => import('../settings/commands/config.ts'),
  init: () => import('../sessions/commands/init.ts'),
  completion: () => import('../completion/commands/completion.ts'),
};

// They are alike, and share a file.
function steering(name: CommandName): Load {
  return async () => ({ command: (await import('../sessions/commands/steering.ts')).STEERING[name] });
}

/** Commands that the program starts itself. Help pages and completion don't mention them. */
const HIDDEN: Readonly<Record<string, Load>> = {
  __session: () => import('../sessions/commands/take-over.ts'),
  __remind: async () => ({ command: (await import('../sessions/commands/remind.ts')).waiting }),
};

/** What runs when no command is named. */
export const HOME: Load = () => import('../today/commands/home.ts');

/** How the program was started. */
interface Launch {
  readonly root: string;
  readonly runtime: Runtime;
  /** The command was chosen in a dialogue of another one. */
  readonly inDialogue: boolean;
  /** Something waits for its end, such as a menu. */
  readonly leadsBack: boolean;
}

/**
 * Runs the command that the arguments name.
 * @param below how it was chosen in a dialogue of another command
 * @throws UsageError for what can't be understood
 */
export async function run(
  argv: readonly string[],
  root: string,
  runtime: Runtime,
  below?: Pick<Launch, 'leadsBack'>,
): Promise<CommandEnd> {
  const launch = { root, runtime, inDialogue: below !== undefined, leadsBack: below?.leadsBack ?? false };
  const named = await loadCommand(argv, root);
  try {
    return await start(named, argv, launch);
  } catch (error) {
    const words = await wordsInstead(error, named, argv);
    if (!words) throw error;
    return start(words, argv, launch);
  }
}

async function start(named: Named, argv: readonly string[], launch: Launch): Promise<CommandEnd> {
  const { root, runtime, leadsBack } = launch;
  const { command, invocation } = await parseInvocation(named.command, named.argv);
  const context = await createContext({
    ...launch,
    flags: invocation.options,
    withoutInput: command.withoutInput ?? `for help, run: unspasm help ${command.name}`,
    start: (typed, back) => run([...typed.split(' '), ...globalFlags(argv)], root, runtime, { leadsBack: back }),
  });
  try {
    return await carryOut(command, invocation, context, leadsBack);
  } finally {
    context.close();
  }
}

/** Options that ask for help: with one of these, words are not a question. */
const HELP: ReadonlySet<string> = new Set(['-h', '--help']);

interface Named {
  readonly command: CommandDeclaration;
  /** The arguments, with the command's own name. */
  readonly argv: readonly string[];
}

async function loadCommand(argv: readonly string[], root: string): Promise<Named> {
  const words = argv.filter((word) => !word.startsWith('-'));
  const [name] = words;
  if (name === undefined) return { command: (await HOME()).command, argv };
  const content = openContent(join(root, 'data'));
  const command = await findCommand(name, content);
  if (command) return { command, argv };
  // "diary 6 stiff" is an entry, as "log 6 stiff" is; "sleep 3 hours" doesn't ask for a position to lie in.
  if (/^\d/.test(words[1] ?? '') && meantCommand(name, content) === 'log')
    return { command: (await findCommand('log', content))!, argv: argv.with(argv.indexOf(name), 'log') };
  const meant = meantCommand(words.join(' '), content);
  if (meant !== undefined) return { command: (await findCommand(meant, content))!, argv: [meant, ...optionsOf(argv)] };
  const therapies = content.therapies().therapies.map(({ id }) => id);
  const commands = [...Object.keys(COMMANDS), ...therapies];
  const unknown = () => unknownCommand(name, argv, commands);
  if (name.trim() === '' || argv.some((word) => HELP.has(word))) throw unknown();
  const { wordsCommand } = await import('../guide/commands/words.ts');
  return { command: wordsCommand(unknown, isSlip(words, commands) ? 'slip' : 'sentence'), argv };
}

/** What a command says of words that it can't take: with one of these it has done nothing yet. */
const NOT_TAKEN: ReadonlySet<string> = new Set([
  'excess-arguments',
  'unknown-command',
  'unknown-topic',
  'unknown-stretch',
  'not-a-length',
  'bad-pain',
  'bad-exercise',
  'not-exercise',
]);

/** What words after these commands were meant to be: two topics of the guide are no question. */
const KINDS: Readonly<Record<string, WordsKind>> = { log: 'entry', guide: 'slip' };

/** The same by the code of an error, where a command has several. */
const KINDS_BY_CODE: Readonly<Record<string, WordsKind>> = { 'bad-exercise': 'entry', 'not-exercise': 'unlogged' };

/** A line of this many words reads as a sentence: "ice or heat". */
const SENTENCE = 3;

// "walk is impossible, both legs numb" begins with the name of a command, but isn't one.
async function wordsInstead(error: unknown, { command }: Named, argv: readonly string[]): Promise<Named | undefined> {
  if (!(error instanceof UsageError) || !NOT_TAKEN.has(error.code) || command.name === '') return undefined;
  const options = new Set([...GLOBAL_OPTIONS, JSON_OPTION].map(flagOf));
  if (optionsOf(argv).some((option) => !options.has(option))) return undefined;
  const words = argv
    .filter((word) => !word.startsWith('-'))
    .join(' ')
    .trim();
  if (words.split(/\s+/).length < SENTENCE) return undefined;
  const { wordsCommand } = await import('../guide/commands/words.ts');
  // What was meant for the journal was not kept: that has to be said, whatever else is.
  const kind = ownValue(KINDS_BY_CODE, error.code) ?? ownValue(KINDS, command.name) ?? 'arguments';
  return { command: wordsCommand(() => error, kind), argv };
}

// Another word for a command, typed alone: "meds", "help me".
function meantCommand(words: string, content: Content): string | undefined {
  const typed = words
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
  return content.alsoCalled().find((one) => one.words.includes(typed))?.command;
}

function optionsOf(argv: readonly string[]): string[] {
  return argv.filter((word) => word.startsWith('-'));
}

// A misspelt command or topic is not a sentence; three words are one, but not "lgo 6 stiff".
function isSlip(words: readonly string[], commands: readonly string[]): boolean {
  const [name = '', next = ''] = words;
  if (name === 'help') return true;
  return didYouMean(name, commands) !== '' && !name.includes(' ') && (words.length < 3 || /^\d/.test(next));
}

/** The command of this name; undefined where there is none. */
export async function findCommand(name: string, content: Content): Promise<CommandDeclaration | undefined> {
  const load = ownValue(COMMANDS, name) ?? ownValue(HIDDEN, name);
  if (load) return (await load()).command;
  return (await loadTherapies(content)).find((therapy) => therapy.name === name);
}

/** Every command, in the order of the help page: therapies come right after the check and today's page. */
export async function allCommands(content: Content): Promise<LoadedCommand[]> {
  const modules = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const [triage, today, ...others] = modules.map(({ command }) => command);
  return Promise.all([triage!, today!, ...(await loadTherapies(content)), ...others].map(loadWhole));
}

// A therapy is data: a new one needs no code.
async function loadTherapies(content: Content): Promise<CommandDeclaration[]> {
  const { therapyCommand } = await import('../sessions/commands/therapy.ts');
  return content.therapies().therapies.map(therapyCommand);
}

function unknownCommand(name: string, argv: readonly string[], commands: readonly string[]): UsageError {
  const isHelp = name === 'help';
  const words = argv.filter((word) => !word.startsWith('-'));
  const topic = isHelp ? words.slice(1).join(' ') : name;
  const known = [...commands, 'help', ...(isHelp ? Object.keys(HELP_TOPICS) : [])];
  const message = isHelp ? `there is no help on "${topic}"` : `unknown command: "${name}"`;
  return new UsageError(message + didYouMean(topic, known), {
    code: 'unknown-command',
    hint: 'to see all commands, run: unspasm help',
  });
}

async function parseInvocation(command: CommandDeclaration, argv: readonly string[]): Promise<Parsed> {
  const parsed = await quickParse(command, argv);
  if (parsed) return parsed;
  const { parse } = await import('./parse.ts');
  return parse(await loadWhole(command), argv);
}

// Options about the terminal also apply to the command that follows.
function globalFlags(argv: readonly string[]): string[] {
  const flags = new Set(GLOBAL_OPTIONS.map(flagOf));
  return argv.filter((word) => flags.has(word));
}
