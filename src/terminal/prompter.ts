import { UsageError } from '../errors.ts';
import type { Choice, Item, Question } from '../content/types.ts';
import type { Block } from '../text/paginate.ts';

/** What every question of one screen can say about itself. */
interface Place {
  /** The screen among several, as in "2/11". */
  readonly place?: string;
  /** A previous screen can be asked for. */
  readonly canGoBack?: boolean;
}

/** A list of things of which a person marks those that apply. */
export interface ChecklistPrompt extends Place {
  readonly title: string;
  readonly intro: string;
  /** Shown once, above everything. */
  readonly preface?: string;
  readonly items: readonly Item[];
  /** Ids that were marked when this was asked before. */
  readonly marked?: readonly string[];
  readonly unsure?: readonly string[];
  /** Ids that were on the screen then: they needn't be shown again. */
  readonly seen?: readonly string[];
  /** Another way to go on, with what is marked so far. Its key is a letter that the list itself has no use for. */
  readonly aside?: Option;
  /** The id that Esc stands for, with what is marked so far; without one it leaves altogether. */
  readonly escape?: string;
  /** Called for every mark that is set or removed, as the program may end before the list is answered. */
  readonly onMark?: (marked: Marked) => void;
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
  /** The label in a word or two, for a line of keys that is too narrow for it. */
  readonly brief?: string;
  /** What is typed for it: one character, or a number. */
  readonly key: string;
  /** The numbers that it stands for, as an age: typed as a whole line they choose it. */
  readonly range?: Choice['range'];
  /** What is said once it is chosen, where answers are read back; by default its label. */
  readonly readBack?: string;
}

/** The keys of a list that is too long for numbers: b and q go back and leave, here as everywhere. */
export const LIST_KEYS = 'acdefghijklmnoprstuvwxyz';

/** Choices with the key of each: ten at most, as the tenth is 0, as on a keyboard. */
export function choiceOptions(choices: readonly Pick<Choice, 'id' | 'label' | 'range'>[]): Option[] {
  return choices.map(({ id, label, range }, at) => ({
    id,
    label,
    key: String((at + 1) % 10),
    ...(range && { range }),
  }));
}

/** The options of a question; for a number every value, typed as it is. */
export function questionOptions(question: Question): Option[] {
  if (question.type === 'choice')
    return choiceOptions([...question.choices, ...(question.typed ? [question.typed] : [])]);
  return question.words.map((label, at) => {
    const value = String(question.min + at);
    return { id: value, label, key: value };
  });
}

/**
 * Something to read, with a question or a few keys below it. Where it is higher than the window it is shown a page at a
 * time, so that nothing scrolls away unread.
 */
export interface Reading {
  /** Laid out for the window as it is now. */
  readonly blocks: () => readonly Block[];
  /** What else there is to read, on further pages: the option {@link MORE} turns to them, and answers nothing. */
  readonly further?: () => readonly Block[];
  /** A line that stays in sight on every page after the first, such as where to get help. */
  readonly reminder?: () => string;
  /** Whether what was read stays on the terminal after this answer. By default it does. */
  readonly stays?: (answer: string | Back) => boolean;
}

/** The id of the option that shows what else there is to read. */
export const MORE = 'more';

/** A question with one answer. */
export interface ChoicePrompt extends Place {
  readonly title?: string;
  readonly intro: string;
  /** What is read before the question, above it. */
  readonly reading?: Reading;
  readonly options: readonly Option[];
  /** The id that Enter answers at once; without one, nothing is chosen until the arrows choose it. */
  readonly default?: string;
  /** The id that was chosen when this was asked before: it is highlighted, and Enter leaves it as it was. */
  readonly before?: string;
  /** The id that Esc and the end of the input answer; without one they leave altogether. */
  readonly escape?: string;
  /** A few things to do next, shown in one line below what was just read. */
  readonly inline?: boolean;
}

/** A question that is answered with yes or no. */
export interface ConfirmPrompt {
  readonly title?: string;
  readonly intro: string;
  /** How each answer is worded, and its key; by default "yes" with Y, and "no" with N. */
  readonly yes?: Partial<Pick<Option, 'label' | 'key'>>;
  readonly no?: Partial<Pick<Option, 'label' | 'key'>>;
  /** What Enter answers, which is then listed first; without a default one of the two has to be chosen. */
  readonly default?: boolean;
  /** What Esc and the end of the input answer; by default they leave altogether. */
  readonly escape?: boolean;
}

const [YES, NO] = ['yes', 'no'];

/** Asks a yes/no question as a choice between two options. */
export async function confirmBy(choice: Prompter['choice'], prompt: ConfirmPrompt): Promise<boolean> {
  const { yes, no, default: byDefault, escape, ...words } = prompt;
  const options = [
    { id: YES, label: 'yes', key: 'y', ...yes },
    { id: NO, label: 'no', key: 'n', ...no },
  ];
  const idOf = (answer: boolean) => (answer ? YES : NO);
  const chosen = await choice({
    ...words,
    options: byDefault === false ? options.toReversed() : options,
    ...(byDefault !== undefined && { default: idOf(byDefault) }),
    ...(escape !== undefined && { escape: idOf(escape) }),
  });
  return chosen === YES;
}

/** A question that is answered in the user's own words, or skipped. */
export interface TextPrompt extends Place {
  readonly title: string;
  readonly intro: string;
  /** What has to stay in sight above the question. */
  readonly preface?: string;
  /** What an empty line answers; without a default it skips the question. */
  readonly default?: string;
  /** What Esc answers; without it, Esc leaves altogether. */
  readonly escape?: Back;
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
   * The ids of the items that were on the screen, each as a whole: only for these does a missing mark mean "no". These
   * are all items, unless `mayLeave` let somebody leave earlier.
   */
  readonly shown: readonly string[];
  /** The id of `aside` or `escape`, when that was chosen: the list isn't answered then. */
  readonly aside?: string;
}

/** The user asked for the previous screen. */
export const BACK = Symbol('back');
export type Back = typeof BACK;

/**
 * Asks a person. Each way of asking (screens, lines, refusing) is one of these.
 * Every question @throws Cancelled when the user leaves, OperationError when the input ends.
 */
export interface Prompter {
  readonly checklist: (prompt: ChecklistPrompt) => Promise<Marked | Back>;
  readonly choice: (prompt: ChoicePrompt) => Promise<string | Back>;
  readonly confirm: (prompt: ConfirmPrompt) => Promise<boolean>;
  /** The text that was typed, or the default; empty when the question was skipped. */
  readonly text: (prompt: TextPrompt) => Promise<string | Back>;
  readonly search: (prompt: SearchPrompt) => Promise<Picked>;
  /** Shows a text that is higher than the window, a page at a time, until it was read or left. */
  readonly read: (reading: Reading) => Promise<void>;
  /** Waits until what was printed has been read. */
  readonly waitUntilRead: () => Promise<void>;
  /** Shows lines between the prompts, where the prompts are. */
  readonly show: (lines: readonly string[]) => void;
  /** Scrolls what is on the screen out of the window, so that what follows begins at its top. */
  readonly freshScreen: () => void;
  readonly close: () => void;
}

/** Refuses every question, for `--no-input`. @param instead what to use in its place */
export function refusingPrompter(instead: string): Prompter {
  const refuse = () =>
    Promise.reject(new UsageError('this needs answers, but input is turned off', { code: 'no-input', hint: instead }));
  const questions = { checklist: refuse, choice: refuse, confirm: refuse, text: refuse, search: refuse, read: refuse };
  return { ...questions, waitUntilRead: refuse, show: () => {}, freshScreen: () => {}, close: () => {} };
}
