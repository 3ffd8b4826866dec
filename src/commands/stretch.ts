import { JSON_OPTION, type CommandDeclaration, type Invocation } from '../command.ts';
import type { Routine, Stretch, StretchesContent } from '../content/session-types.ts';
import type { Context } from '../context.ts';
import { CannotError, UsageError } from '../errors.ts';
import { partsOf, type Script, secondsOf, stepsOf } from '../session/script.ts';
import { nearest } from '../text/nearest.ts';
import { stretchesDocument, stretchesOf, stretchLines, stretchListLines } from '../views/stretch.ts';
import { settleCutOff } from './session/cut-off.ts';
import { inkOf } from './session/ink.ts';
import { mannerOf, readNumber, SESSION_OPTIONS } from './session/options.ts';
import { lookBack, type Past } from './session/past.ts';
import type { Plan } from './session/plan.ts';
import { runSession, takeUp } from './session/run.ts';
import { decide, warningsFor } from './session/warnings.ts';

export const command: CommandDeclaration = {
  name: 'stretch',
  summary: 'gentle stretches, guided step by step; or to read',
  description: [
    'Guides stretches hands-free, with time to get down, a word before each change, and both sides for the same time. Without a name it takes the routine that suits this day of the episode.',
  ],
  arguments: [{ syntax: '[name]', description: 'a stretch, or a routine: see --list' }],
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

/** Stretches to be done together, under one name. */
interface Choice {
  readonly name: string;
  readonly stretches: readonly Stretch[];
  /** The routine that it is, or that it is taken from. */
  readonly routine: Routine;
}

async function run({ args, options }: Invocation, context: Context): Promise<void> {
  const content = context.content.stretches();
  const named = args[0] === undefined ? undefined : choiceNamed(content, args[0]);
  const rounds = readRounds(options, named?.stretches ?? content.stretches);
  if (options['json']) return printJson(context, content, named);
  if (options['list']) return context.print(stretchListLines(context.page, content));
  if (options['print']) return print(context, named ?? suiting(content, lookBack(context)));
  const manner = mannerOf(options);
  const equipment = await context.equipment();
  const cut = await settleCutOff(context, equipment);
  if (cut) return takeUp(context, equipment, cut, manner);
  const past = lookBack(context);
  const chosen = named ?? suiting(content, past);
  refuse(chosen, past);
  await decide(
    context,
    warningsFor(chosen.routine.therapy, past, equipment.kept.running(), undefined, equipment.clock.now()),
  );
  const choices = { slow: Boolean(options['slow']), ...(rounds !== undefined && { rounds }) };
  await runSession(context, equipment, planOf(content, chosen, choices), manner);
}

function choiceNamed({ stretches, routines }: StretchesContent, typed: string): Choice {
  const id = typed.toLowerCase();
  const stretch = stretches.find((one) => one.id === id);
  const routine = routines.find((one) => one.id === id || one.stretches.includes(id));
  if (stretch && routine) return { name: stretch.name, stretches: [stretch], routine };
  if (routine) return { name: routine.name, stretches: stretchesOf(routine, stretches), routine };
  const known = [...stretches, ...routines].map((one) => one.id);
  throw new UsageError(`there is no stretch or routine "${typed}"${nearest(id, known)}`, {
    code: 'unknown-stretch',
    hint: 'unspasm stretch --list names them',
  });
}

function suiting({ stretches, routines }: StretchesContent, { today }: Past): Choice {
  const phase = today.episode?.phase ?? 'none';
  const routine = routines.find(({ suits }) => suits.includes(phase)) ?? routines[0]!;
  return { name: routine.name, stretches: stretchesOf(routine, stretches), routine };
}

// What is refused in a phase is refused part by part, too.
function refuse({ routine: { refused } }: Choice, { today }: Past): void {
  if (!refused || refused.in !== today.episode?.phase) return;
  throw new CannotError(refused.why, { code: 'not-in-this-phase', hint: `now: ${refused.instead}` });
}

// Each stretch has a range of its own; what is done together takes what all of them allow.
function readRounds(options: Invocation['options'], stretches: readonly Stretch[]): number | undefined {
  const min = Math.min(...stretches.map(({ rounds }) => rounds?.min ?? 1));
  const max = Math.max(...stretches.map(({ rounds }) => rounds?.max ?? 1));
  return readNumber(options, 'rounds', { min, max }, '');
}

function planOf(
  content: StretchesContent,
  { name, stretches, routine: { therapy } }: Choice,
  choices: { readonly slow: boolean; readonly rounds?: number },
): Plan {
  const steps = stepsOf(stretches, choices);
  const { end } = content;
  const script: Script = { therapy, name, parts: partsOf(stretches), steps, goesOnAsleep: false, end };
  return { script, planned: secondsOf(steps) * 1000, namesParts: true, notes: [] };
}

function print(context: Context, { stretches }: Choice): void {
  const { content, page } = context;
  const [poses, sources, ink] = [content.poses(), content.sources(), inkOf(context)];
  context.print(stretches.flatMap((stretch) => ['', ...stretchLines(page, stretch, poses, sources, ink)]));
}

function printJson({ content, printJson: write }: Context, all: StretchesContent, named: Choice | undefined): void {
  const routines = named
    ? [named.routine].filter(({ stretches }) => stretches.length === named.stretches.length)
    : all.routines;
  write(stretchesDocument(named?.stretches ?? all.stretches, routines, content.sources()));
}
