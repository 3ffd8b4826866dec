/** The shapes of `data/`. The schemas beside the data are checked by the tests, not at run time. */

import type { Question } from './question-types.ts';

export type { Choice, ChoiceQuestion, Question, TypedChoice } from './question-types.ts';

/** Where to get help, the most urgent first. */
export const LEVELS = ['ambulance', 'emergency', 'urgent', 'clinician', 'self-care'] as const;
export type Level = (typeof LEVELS)[number];

export interface Sourced {
  readonly sources: readonly string[];
}

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string | null;
  readonly year: number | null;
  /** How the original was read: itself, in part, as a copy that others published, as others quote it, or not at all. */
  readonly seen?: 'page' | 'part' | 'copy' | 'quoted' | 'unseen';
  readonly note?: string;
}

export interface Note extends Sourced {
  readonly text: string;
}

export interface Passage extends Sourced {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** What a source adds to the guide, or where it disagrees. */
  readonly note?: Note;
}

export interface Chapter {
  readonly id: string;
  readonly order: number;
  readonly title: string;
  readonly passages: readonly Passage[];
}

/** Something that a person can mark on a checklist. */
export interface Item {
  readonly id: string;
  readonly label: string;
  readonly details: string;
}

export interface Sign extends Item, Sourced {
  readonly level: Level;
  /** What the person tells a call-taker or a doctor, as a sentence in the first person. */
  readonly say: string;
  /** The day from which it has been asked about; undefined for signs of the first release. */
  readonly since?: string;
  readonly passage?: string;
}

export interface Checklist {
  readonly id: string;
  readonly title: string;
  readonly intro: string;
  readonly signs: readonly string[];
}

/**
 * True of a set of answers when the sign is reported, the question is answered so, the rule holds, at least
 * that number of signs of a level is in doubt, at least that number of some conditions holds, or no other
 * reason than these is urgent or more. Rules hold, and reasons are known, only after the rules were checked.
 * "Not sure" about a sign may count as a report of it, unless only a `sure` one counts.
 */
export type Condition =
  | { readonly sign: string; readonly sure?: true }
  | { readonly question: string; readonly is: readonly string[] }
  | { readonly question: string; readonly from: number }
  | { readonly rule: string }
  | { readonly inDoubt: Level; readonly from: number; readonly except?: readonly string[] }
  | { readonly atLeast: number; readonly of: readonly Condition[] }
  | { readonly only: readonly string[] };

/** Every row must be true, and a row is true when one of its conditions is. */
export type Conditions = readonly (readonly Condition[])[];

export interface Rule extends Sourced {
  readonly id: string;
  /** `self-care` for a rule that is no reason by itself: the plan and the headlines refer to it. */
  readonly level: Level;
  readonly label: string;
  /** What the person tells about it, where its signs and its other rules don't say it. */
  readonly say?: string;
  /** Rules that say less of the same: they are no reasons beside it. */
  readonly covers?: readonly string[];
  readonly all: Conditions;
  /** Nothing more needs to be asked. */
  readonly ends?: boolean;
  /** Below the two upper levels, these plan items and no others. */
  readonly plan?: readonly string[];
}

export interface Headline {
  readonly level: Level;
  readonly text: string;
  readonly all?: Conditions;
}

export interface PlanItem {
  readonly id: string;
  readonly levels: readonly Level[];
  /** May contain the names of `Facts` in braces; without a value for one, `otherwise` is used, or the item is left out. */
  readonly text: string;
  readonly otherwise?: string;
  /** It says when to see a doctor, so every view of a result shows it. */
  readonly whenToSee?: boolean;
  /** It is for the time until a health professional has seen the person, and no longer. */
  readonly untilSeen?: boolean;
  readonly all?: Conditions;
  readonly unless?: readonly Condition[];
  /** The therapies that it speaks against. */
  readonly against?: readonly string[];
  readonly command?: string;
  readonly passage?: string;
  readonly sources?: readonly string[];
}

export interface SafetyNet {
  readonly intro: string;
  /** The same for a person who is already getting help. */
  readonly introNow: string;
  readonly signs: readonly NetSign[];
}

export interface NetSign extends Sourced {
  readonly id: string;
  readonly text: string;
  /** The same for a person who is already getting help, without what doesn't start within hours. */
  readonly textNow?: string;
  /** Signs that it repeats: somebody who reported one of them as an emergency isn't told it again. */
  readonly repeats?: readonly string[];
}

export interface TriageContent {
  readonly disclaimer: { readonly short: string; readonly full: string };
  readonly checklists: readonly Checklist[];
  readonly questions: readonly Question[];
  readonly rules: readonly Rule[];
  readonly headlines: readonly Headline[];
  readonly plan: readonly PlanItem[];
  readonly safetyNet: SafetyNet;
}

export interface Position extends Sourced {
  readonly id: string;
  readonly name: string;
  readonly steps: readonly string[];
  readonly passage: string;
}

export interface MedicineGroup extends Sourced {
  readonly id: string;
  readonly title: string;
  readonly examples: string;
  /** Words by which people log one of them, in lower case. */
  readonly names: readonly string[];
  readonly text: string;
  readonly note: Note;
  readonly passage: string;
  readonly intro: string;
  readonly checks: readonly Item[];
}

export interface MedicinesContent {
  readonly intro: string;
  readonly label: string;
  readonly ask: string;
  readonly clear: string;
  readonly groups: readonly MedicineGroup[];
  readonly topical: { readonly text: string; readonly passage: string; readonly sources: readonly string[] };
  readonly stop: {
    readonly intro: string;
    readonly signs: readonly { readonly id: string; readonly text: string }[];
    readonly sources: readonly string[];
  };
}

export interface Country {
  readonly code: string;
  readonly name: string;
  /** Other names that people type for it: "UK". */
  readonly also?: readonly string[];
  /** The name within a sentence, where that is another: "the Netherlands". */
  readonly inText?: string;
  /** The numbers that bring an ambulance, the best one first; absent where none was checked. */
  readonly numbers?: readonly string[];
  readonly adviceLine?: string;
  readonly zones?: readonly string[];
}

export interface EmergencyNumbers extends Sourced {
  /** What to call where the country isn't known, in full. */
  readonly unknown: string;
  /** The same in few words. */
  readonly elsewhere: string;
  readonly countries: readonly Country[];
}

/** The answer to thoughts of ending one's life. */
export interface CrisisContent {
  readonly id: string;
  readonly label: string;
  /** `{number}` and `{line}` are filled in. */
  readonly text: readonly string[];
  readonly unknownLine: string;
  readonly lines: readonly { readonly country: string; readonly line: string }[];
}

/** A command, and other words that people have for it. */
export interface AlsoCalled {
  readonly command: string;
  readonly words: readonly string[];
}
