import { type Candidate, defineCommand, flag, JSON_FLAG, text, without } from '../../app/command.ts';
import type { StretchesContent } from '../../content/session-types.ts';
import type { Context } from '../../app/context.ts';
import { roundsRange, routineFor, type StretchChoice, stretchChoice } from '../core/stretch-choice.ts';
import { inkFor } from '../figure/inks.ts';
import { lookBack, phaseToStretchIn } from '../run/past.ts';
import { stretchesDocument, stretchLines, stretchListLines } from '../views/stretch.ts';
import { readNumber, SESSION_OPTIONS } from './options.ts';

export const command = defineCommand({
  name: 'stretch',
  summary: 'gentle stretches, guided step by step or to read',
  description: [
    'Guides you through stretches, hands-free. It gives you time to get down, tells you before each change, and holds both sides for the same time. Without a name, it picks the routine that suits this day of the episode.',
  ],
  arguments: [{ syntax: '[name]', description: 'a stretch or a routine (see --list)', values: names }],
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
    { command: 'unspasm stretch --list', does: 'list them all' },
    { command: 'unspasm stretch cat-cow --print', does: 'read one of them' },
    { command: 'unspasm stretch core', does: 'core exercises, at the level of your plan' },
  ],
  seeAlso: ['unspasm plan', 'unspasm guide stretches', 'unspasm rest'],
  run: async ({ args, options }, context) => {
    const content = context.content.stretches();
    const named = args[0] === undefined ? undefined : stretchChoice(content, args[0]);
    // Each stretch has a range of its own, so that it can be checked only now.
    const range = roundsRange(named?.stretches ?? content.stretches);
    const rounds = options.rounds === undefined ? undefined : readNumber('rounds', options.rounds, range);
    const document = () => documentOf(context, content, named);
    if (options.json || options.list) return { document, lines: () => stretchListLines(context.page, content) };
    if (options.print) {
      const { stretches } = named ?? routineFor(content, phaseToStretchIn(await lookBack(context)));
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

function documentOf({ content }: Context, all: StretchesContent, named: StretchChoice | undefined): object {
  const isWhole = named && named.stretches.length === named.routine.stretches.length;
  const routines = named ? (isWhole ? [named.routine] : []) : all.routines;
  return stretchesDocument(named?.stretches ?? all.stretches, routines, content.sources());
}

function printedLines({ content, page, capabilities, settings }: Context, stretches: StretchChoice['stretches']) {
  const ink = inkFor(capabilities, settings);
  const look = { poses: content.poses(), sources: content.sources(), ink };
  return stretches.flatMap((stretch) => ['', ...stretchLines(page, stretch, look)]);
}
