import { JSON_OPTION, type Candidate, type CommandDeclaration, type Invocation } from '../../app/command.ts';
import type { StretchesContent } from '../../content/session-types.ts';
import type { Context } from '../../app/context.ts';
import { stretchesDocument, stretchLines, stretchListLines } from '../views/stretch.ts';
import { inkOf } from '../run/ink.ts';
import { SESSION_OPTIONS } from '../run/flags.ts';
import { type Choice, choiceNamed, readRounds, suitingNow } from './stretch-choice.ts';

export const command: CommandDeclaration = {
  name: 'stretch',
  summary: 'gentle stretches, guided step by step; or to read',
  description: [
    'Guides stretches hands-free, with time to get down, a word before each change, and both sides for the same time. Without a name it takes the routine that suits this day of the episode.',
  ],
  arguments: [{ syntax: '[name]', description: 'a stretch, or a routine: see --list', values: names }],
  options: [
    { flags: '--list', description: 'the routines and the stretches' },
    { flags: '--print', description: 'to read: steps, picture, when to stop, sources' },
    { flags: '--rounds <n>', description: 'how often each is done' },
    { flags: '--slow', description: 'more time to get down, to change over, and to breathe' },
    { flags: '--no-motion', description: 'figures that stand still' },
    ...SESSION_OPTIONS,
    JSON_OPTION,
  ],
  examples: [
    { command: 'unspasm stretch', does: 'the routine that suits this day' },
    { command: 'unspasm stretch --list', does: 'what there is' },
    { command: 'unspasm stretch cat-cow --print', does: 'one of them, to read' },
  ],
  seeAlso: ['unspasm guide stretches', 'unspasm rest', 'unspasm status'],
  run,
};

function names({ content }: Context): Candidate[] {
  const { routines, stretches } = content.stretches();
  return [...routines, ...stretches].map(({ id, name }) => ({ value: id, description: name }));
}

async function run(invocation: Invocation, context: Context): Promise<void> {
  const { args, options } = invocation;
  const content = context.content.stretches();
  const named = args[0] === undefined ? undefined : choiceNamed(content, args[0]);
  const rounds = readRounds(options, named?.stretches ?? content.stretches);
  if (options['json']) return printJson(context, content, named);
  if (options['list']) return context.print(stretchListLines(context.page, content));
  if (options['print']) return print(context, named ?? (await suitingNow(context, content)));
  const { guide } = await import('./stretch-guide.ts');
  await guide(context, options, named, rounds);
}

function print(context: Context, { stretches }: Choice): void {
  const { content, page } = context;
  const [poses, sources, ink] = [content.poses(), content.sources(), inkOf(context)];
  context.print(stretches.flatMap((stretch) => ['', ...stretchLines(page, stretch, poses, sources, ink)]));
}

function printJson({ content, printJson: write }: Context, all: StretchesContent, named: Choice | undefined): void {
  const isWhole = named && named.stretches.length === named.routine.stretches.length;
  const routines = named ? (isWhole ? [named.routine] : []) : all.routines;
  write(stretchesDocument(named?.stretches ?? all.stretches, routines, content.sources()));
}
