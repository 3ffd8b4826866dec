import type { Routine, Stretch, StretchesContent } from '../../content/session-types.ts';
import type { CoreLevel } from '../../content/plan-types.ts';
import { UsageError } from '../../errors.ts';
import { didYouMean } from '../../text/did-you-mean.ts';

/** Stretches to be done together, under one name. */
export interface StretchChoice {
  readonly name: string;
  readonly stretches: readonly Stretch[];
  /** The routine that they are, or that they are from. */
  readonly routine: Routine;
  /** The id of the level that it is done at, where it has levels. */
  readonly level?: string;
}

/** What can be chosen from: what is built in, and the user's own. */
export type Choosable = Pick<StretchesContent, 'stretches' | 'routines'>;

/** The id that a typed name stands for. */
export function stretchId(typed: string): string {
  return typed.trim().toLowerCase().replace(/['’]/g, '').replace(/\s+/g, '-');
}

/** The stretches and routines with these names, one after the other. @throws UsageError if there is none of a name */
export function stretchChoice(content: Choosable, typed: readonly string[]): StretchChoice {
  const [first, ...others] = typed.map((name) => oneChoice(content, name));
  return others.length === 0 ? first! : together([first!, ...others]);
}

function oneChoice({ stretches, routines }: Choosable, typed: string): StretchChoice {
  const id = stretchId(typed);
  const stretch = stretches.find((one) => one.id === id);
  const routine = routines.find((one) => one.id === id || one.stretches.includes(id));
  if (stretch) return { name: stretch.name, stretches: [stretch], routine: routine ?? routineOf(stretch) };
  if (routine) return wholeRoutine(routine, stretches);
  const known = [...stretches, ...routines].map((one) => one.id);
  throw new UsageError(`there is no stretch or routine "${typed}"${didYouMean(id, known)}`, {
    code: 'unknown-stretch',
    hint: 'to see them all, run: unspasm stretch --list',
  });
}

/** A routine of one stretch, for one that is in no other. */
function routineOf({ id, name }: Stretch): Routine {
  return { id, name, summary: '', stretches: [id], suits: [], therapy: 'stretch', sources: [] };
}

/** Several choices as one, each stretch once. What one of them is refused for holds for all. */
function together(choices: readonly StretchChoice[]): StretchChoice {
  const stretches = [
    ...new Map(choices.flatMap((one) => one.stretches).map((stretch) => [stretch.id, stretch])).values(),
  ];
  const name = choices.length === 2 ? choices.map((one) => one.name).join(', ') : `${choices[0]!.name} and others`;
  const refused = choices.find(({ routine }) => routine.refused)?.routine.refused;
  const isCore = choices.every(({ routine }) => routine.therapy === 'core');
  const routine: Routine = {
    id: stretches.map(({ id }) => id).join('+'),
    name,
    summary: '',
    stretches: stretches.map(({ id }) => id),
    suits: [],
    ...(refused && { refused }),
    therapy: isCore ? 'core' : 'stretch',
    sources: [],
  };
  return { name, stretches, routine };
}

/** The routine that suits a phase of an episode; `none` is the time without one. */
export function routineFor(
  { stretches, routines }: StretchesContent,
  phase: 'early' | 'later' | 'none',
): StretchChoice {
  return wholeRoutine(routines.find(({ suits }) => suits.includes(phase)) ?? routines[0]!, stretches);
}

/** A routine at one of its levels: with the exercises of that level, how often each is done and how long it is held. */
export function atLevel({ name, routine, stretches }: StretchChoice, level: CoreLevel): StretchChoice {
  const levelled = level.exercises.map(({ stretch: id, rounds: usual, seconds }) => {
    const stretch = stretches.find((one) => one.id === id)!;
    const round = stretch.round.map((move) => (move.kind === 'hold' ? { ...move, seconds } : move));
    return { ...stretch, round, rounds: { usual, min: usual, max: usual } };
  });
  return { name: `${name}, level ${level.id}`, routine, stretches: levelled, level: level.id };
}

/** The stretches of a routine, in its order. */
export function stretchesOf(routine: Routine, stretches: readonly Stretch[]): Stretch[] {
  return routine.stretches.map((id) => stretches.find((stretch) => stretch.id === id)!);
}

/** How often each stretch can be done: each has a range of its own, and together they take what any one of them allows. */
export function roundsRange(stretches: readonly Stretch[]): { readonly min: number; readonly max: number } {
  return {
    min: Math.min(...stretches.map(({ rounds }) => rounds?.min ?? 1)),
    max: Math.max(...stretches.map(({ rounds }) => rounds?.max ?? 1)),
  };
}

function wholeRoutine(routine: Routine, stretches: readonly Stretch[]): StretchChoice {
  return { name: routine.name, stretches: stretchesOf(routine, stretches), routine };
}
