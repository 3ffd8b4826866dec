import type { Item } from './types.ts';

/** Something about somebody's health, and what it means elsewhere. */
export interface ProfileItem extends Item {
  /** The reason within a sentence: "you take a blood thinner". */
  readonly because: string;
  /** How many weeks an answer counts; absent for what lasts. */
  readonly weeks?: number;
  readonly means: {
    /** Signs of the check that it marks. */
    readonly signs?: readonly string[];
    /** Answers to a question of the check from which it is known, such as an age. */
    readonly answers?: readonly string[];
    /** Cautions of the therapies that it marks. */
    readonly cautions?: readonly string[];
    /** Reasons to ask before a medicine, each as GROUP/CHECK. */
    readonly medicines?: readonly string[];
    /** Ask a doctor or physiotherapist before stretching. */
    readonly stretches?: 'ask';
  };
}

export interface ProfileContent {
  readonly title: string;
  readonly intro: string;
  /** Where it stays, and what it is for. */
  readonly about: string;
  /** Said when a medicine is logged; holds `{medicine}` and `{reasons}`. */
  readonly medicine: string;
  /** Said before stretches; holds `{reasons}`. */
  readonly stretches: string;
  readonly items: readonly ProfileItem[];
}
