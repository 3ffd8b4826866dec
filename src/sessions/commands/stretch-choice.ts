import type { Invocation } from '../../app/command.ts';
import type { Routine, Stretch, StretchesContent } from '../../content/session-types.ts';
import type { Context } from '../../app/context.ts';
import { UsageError } from '../../errors.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import { stretchesOf } from '../views/stretch.ts';
import { readNumber } from '../run/flags.ts';
import { lookBack, type Past } from '../run/past.ts';

/** Stretches to be done together, under one name. */
export interface Choice {
  readonly name: string;
  readonly stretches: readonly Stretch[];
  /** The routine that it is, or that it is taken from. */
  readonly routine: Routine;
}

/** The stretch, or the routine, of this id. @throws UsageError where there is none */
export function choiceNamed({ stretches, routines }: StretchesContent, typed: string): Choice {
  const id = typed.trim().toLowerCase().replace(/['’]/g, '').replace(/\s+/g, '-');
  const stretch = stretches.find((one) => one.id === id);
  const routine = routines.find((one) => one.id === id || one.stretches.includes(id));
  if (stretch && routine) return { name: stretch.name, stretches: [stretch], routine };
  if (routine) return { name: routine.name, stretches: stretchesOf(routine, stretches), routine };
  const known = [...stretches, ...routines].map((one) => one.id);
  throw new UsageError(`there is no stretch or routine "${typed}"${didYouMean(id, known)}`, {
    code: 'unknown-stretch',
    hint: 'unspasm stretch --list names them',
  });
}

/** The routine that suits the phase of the episode; the gentlest where nothing is known. */
export function suiting({ stretches, routines }: StretchesContent, { isKnown, today }: Past): Choice {
  const phase = isKnown ? (today.episode?.phase ?? 'none') : 'early';
  const routine = routines.find(({ suits }) => suits.includes(phase)) ?? routines[0]!;
  return { name: routine.name, stretches: stretchesOf(routine, stretches), routine };
}

/** The same, by what the journal tells now. */
export async function suitingNow(context: Context, content: StretchesContent): Promise<Choice> {
  return suiting(content, await lookBack(context));
}

/** How often each is done, if that was typed. Each stretch has a range of its own; together they take what one of them allows. */
export function readRounds(options: Invocation['options'], stretches: readonly Stretch[]): number | undefined {
  const min = Math.min(...stretches.map(({ rounds }) => rounds?.min ?? 1));
  const max = Math.max(...stretches.map(({ rounds }) => rounds?.max ?? 1));
  return readNumber(options, 'rounds', { min, max });
}
