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

/** The stretch or the routine with this id. @throws UsageError if there is none */
export function stretchChoice({ stretches, routines }: StretchesContent, typed: string): StretchChoice {
  const id = typed.trim().toLowerCase().replace(/['’]/g, '').replace(/\s+/g, '-');
  const stretch = stretches.find((one) => one.id === id);
  const routine = routines.find((one) => one.id === id || one.stretches.includes(id));
  if (stretch && routine) return { name: stretch.name, stretches: [stretch], routine };
  if (routine) return wholeRoutine(routine, stretches);
  const known = [...stretches, ...routines].map((one) => one.id);
  throw new UsageError(`there is no stretch or routine "${typed}"${didYouMean(id, known)}`, {
    code: 'unknown-stretch',
    hint: 'to see them all, run: unspasm stretch --list',
  });
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
