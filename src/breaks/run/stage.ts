import type { BreaksView } from '../views/breaks.ts';

/** What somebody does about breaks. */
export type Press = 'done' | 'snooze' | 'skip' | 'stop';

/** Where breaks are shown: on a screen of their own, as lines, or nowhere. */
export interface BreaksStage {
  /** Shows a moment. @param said what has just happened, in a sentence; empty for nothing */
  readonly show: (view: BreaksView, said: string) => void;
  /** When what is shown changes by itself, in milliseconds since 1970; nothing if it doesn't. */
  readonly changesAt: (view: BreaksView) => number | undefined;
  /** Rings the terminal's bell. */
  readonly ring: () => void;
  /** Shows a text by the terminal's own notification, where it has one. */
  readonly notify: (text: string) => void;
  readonly close: () => void;
}

/** Opens a stage. @param press is called for what a person does, @param redraw when the window has changed */
export type OpenBreaksStage = (press: (press: Press) => void, redraw: () => void) => BreaksStage;
