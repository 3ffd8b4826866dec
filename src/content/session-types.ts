import type { Item, Position, Sourced } from './types.ts';

/** What a person does in a step of a session. */
export const STEP_KINDS = ['ready', 'apply', 'hold', 'move', 'switch', 'rest'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** Something that is said or sounded during a step. */
export interface Check {
  /** Minutes from the start of the step, or its middle. */
  readonly at: number | 'half';
  readonly cue: string;
  /** An alarm sounds until it is answered; this is the label of the key that answers. */
  readonly answer?: string;
  /** The alarm in a few words, for large letters. */
  readonly large?: string;
  /** The session goes on, and a key says that all is well. */
  readonly asks?: AskedCheck;
}

/** A check that is answered with a key. */
export interface AskedCheck {
  /** The question in a few words, for large letters. */
  readonly large: string;
  /** The label of the key that says that all is well, and of the key that says that it isn't. */
  readonly well: string;
  readonly unwell: string;
}

/** A step of a session as data. */
export interface Move {
  readonly kind: StepKind;
  /** In a few words. */
  readonly title: string;
  /** What to do, in a sentence that is read aloud. */
  readonly cue: string;
  /** Undefined where it lasts as long as the user chose. */
  readonly seconds?: number;
  /** The longest it may last, in seconds, when the user makes it longer. */
  readonly most?: number;
  /** The pose that it ends in. */
  readonly figure?: string;
  readonly checks?: readonly Check[];
}

export interface Range {
  readonly usual: number;
  readonly min: number;
  readonly max: number;
}

/** What a script of steps is made from: get ready, then rounds of moves. */
export interface Moves {
  readonly ready: Move;
  readonly round: readonly Move[];
  /** Each round is done on the left, then on the right; this is the change of sides. */
  readonly sides?: Move;
  /** Between two rounds. */
  readonly between?: Move;
}

export interface Activity extends Sourced, Moves {
  readonly id: string;
  readonly name: string;
  readonly passage: string;
  /** By default one. */
  readonly rounds?: Range;
  /** When to stop at once. */
  readonly stop: readonly string[];
}

/** A form of a therapy, with its own steps. */
export interface Form extends Moves {
  readonly id: string;
  readonly label: string;
}

/** A reason not to use a therapy, or to ask first; with `passes` it is asked about again on another day. */
export type Caution = Item & { readonly passes?: true };

/** Who should not use a therapy, and who should ask first. */
export interface Cautions extends Sourced {
  readonly intro: string;
  readonly avoid: readonly Caution[];
  readonly ask: readonly Caution[];
  /** What is said when one of `avoid`, or of `ask`, was marked. */
  readonly avoided: string;
  readonly asked: string;
}

export interface Therapy extends Activity {
  /** One character for a prompt or a status bar. */
  readonly icon: string;
  /** For its command: one line, then paragraphs. */
  readonly summary: string;
  /** Its command isn't a row of `unspasm help`: the summary of another one names it. */
  readonly unlisted?: true;
  readonly description: readonly string[];
  /** Its length in minutes, where the user can choose it: `first` is for the first time, `why` says why it can't be longer. */
  readonly minutes?: Range & { readonly first?: number; readonly why: string };
  /** Whether the clock runs on while the computer is asleep, as it does for a pack on the skin. */
  readonly countsDuringSleep: boolean;
  /** Other therapies that it includes. */
  readonly applies?: readonly string[];
  readonly limits?: {
    readonly gapMinutes: number;
    readonly softMaxPerDay: number;
    /** A shorter session doesn't count. */
    readonly leastMinutes: number;
    /** What has to be true before the next session: the end of a sentence. */
    readonly onlyWhen: string;
  };
  readonly forms?: readonly Form[];
  readonly cautions?: Cautions;
  /** What the guide and other sources say about it in a phase of an episode. */
  readonly phases?: { readonly early?: string; readonly later?: string };
  /**
   * What is said at its end; with `takeOff` an alarm sounds until a key is pressed, and that question is asked. `large` is
   * the alarm in a few words, for large letters.
   */
  readonly end: { readonly cue: string; readonly takeOff?: string; readonly large?: string };
}

export interface TherapiesContent {
  readonly therapies: readonly Therapy[];
  readonly exercise: { readonly therapies: readonly string[]; readonly sessionsPerWeek: number };
}

export interface Stretch extends Activity {
  /** The position it starts in: changing to another one takes longer. */
  readonly position: string;
  /** How it is done, for reading. */
  readonly steps: readonly string[];
  /** What sources say about repetitions and holding times, and who should be careful. */
  readonly dose: string;
  readonly care: readonly string[];
}

/** Stretches one after the other. */
export interface Routine extends Sourced {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly stretches: readonly string[];
  /** The phases of an episode that it suits; `none` is the time between episodes. */
  readonly suits: readonly ('early' | 'later' | 'none')[];
  /** Why it is refused in a phase. */
  readonly refused?: { readonly in: 'early' | 'later'; readonly why: string; readonly instead: string };
  /** The therapy that its sessions count as in the journal. */
  readonly therapy: 'stretch' | 'core';
}

export interface StretchesContent {
  readonly positions: readonly Position[];
  readonly stretches: readonly Stretch[];
  readonly routines: readonly Routine[];
  /** One character for a prompt or a status bar. */
  readonly icon: string;
  /** What is said about stretches that users have written themselves. */
  readonly own: { readonly dose: string; readonly care: string; readonly note: string; readonly early: string };
  /** The end of every routine. */
  readonly end: { readonly cue: string };
}

type Point = readonly [x: number, y: number];

/** A figure as joints, in a box of 100 by 52: the floor at y 50, x to the right, y down. */
export interface Pose {
  readonly id: string;
  /** Seen from the side, with a floor, or from above. */
  readonly view: 'side' | 'top';
  /** What it shows, in words. */
  readonly alt: string;
  /** A curve: start, control point, end. */
  readonly torso: readonly [Point, Point, Point];
  readonly neck: Point;
  readonly head: Point;
  readonly nearArm: readonly Point[];
  readonly farArm?: readonly Point[];
  readonly nearLeg: readonly Point[];
  readonly farLeg?: readonly Point[];
}

/** What all sessions say. */
export interface SessionsContent {
  /** After "it hurts". */
  readonly hurts: {
    readonly title: string;
    readonly text: string;
    /** The same with something on the skin. */
    readonly onSkin: string;
    /** What to do with something on the skin, in a few words for large letters. */
    readonly onSkinLarge: string;
    readonly passage: string;
  };
  /** The computer slept: `{name}` and `{time}` are filled in. */
  readonly slept: string;
  readonly sleptOver: string;
  readonly sleptPaused: string;
  /** While something on the skin is paused. */
  readonly paused: string;
  /** Before somebody begins, because getting ready may take any time. */
  readonly waiting: string;
  /** While one gets ready, where the warning signs weren't checked in this episode. */
  readonly unchecked: {
    /** Where the session is shown as lines. */
    readonly line: string;
    /** On a screen, which has a key for it. */
    readonly key: string;
    /** The same for a screen with little room. */
    readonly brief: string;
  };
  readonly pain: { readonly before: string; readonly after: string };
}

/** How to do what a day asks for with a sore back. */
export interface EverydayContent {
  /** What holds for all the moves. */
  readonly intro: string;
  readonly moves: readonly EverydayMove[];
}

export interface EverydayMove extends Sourced {
  readonly id: string;
  readonly name: string;
  readonly steps: readonly string[];
  /** When it is a matter for a doctor, and what to do then. */
  readonly warning?: string;
}
