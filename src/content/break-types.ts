import type { Sourced } from './types.ts';

/** Something to do in a break from sitting, standing up. */
export interface BreakMove extends Sourced {
  readonly id: string;
  readonly name: string;
  /** What to do, in sentences that are read aloud. */
  readonly cue: string;
  /** The poses between which its figure moves to and fro. */
  readonly figures: readonly [string, string];
  /** Also during an episode, in which no other move is shown. */
  readonly isForEverybody?: true;
  /** People to whom one of these applies aren't shown it: ids of the profile. */
  readonly notFor?: readonly string[];
}

export interface BreaksContent {
  /** How long people work between two breaks, where they haven't chosen a time. */
  readonly everyMinutes: number;
  readonly ifItHurts: string;
  /** In the order in which they take turns. */
  readonly moves: readonly BreakMove[];
}
