import type { Press } from '../core/keys.ts';
import type { Session, Signal } from '../core/state.ts';

/** A moment of a session as it is shown. */
export interface Scene {
  readonly session: Session;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The pain rating that was typed while getting ready. */
  readonly pain: number | undefined;
  /** What has just happened, in a sentence. */
  readonly notice: string;
  /** All keys are to be shown. */
  readonly showsKeys: boolean;
  /** What has to be known before it begins. */
  readonly notes: readonly string[];
}

/** Where a session is shown: on a screen of its own, or as lines. */
export interface Stage {
  /** Shows a moment. @param signals what has happened since the last one */
  readonly show: (scene: Scene, signals: readonly Signal[]) => void;
  /** When it changes by itself, as a moving figure does, in milliseconds since 1970; nothing if it doesn't. */
  readonly changesAt: (scene: Scene) => number | undefined;
  /** Rings the terminal's bell. */
  readonly ring: () => void;
  /** Shows a text by the terminal's own notification, where it has one. */
  readonly notify: (text: string) => void;
  readonly close: () => void;
}

/** Opens a stage. @param press is called for what a person does, @param redraw when the window has changed */
export type OpenStage = (press: (press: Press) => void, redraw: () => void) => Stage;

/** The time, and a timer. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls at a time, or as soon as possible after it. @returns cancels the call */
  readonly wakeAt: (time: number, act: () => void) => () => void;
}
