/** The shapes of the questions in `data/triage.json`. */

export interface Choice {
  readonly id: string;
  readonly label: string;
  /** The numbers that it stands for, such as the ages of a span: both ends belong to it. */
  readonly range?: { readonly from?: number; readonly to?: number };
  /** For the onset: how many hours ago it means. */
  readonly hours?: number;
  /** For the onset: the end of its span, in hours. */
  readonly upTo?: number;
  /** For the onset: how many calendar days ago it was, at least and at most. */
  readonly days?: { readonly from: number; readonly to: number };
  /** The span of the question that it belongs to: rules go by that. */
  readonly span?: string;
}

export interface ChoiceQuestion {
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly type: 'choice';
  readonly choices: readonly Choice[];
  /** One more choice, after which a day or a time is typed. */
  readonly typed?: TypedChoice;
  /** Coarser answers, by which the rules go. Earlier versions offered them, so entries and scripts have them. */
  readonly spans?: readonly Choice[];
}

/** A choice after which an answer is typed. */
export interface TypedChoice {
  readonly id: string;
  readonly label: string;
  readonly prompt: string;
}

interface IntegerQuestion {
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly type: 'integer';
  readonly min: number;
  readonly max: number;
  readonly unit: string;
  /** What each value from `min` to `max` means, in words. */
  readonly words: readonly string[];
  readonly sources?: readonly string[];
}

export type Question = ChoiceQuestion | IntegerQuestion;
