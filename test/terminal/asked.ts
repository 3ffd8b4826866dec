import type { ChecklistPrompt, ChoicePrompt, SearchPrompt, TextPrompt } from '../../src/terminal/prompter.ts';
import { type Shown, shown } from './shown.ts';

/** What can be marked on a checklist, and on one that doesn't fit its window. */
export const SIGNS = ['fever', 'numb', 'weak'];
export const MANY_SIGNS = [...SIGNS, 'cancer', 'fall', 'bladder', 'steroids', 'night'];

const checklistOf = (signs: readonly string[]): ChecklistPrompt => ({
  place: '2/11',
  title: 'Signs',
  intro: 'Does one of these apply?',
  items: signs.map((id) => ({
    id,
    label: `Something about ${id} that takes up more than one line`,
    details: `What ${id} is.`,
  })),
  canGoBack: true,
});
export const PAIN: ChoicePrompt = {
  place: '8/11',
  title: 'Pain',
  intro: 'How bad is it?',
  options: Array.from({ length: 11 }, (_, value) => ({ id: `pain-${value}`, label: 'so bad', key: String(value) })),
  canGoBack: true,
};
const TEXT: TextPrompt = { place: '1/4', title: 'Note', intro: 'In your own words.', canGoBack: true };
/** What the list of the search holds. */
export const LABELS = ['ice for my back', 'what is heat for', 'where it hurts'];
const SEARCH: SearchPrompt = {
  title: 'Ask',
  intro: 'A few words.',
  find: (typed) => LABELS.filter((label) => label.includes(typed.toLowerCase())).map((label) => ({ id: label, label })),
};

/** One prompt of each kind, with nothing answered yet. */
export const asked = {
  checklist: (): Shown => shown((prompter) => prompter.checklist(checklistOf(SIGNS))),
  pages: (): Shown => shown((prompter) => prompter.checklist(checklistOf(MANY_SIGNS)), 36, 12),
  choice: (): Shown => shown((prompter) => prompter.choice(PAIN)),
  text: (): Shown => shown((prompter) => prompter.text(TEXT)),
  confirm: (): Shown => shown((prompter) => prompter.confirm({ intro: 'Do you want to go on?', default: false })),
  /** A checklist that comes once n has said no. */
  noThenChecklist: (): Shown =>
    shown(async (prompter) => {
      await prompter.confirm({ intro: 'Do you want to go on?', default: false });
      return prompter.checklist(checklistOf(SIGNS));
    }),
  search: (): Shown => shown((prompter) => prompter.search(SEARCH)),
};
