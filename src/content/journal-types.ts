import type { Choice } from './types.ts';

export interface JournalContent {
  /** What is asked beside triage's own questions. */
  readonly prompts: Readonly<Record<'area' | 'helped' | 'limited' | 'note', string>>;
  readonly areas: readonly (Choice & { readonly leg?: boolean })[];
  readonly helped: readonly Choice[];
  readonly course: CourseRules;
  /** Sentences of the page of today. */
  readonly today: Readonly<Record<'unseen' | 'noteWithSigns' | 'changes' | 'quiet', string>>;
  readonly prevention: readonly { readonly id: string; readonly text: string; readonly passage: string }[];
  /** Sentences about a period. */
  readonly stats: { readonly empty: string; readonly association: string };
  readonly peg: PegContent;
}

/** Three questions about the past week. */
export interface PegContent {
  readonly title: string;
  readonly offer: string;
  /** What the scale is; its source is named behind it. */
  readonly about: string;
  readonly items: readonly PegItem[];
  /** How often it is offered. */
  readonly everyDays: number;
  readonly sources: readonly string[];
}

export interface PegItem {
  readonly id: string;
  readonly prompt: string;
  readonly lowest: string;
  readonly highest: string;
}

/** How spells of pain are counted. */
export interface CourseRules {
  /** Pain from which a new episode begins. */
  readonly newEpisodePain: number;
  /** A change below this is about the same. */
  readonly samePain: number;
  /** How many hours pain 0 has to hold. */
  readonly recoveredHours: number;
  /** How many hours the guide's first days last. */
  readonly earlyHours: number;
}

/** Sentences of the page for a clinician. */
export interface ReportContent {
  readonly title: string;
  readonly selfReported: string;
  readonly byHand: string;
  readonly usual: string;
  readonly signs: { readonly never: string; readonly none: string; readonly silence: string };
  readonly association: string;
  readonly legUnknown: string;
  readonly peg: string;
  readonly noRatings: string;
}
