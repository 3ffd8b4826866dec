import type { Session, Signal } from '../core/state.ts';

/** Something a person does during a session: a key by its name, or the first word of a typed line. */
export type Press = string;

/** What the player knows beside the session. */
export interface Scene {
  readonly session: Session;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The pain that was typed while getting ready. */
  readonly pain: number | undefined;
  /** What has just happened, in a sentence. */
  readonly notice: string;
  readonly notes: readonly string[];
}

/** Where a session is shown: on a screen of its own, or line by line. */
export interface Stage {
  /** Shows a moment. @param signals what has happened since the last one */
  readonly show: (scene: Scene, signals: readonly Signal[]) => void;
  /** When it wants to show something else although nothing happens, as a figure that moves; milliseconds since 1970. */
  readonly wants: (scene: Scene) => number | undefined;
  /** It can sound: the terminal's bell, and its own notification with `text`. */
  readonly ring: (text: string) => void;
  readonly close: () => void;
}

/** Opens a stage. @param press is called for what a person does, @param stale when it has to be shown anew */
export type OpenStage = (press: (press: Press) => void, stale: () => void) => Stage;

/** The time, and how to be called at one. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls at a time, or as soon after as can be. @returns takes it back */
  readonly wakeAt: (time: number, act: () => void) => () => void;
}
