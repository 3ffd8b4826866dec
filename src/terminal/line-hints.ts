import {
  BACK,
  type Back,
  type ChecklistPrompt,
  type ChoicePrompt,
  type Marked,
  type Marks,
  type Option,
  type TextPrompt,
} from './prompter.ts';

/** From this many keys on, a range is shorter than a list. */
const LEAST_RUN = 3;

/** More keys than this were heard with the list itself, and would only be heard twice. */
const MOST_RUNS = 6;

/** What is asked, after its place in words: "2 of 11" where a screen shows "2/11". */
export function placed(place: string | undefined, words: string): string {
  return [place?.replace('/', ' of '), words].filter(Boolean).join(': ');
}

/** What can be typed for a checklist. */
export function marksHint({ canGoBack, aside }: ChecklistPrompt): string {
  const words = ['none', ...(aside ? [`${aside.id} (${aside.label})`] : []), ...(canGoBack ? ['back'] : []), 'quit'];
  const marks = 'If you are not sure about one, add a question mark (2, 5?).';
  return `Type the numbers that apply. ${marks} Or type: ${words.join(', ')}`;
}

/** What was understood of the answer to a checklist. */
export function markedText(prompt: ChecklistPrompt, answer: Marked | Back): string | undefined {
  if (answer === BACK || answer.aside !== undefined) return undefined;
  return `You said: ${marksText(prompt, answer) || 'none of these'}.`;
}

/** What is marked while there is more of the list. */
export function soFarText(prompt: ChecklistPrompt, marks: Marks): string {
  return `Marked so far: ${marksText(prompt, marks)}.`;
}

/** The same at the end of the list, with what can be done about it. */
export function goOnText(prompt: ChecklistPrompt, marks: Marks): string {
  return `${soFarText(prompt, marks)} Press Enter to continue with that, or type more numbers.`;
}

/** Why "none" isn't an answer now: it may mean the rest of the list. */
export function notNoneText(prompt: ChecklistPrompt, marks: Marks): string {
  return `${soFarText(prompt, marks)} Press Enter to continue with that, or type clear to remove the marks.`;
}

/** What was marked when this was asked before. */
export function markedBeforeText(prompt: ChecklistPrompt): string {
  const { marked = [], unsure = [] } = prompt;
  const labels = marksText(prompt, { signs: marked, unsure });
  return labels && `Marked before: ${labels}. To remove that, type clear.`;
}

/** How that is kept or replaced, at the end of the list. */
export function keepText({ marked = [], unsure = [] }: ChecklistPrompt): string {
  if (marked.length + unsure.length === 0) return '';
  return 'Press Enter to keep what is marked, or type all the numbers that apply.';
}

function marksText({ items }: ChecklistPrompt, { signs, unsure }: Marks): string {
  const labels = items.flatMap(({ id, label }) => {
    if (signs.includes(id)) return label;
    return unsure.includes(id) ? `${label} (not sure)` : [];
  });
  return labels.join('; ');
}

/** What was understood of the answer to one question of several; what starts something speaks for itself. */
export function chosenText({ place, options }: ChoicePrompt, answer: string | Back): string | undefined {
  const chosen = options.find(({ id }) => id === answer);
  if (!place || !chosen) return undefined;
  const { id, key, label, readBack = `You said: ${id === key && label ? `${key}, ${label}` : label || key}.` } = chosen;
  return readBack;
}

/** What can be typed for a choice, and what Enter alone answers, in words: screen readers skip symbols. */
export function choiceHint({ options, default: usual, canGoBack }: ChoicePrompt): string {
  const words = [...(canGoBack ? ['back'] : []), ...(hasQuit(options) ? [] : ['quit'])];
  const also = words.length > 0 ? `, or: ${words.join(', ')}` : '';
  const byDefault = options.find(({ id }) => id === usual);
  return `Type ${keysText(speakable(options))}${also}${byDefault ? `. Or press Enter for: ${byDefault.label}` : ''}`;
}

/** What can be typed where a text is asked for. */
export function textHint({ canGoBack, default: usual }: Pick<TextPrompt, 'canGoBack' | 'default'>): string {
  return `Type your answer, or press Enter ${usual ? `for ${usual}` : 'to skip'}. Or type: ${canGoBack ? 'back, ' : ''}quit`;
}

/** Whether `q`, which otherwise leaves, is the key of an option. */
export function hasQuit(options: readonly Option[]): boolean {
  return options.some(({ key }) => key === 'q');
}

/** The options whose keys can be read out. A dash can't; Enter is typed instead. */
export function speakable(options: readonly Option[]): readonly Option[] {
  return options.filter(({ key }) => /^[a-z0-9]+$/i.test(key));
}

function keysText(options: readonly Option[]): string {
  const runs = runsOf(options.map(({ key }) => key));
  if (runs.length > MOST_RUNS && options.every(({ key }) => /^[a-z]$/i.test(key))) return 'a letter from the list';
  if (runs.length === 1 && /^\d+ to /.test(runs[0]!)) return `a number from ${runs[0]}`;
  return `one of ${runs.join(', ')}`;
}

// "1", "a to k": consecutive keys are a range.
function runsOf(keys: readonly string[]): string[] {
  const runs: string[][] = [];
  for (const key of keys) {
    const run = runs.at(-1);
    if (run && follows(run.at(-1)!, key)) run.push(key);
    else runs.push([key]);
  }
  return runs.flatMap((run) => (run.length < LEAST_RUN ? run : [`${run[0]} to ${run.at(-1)}`]));
}

function follows(before: string, key: string): boolean {
  if (/^\d+$/.test(before) && /^\d+$/.test(key)) return Number(key) === Number(before) + 1;
  return before.length === 1 && key.length === 1 && key.codePointAt(0) === before.codePointAt(0)! + 1;
}
