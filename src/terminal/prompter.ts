import type { Choice, Item, Question } from '../content/types.ts';

/** A list of things of which a person marks those that apply. */
export interface ChecklistPrompt {
  /** Where one is: "2/11"; empty for what stands alone. */
  readonly place: string;
  readonly title: string;
  readonly intro: string;
  /** What stands above everything, once. */
  readonly preface?: string;
  readonly items: readonly Item[];
  /** Ids that were marked when this was asked before. */
  readonly marked?: readonly string[];
  readonly unsure?: readonly string[];
  /** Ids that were on the screen then: they needn't be shown again. */
  readonly seen?: readonly string[];
  readonly canGoBack: boolean;
  /** Whether these marks are enough to leave before every item was on the screen; by default none are. */
  readonly mayLeave?: (marks: Marks) => boolean;
}

/** What was marked on a checklist, by id. */
export interface Marks {
  readonly signs: readonly string[];
  readonly unsure: readonly string[];
}

export interface Option {
  readonly id: string;
  readonly label: string;
  /** What is typed for it: one character, or a number. */
  readonly key: string;
}

/** Choices with the key of each: ten at most, as the tenth is 0, as on a keyboard. */
export function choiceOptions(choices: readonly Pick<Choice, 'id' | 'label'>[]): Option[] {
  return choices.map(({ id, label }, at) => ({ id, label, key: String((at + 1) % 10) }));
}

/** The options of a question; of a number each value, typed as it is. */
export function questionOptions(question: Question): Option[] {
  if (question.type === 'choice') return choiceOptions(question.choices);
  return question.words.map((label, at) => {
    const value = String(question.min + at);
    return { id: value, label, key: value };
  });
}

/** A question with one answer. */
export interface ChoicePrompt {
  readonly place: string;
  readonly title: string;
  /** The question; a function where it hangs on the size of the window. */
  readonly intro: string | (() => string);
  readonly options: readonly Option[];
  /** The id that Enter takes at once; without one, nothing is chosen until the arrows choose it. */
  readonly enter?: string;
  /** The id that was chosen when this was asked before: it is highlighted, and Enter leaves it as it was. */
  readonly before?: string;
  readonly canGoBack: boolean;
  /** What stands above everything, once. */
  readonly preface?: string;
  /** The id that Esc, and the end of the input, stand for; without one they leave altogether. */
  readonly escape?: string;
  /** A few ways to go on, shown in one line below what was just read. */
  readonly inline?: boolean;
  /** What stands above the prompt, and has to be written anew when the window changes. */
  readonly above?: () => readonly string[];
}

/** The question as it stands now. */
export function introOf({ intro }: ChoicePrompt): string {
  return typeof intro === 'string' ? intro : intro();
}

/** A question that is answered in the user's own words, or passed over. */
export interface TextPrompt {
  readonly place: string;
  readonly title: string;
  readonly intro: string;
  readonly canGoBack: boolean;
  /** What an empty line stands for; else it passes the question over. */
  readonly empty?: string;
}

/** A question in the user's own words, with the list of what there is, narrowed down as they type. */
export interface SearchPrompt {
  readonly title: string;
  readonly intro: string;
  /** What fits what was typed so far, best first. */
  readonly find: (typed: string) => readonly { readonly id: string; readonly label: string }[];
}

/** What was taken from the list, or what was asked instead. */
export type Picked = { readonly id: string } | { readonly typed: string };

/** The answer to a checklist. */
export interface Marked extends Marks {
  /**
   * The ids of the items that were on the screen, each as a whole: a missing mark means no of these
   * alone. It is all of them unless `mayLeave` let somebody go sooner.
   */
  readonly shown: readonly string[];
}

/** The user asked for the screen before. */
export const BACK = Symbol('back');
export type Back = typeof BACK;

/** Asks a person; each way of asking (screens, lines, refusing) is one of these. */
export interface Prompter {
  /** @throws Cancelled when the user leaves, CannotError when the input ends */
  readonly checklist: (prompt: ChecklistPrompt) => Promise<Marked | Back>;
  readonly choice: (prompt: ChoicePrompt) => Promise<string | Back>;
  /** The text that was typed; empty when it was passed over. */
  readonly text: (prompt: TextPrompt) => Promise<string | Back>;
  readonly search: (prompt: SearchPrompt) => Promise<Picked>;
  /** Shows lines between the prompts, where the prompts are. */
  readonly show: (lines: readonly string[]) => void;
  readonly close: () => void;
}
