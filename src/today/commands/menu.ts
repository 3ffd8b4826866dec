import type { Back, ChoicePrompt, Option, Prompter } from '../../terminal/prompter.ts';

/** The commands that the menu offers. */
const COMMANDS: readonly Option[] = [
  { id: 'triage', label: 'Check the warning signs, and see what to do (a minute or two)', key: 't' },
  { id: 'ice', label: 'Ice, with a timer', key: 'i' },
  { id: 'heat', label: 'Warmth, with a timer', key: 'h' },
  { id: 'stretch', label: 'Gentle stretches, guided', key: 's' },
  { id: 'walk', label: 'A short walk', key: 'w' },
  { id: 'rest', label: 'More positions that ease the back', key: 'r' },
  { id: 'medicines', label: 'Pain relief without a prescription', key: 'm' },
  { id: 'log', label: 'Log the pain', key: 'l' },
  { id: 'faq', label: 'Ask the guide a question', key: 'f' },
  { id: 'guide', label: 'Read the guide', key: 'g' },
  { id: 'quit', label: 'Quit', key: 'q' },
];

/** Asks what is needed: the name of a command, or `quit`. */
export function askMenu(
  prompter: Prompter,
  screen: Pick<ChoicePrompt, 'above' | 'default' | 'escape' | 'preface'>,
): Promise<string | Back> {
  return prompter.choice({ ...screen, intro: 'What do you need?', options: COMMANDS });
}
