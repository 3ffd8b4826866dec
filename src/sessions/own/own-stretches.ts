import type { Move, Routine, Stretch, StretchesContent } from '../../content/session-types.ts';
import { sanitize } from '../../text/sanitize.ts';

/** The stretches and routines of a user, in the form of those in `data/stretches.json`. */
export interface OwnStretches {
  readonly stretches: readonly Stretch[];
  readonly routines: readonly Routine[];
}

/** What a file of a user may refer to. */
export interface BuiltIn {
  readonly content: Pick<StretchesContent, 'stretches' | 'routines' | 'own'>;
  readonly poses: ReadonlySet<string>;
}

// What a file says once it was checked; the rest has defaults.
type OwnMove = Omit<Move, 'kind' | 'title'> & Partial<Pick<Move, 'kind' | 'title'>>;
interface OwnStretch extends Partial<Omit<Stretch, 'id' | 'name' | 'ready' | 'round' | 'sides' | 'between'>> {
  readonly id: string;
  readonly name: string;
  readonly ready: OwnMove;
  readonly round: readonly Move[];
  readonly sides?: OwnMove;
  readonly between?: OwnMove;
}

/** A file of own stretches, once it was checked. */
export interface OwnFile {
  readonly stretches?: readonly OwnStretch[];
  readonly routines?: readonly Pick<Routine, 'id' | 'name' | 'summary' | 'stretches'>[];
}

/**
 * What a checked file says, with defaults for what it leaves out. When to stop is said for every stretch, whatever its
 * file says. Words are made safe: the file may have come from somebody else.
 */
export function ownStretches(value: unknown, { content }: BuiltIn): OwnStretches {
  const { stretches = [], routines = [] } = safe(value ?? {}) as OwnFile;
  const own = stretches.map((stretch) => wholeStretch(stretch, content));
  return { stretches: own, routines: routines.map((routine) => wholeRoutine(routine, content)) };
}

function wholeStretch(own: OwnStretch, { stretches, own: words }: BuiltIn['content']): Stretch {
  const { ready, sides, between, round, stop = [] } = own;
  return {
    position: own.id,
    steps: [ready.cue, ...round.map(({ cue }) => cue)],
    dose: words.dose,
    care: [words.care],
    rounds: { usual: 1, min: 1, max: 10 },
    passage: 'stretch-intro',
    sources: [],
    ...own,
    ready: { kind: 'ready', title: 'Get ready', seconds: 15, ...ready } as Move,
    round,
    ...(sides && { sides: { title: 'Change sides', ...sides, kind: 'switch' } }),
    ...(between && { between: { kind: 'rest', title: 'Rest', ...between } }),
    stop: [...new Set([...stretches[0]!.stop, ...stop])],
  } as Stretch;
}

// What is refused in the first days is refused in an own routine, too.
function wholeRoutine(
  { id, name, summary, stretches }: Pick<Routine, 'id' | 'name' | 'summary' | 'stretches'>,
  content: BuiltIn['content'],
): Routine {
  const from = content.routines.filter((routine) => routine.stretches.some((one) => stretches.includes(one)));
  const { refused } = from.find((routine) => routine.refused) ?? {};
  return {
    id,
    name,
    summary: summary ?? 'your own routine',
    stretches,
    suits: [],
    ...(refused && { refused }),
    therapy: 'stretch',
    sources: [],
  };
}

function safe(value: unknown): unknown {
  if (typeof value === 'string') return sanitize(value).trim();
  if (Array.isArray(value)) return value.map(safe);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, safe(inner)]));
}
