import type { Activity, Check, Move, Moves, StepKind } from '../../content/session-types.ts';

export type Side = 'left' | 'right';

/** One step of a session: what to do, and for how long. */
export interface Step {
  readonly kind: StepKind;
  readonly title: string;
  /** What to do, in a sentence. */
  readonly cue: string;
  /** The next instruction, so that people read or hear it before its clock starts. */
  readonly coming?: string;
  /** What is spoken as the step begins. */
  readonly says: string;
  readonly seconds: number;
  /** The longest it can be extended to, in seconds. */
  readonly most: number;
  readonly side?: Side;
  /** The poses that it starts and ends in, by id. */
  readonly figure?: readonly [from: string, to: string];
  readonly checks: readonly Check[];
  /** The index of the part of the session that it belongs to, from 0. */
  readonly part: number;
  /** The round of its part, from 1. */
  readonly round: number;
  readonly rounds: number;
}

/** What is done in one go: an application, or one stretch. */
export interface Part {
  readonly id: string;
  readonly name: string;
  /** When to stop at once. */
  readonly stop: readonly string[];
}

/** A whole session. */
export interface Script {
  /** Its id in the journal. */
  readonly therapy: string;
  readonly name: string;
  readonly parts: readonly Part[];
  readonly steps: readonly Step[];
  /** Whether the clock runs on while the computer is asleep, as it does for a pack on the skin. */
  readonly countsDuringSleep: boolean;
  readonly end: { readonly cue: string; readonly takeOff?: string; readonly large?: string };
  /** One character for a prompt or a status bar; absent in the file of an older version. */
  readonly icon?: string;
  /** How it writes times of day: "6:30 pm" instead of "18:30". */
  readonly twelveHours?: boolean;
}

/** What the user chose where the data leaves a choice. */
export interface Choices {
  /** The minutes of a move that has no length of its own, and the longest it can be extended to. */
  readonly minutes?: { readonly chosen: number; readonly most: number };
  readonly rounds?: number;
  /** More time for getting down, changing over, and each breath. */
  readonly slow?: boolean;
}

/** An activity as it is done: its moves, or those of a form of it. */
export type Planned = Pick<Activity, 'id' | 'name' | 'stop' | 'rounds'> & Moves & { readonly position?: string };

/** Getting ready can be extended up to this: nobody is hurried down to the floor. */
const MOST_READY_SECONDS = 300;
/** For a part that starts in the position of the one before. */
const SHORT_READY_SECONDS = 8;
/** A pace of reading and speaking that leaves time to understand. */
const WORDS_A_SECOND = 2.2;
const SLOWER = { ready: 2, switch: 2, rest: 2, move: 1.5, apply: 1, hold: 1 } as const;

/** The steps of some activities, one after the other. */
export function stepsOf(activities: readonly Planned[], choices: Choices): Step[] {
  return activities.flatMap((activity, part) => {
    const position = activities[part - 1]?.position;
    return partSteps(activity, part, position !== undefined && position === activity.position, choices);
  });
}

/** The parts of a session. */
export function partsOf(activities: readonly Planned[]): Part[] {
  return activities.map(({ id, name, stop }) => ({ id, name, stop }));
}

/** How long it takes to read a text or to hear it, in seconds. */
export function readingSeconds(text: string): number {
  return Math.ceil(text.split(/\s+/).filter(Boolean).length / WORDS_A_SECOND) + 1;
}

/** The total length of steps, in seconds. @param kinds only steps of these kinds (default: all) */
export function secondsOf(steps: readonly Step[], kinds?: readonly StepKind[]): number {
  return steps.filter(({ kind }) => !kinds || kinds.includes(kind)).reduce((sum, { seconds }) => sum + seconds, 0);
}

function partSteps(activity: Planned, part: number, isThere: boolean, choices: Choices): Step[] {
  const rounds = roundsOf(activity, choices);
  // Getting ready reads out the first instruction already.
  const announced = new Set([activity.round[0]!.cue]);
  const toStep = (move: Move, round: number, side?: Side): Step => {
    const isNew = !announced.has(move.cue);
    announced.add(move.cue);
    return {
      ...timed(move, choices),
      ...(side && { side }),
      ...(move.figure && { figure: [move.figure, move.figure] }),
      kind: move.kind,
      title: move.title,
      cue: move.cue,
      says: spoken(isNew ? move.cue : move.title, side),
      checks: move.checks ?? [],
      part,
      round,
      rounds,
    };
  };
  const moves = Array.from({ length: rounds }, (_, at) => roundSteps(activity, at, at + 1 === rounds, toStep));
  return joined([readyStep(activity, isThere, toStep(activity.ready, 1), choices), ...moves.flat()]);
}

// A movement starts in the pose that the step before it ended in. There are many ways to get down or to change sides.
function joined(steps: readonly Step[]): Step[] {
  return steps.map((step, at) => {
    const before = steps[at - 1]?.figure?.[1];
    const isMovement = step.kind === 'move' || step.kind === 'hold';
    return isMovement && before && step.figure ? { ...step, figure: [before, step.figure[1]] } : step;
  });
}

// One number is given for all activities together, and each stays within its own range.
function roundsOf({ rounds }: Planned, choices: Choices): number {
  if (!rounds) return 1;
  return Math.max(rounds.min, Math.min(rounds.max, choices.rounds ?? rounds.usual));
}

function roundSteps(
  { round, sides, between }: Planned,
  at: number,
  isLast: boolean,
  toStep: (move: Move, round: number, side?: Side) => Step,
): Step[] {
  const done = (side?: Side) => round.map((move) => toStep(move, at + 1, side));
  const after = between && !isLast ? [toStep(between, at + 1)] : [];
  if (!sides) return [...done(), ...after];
  return [...done('left'), toStep(sides, at + 1, 'right'), ...done('right'), ...after];
}

// The next instruction is read out here, before its clock starts.
function readyStep({ name, ready, round, sides }: Planned, isThere: boolean, step: Step, { slow }: Choices): Step {
  const [first] = round;
  const coming = spoken(first!.cue, sides && 'left');
  const says = `${name}. ${ready.cue} ${coming}`;
  const least = isThere ? SHORT_READY_SECONDS : (ready.seconds ?? 0);
  const seconds = Math.max(least * (slow ? SLOWER.ready : 1), readingSeconds(says));
  return { ...step, coming, says, seconds, most: MOST_READY_SECONDS };
}

function timed({ kind, seconds, most }: Move, { minutes, slow }: Choices): Pick<Step, 'seconds' | 'most'> {
  if (seconds === undefined) return { seconds: minutes!.chosen * 60, most: minutes!.most * 60 };
  const own = seconds * (slow ? SLOWER[kind] : 1);
  const mayGrow = kind === 'switch' || kind === 'rest';
  return { seconds: own, most: most ?? (mayGrow ? MOST_READY_SECONDS : own) };
}

/** A text of a step as it is spoken, with its side. */
export function spoken(text: string, side: Side | undefined): string {
  return side === undefined ? text : `${side === 'left' ? 'Left' : 'Right'} side: ${text}`;
}
