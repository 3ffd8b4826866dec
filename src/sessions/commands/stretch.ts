import { type Candidate, defineCommand, flag, JSON_FLAG, text, without } from '../../app/command.ts';
import type { StretchesContent } from '../../content/session-types.ts';
import type { Context } from '../../app/context.ts';
import { roundsRange, routineFor, type StretchChoice, stretchChoice, stretchId } from '../core/stretch-choice.ts';
import { inkFor } from '../figure/inks.ts';
import { OperationError, UsageError } from '../../errors.ts';
import { loadOwn, NO_OWN } from '../own/load.ts';
import type { OwnStretches } from '../own/own-stretches.ts';
import { lookBack, phaseToStretchIn } from '../run/past.ts';
import { stretchesDocument, stretchLines, stretchListLines } from '../views/stretch.ts';
import { readNumber, SESSION_OPTIONS } from './options.ts';

export const command = defineCommand({
  name: 'stretch',
  summary: 'gentle stretches, guided step by step or to read',
  description: [
    'Guides you through stretches, hands-free. It gives you time to get down, tells you before each change, and holds both sides for the same time. Without a name, it picks the routine that suits this day of the episode.',
    'You can add stretches and routines of your own in a file: see unspasm help own-stretches.',
  ],
  arguments: [
    { syntax: '[name...]', description: 'stretches and routines (see --list), one or several', values: names },
  ],
  exclusive: [['list', 'print']],
  options: {
    list: flag('list the routines and stretches'),
    print: flag('show the steps, the figure, when to stop and the sources'),
    rounds: text('<n>', 'how many times to do each one'),
    level: text('<n>', 'the level of the core exercises (default: the one of your plan)', levelValues),
    slow: flag('more time to get down, to change sides and to breathe'),
    motion: without("don't move the figures"),
    ...SESSION_OPTIONS,
    json: JSON_FLAG,
  },
  examples: [
    { command: 'unspasm stretch', does: 'the routine that suits this day' },
    { command: 'unspasm stretch cat-cow childs-pose', does: 'two of them, one after the other' },
    { command: 'unspasm stretch --list', does: 'list them all' },
    { command: 'unspasm stretch cat-cow --print', does: 'read one of them' },
    { command: 'unspasm stretch core', does: 'core exercises, at the level of your plan' },
  ],
  seeAlso: ['unspasm plan', 'unspasm guide stretches', 'unspasm help own-stretches'],
  run: async ({ args, options }, context) => {
    if (options.list && args.length > 0) {
      const hint = `leave it out, or leave out ${args[0]}`;
      throw new UsageError("--list doesn't take a name", { code: 'list-and-name', hint });
    }
    const builtIn = context.content.stretches();
    const isList = args.length === 0 && (options.list === true || options.json === true);
    const own = isList ? await ownOrNote(context) : await ownFor(context, args);
    const all = {
      stretches: [...builtIn.stretches, ...own.stretches],
      routines: [...builtIn.routines, ...own.routines],
    };
    const named = args.length === 0 ? undefined : stretchChoice(all, args);
    // Each stretch has a range of its own, so that it can be checked only now.
    const range = roundsRange(named?.stretches ?? builtIn.stretches);
    const rounds = options.rounds === undefined ? undefined : readNumber('rounds', options.rounds, range);
    const document = () => documentOf(context, builtIn, own, named);
    if (options.json || options.list) return { document, lines: () => stretchListLines(context.page, builtIn, own) };
    if (options.print) {
      const { stretches } = named ?? routineFor(builtIn, phaseToStretchIn(await lookBack(context)));
      return { document, lines: () => printedLines(context, stretches) };
    }
    const { guideStretches } = await import('./stretch-guide.ts');
    const { level } = options;
    return guideStretches(context, { named, rounds, level, slow: options.slow === true, options });
  },
});

function names({ content }: Context): Candidate[] {
  const { routines, stretches } = content.stretches();
  return [...routines, ...stretches].map(({ id, name }) => ({ value: id, description: name }));
}

function levelValues({ content }: Context): Candidate[] {
  return content.plan().core.levels.map(({ id }) => ({ value: id }));
}

function documentOf(
  { content }: Context,
  builtIn: StretchesContent,
  own: OwnStretches,
  named: StretchChoice | undefined,
): object {
  const isWhole = named && named.stretches.length === named.routine.stretches.length;
  const routines = named ? (isWhole ? [named.routine] : []) : [...builtIn.routines, ...own.routines];
  const stretches = named?.stretches ?? [...builtIn.stretches, ...own.stretches];
  return stretchesDocument({ stretches, routines, own }, content.sources());
}

/** The user's own stretches, if a name isn't one that is built in: somebody in pain isn't kept from those by a mistake there. */
async function ownFor(context: Context, args: readonly string[]): Promise<OwnStretches> {
  const { stretches, routines } = context.content.stretches();
  const builtIn = new Set([...stretches, ...routines].map(({ id }) => id));
  if (args.every((typed) => builtIn.has(stretchId(typed)))) return NO_OWN;
  return loadOwn(context);
}

/** The user's own stretches for the list, which is shown without them if there is a mistake in their file. */
async function ownOrNote(context: Context): Promise<OwnStretches> {
  try {
    return await loadOwn(context);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof OperationError)) throw error;
    context.note([`unspasm: ${error.message}`, ...error.details.map((line) => `  ${line}`), `  ${error.hint}`]);
    return NO_OWN;
  }
}

function printedLines({ content, page, capabilities, settings }: Context, stretches: StretchChoice['stretches']) {
  const ink = inkFor(capabilities, settings);
  const look = { poses: content.poses(), sources: content.sources(), ink };
  return stretches.flatMap((stretch) => ['', ...stretchLines(page, stretch, look)]);
}
