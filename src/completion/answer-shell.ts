import { GLOBAL_OPTIONS, loadWhole, type Candidate, type CommandDeclaration } from '../app/command.ts';
import { createContext, type Context } from '../app/context.ts';
import { HELP_TOPICS } from '../help/topics.ts';
import { allCommands, findCommand } from '../app/program.ts';
import type { Runtime } from '../runtime.ts';
import { excerpt } from '../text/excerpt.ts';
import { sanitize } from '../text/sanitize.ts';
import { commandCandidate, NOTHING, offerFor, type Offer } from './offer.ts';

const HELP = 'help';
const VERSION = { flags: '--version', description: 'show the version' };

/**
 * Answers a script of `unspasm completion`: writes what can be typed next.
 * @param asked `-- WORDS`: what was typed after `unspasm`, the last word being the one to complete; `--next -- WORDS`
 *   where that word is still empty, for shells that can't pass an empty word
 * @returns the exit code. Whatever goes wrong, nothing is printed, as it would appear in the line that is being typed.
 */
export async function answerShell(asked: readonly string[], root: string, runtime: Runtime): Promise<number> {
  try {
    const context = await createContext({
      root,
      runtime,
      flags: {},
      withoutInput: '',
      start: () => Promise.resolve('over' as const),
      inDialogue: false,
    });
    context.print(offerLines(await offer(typedWords(asked), context)));
    return 0;
  } catch {
    return 1;
  }
}

// PowerShell may have swallowed the `--`.
function typedWords(asked: readonly string[]): string[] {
  const isNext = asked[0] === '--next';
  const rest = isNext ? asked.slice(1) : asked;
  const words = rest[0] === '--' ? rest.slice(1) : rest;
  return isNext ? [...words, ''] : [...words];
}

async function offer(typed: readonly string[], context: Context): Promise<Offer> {
  const [words, current] = [typed.slice(0, -1), typed.at(-1) ?? ''];
  const at = words.findIndex((word) => !word.startsWith('-'));
  if (at < 0)
    return current.startsWith('-')
      ? offerFor(program(), GLOBAL_OPTIONS, { words, current }, context)
      : offerCommands(context);
  const [name, ...rest] = words.slice(at);
  if (name === HELP) return offerTopics(rest, context);
  const command = await findCommand(name!, context.content);
  return command ? offerFor(command, GLOBAL_OPTIONS, { words: rest, current }, context) : NOTHING;
}

async function offerCommands({ content }: Context): Promise<Offer> {
  const commands = (await allCommands(content)).map(commandCandidate);
  return { candidates: [...commands, { value: HELP, description: 'how to use a command' }], files: false };
}

async function offerTopics([name, ...more]: readonly string[], { content }: Context): Promise<Offer> {
  if (more.length > 0) return NOTHING;
  const command = name === undefined ? undefined : await findCommand(name, content);
  if (name !== undefined) {
    const { subcommands } = command ? await loadWhole(command) : { subcommands: [] };
    return { candidates: subcommands.map(commandCandidate), files: false };
  }
  const topics = Object.entries(HELP_TOPICS).map(([value, { title }]) => ({ value, description: title }));
  return { candidates: [...(await allCommands(content)).map(commandCandidate), ...topics], files: false };
}

// What can be typed before any command.
function program(): CommandDeclaration {
  return { name: '', summary: '', description: [], options: [VERSION], examples: [], run: () => {} };
}

/** Longer descriptions leave no room for others. */
const LONGEST = 60;
const FILES = ':files';

/**
 * An offer as the scripts read it: one line per candidate, its value and its description with a tab between them. The
 * line `:files` asks the shell to offer files as well.
 */
export function offerLines({ candidates, files }: Offer): string[] {
  const unique = new Map(candidates.filter(isPlain).map((one) => [one.value, one]));
  return [...[...unique.values()].map(toLine), ...(files ? [FILES] : [])];
}

// A shell puts the value on its command line, so it may contain nothing that has a meaning there.
function isPlain({ value }: Candidate): boolean {
  return /^[\w-][\w.,=+@-]*$/.test(value);
}

function toLine({ value, description }: Candidate): string {
  const text = excerpt(sanitize(description ?? ''), LONGEST);
  return text === '' ? value : `${value}\t${text}`;
}
