import { nextCommand, nextText, type PlanView } from '../../plan/views/plan.ts';
import type { Back, ChoicePrompt, Option, Prompter } from '../../terminal/prompter.ts';

/** For somebody whose back doesn't hurt now, where nothing is known of them. */
const NO_PAIN: Option = {
  id: 'today',
  label: 'No pain now: exercises that can lower the risk of another spasm',
  key: 'e',
};

/** The whole plan. */
export const PLAN_OPTION: Option = { id: 'plan', label: 'Your plan: exercise, levels and walks', key: 'p' };

/** Starts what comes next in the plan; where all of it was done, other exercise. */
export function exerciseOption({ plan, content }: PlanView): Option {
  const { next } = plan;
  if (!next) return { id: 'exercise', label: 'Other exercise: log some, or start some', key: 'e' };
  return { id: nextCommand(next, content), label: `Exercise: ${nextText(next, plan)}`, key: 'e' };
}

/** The commands that the menu offers. */
const COMMANDS: readonly Option[] = [
  { id: 'triage', label: 'Check the warning signs, and see what to do (a minute or two)', key: 't' },
  { id: 'ice', label: 'Ice, with a timer', key: 'i' },
  { id: 'heat', label: 'Heat, with a timer', key: 'h' },
  { id: 'stretch', label: 'Gentle stretches, guided', key: 's' },
  { id: 'walk', label: 'A short walk', key: 'w' },
  { id: 'rest', label: 'More positions that ease the back', key: 'r' },
  { id: 'medicines', label: 'Over-the-counter painkillers', key: 'm' },
  { id: 'log', label: 'Log your pain', key: 'l' },
  { id: 'faq', label: 'Ask the guide a question', key: 'f' },
  { id: 'guide', label: 'Read the guide', key: 'g' },
];

const QUIT: Option = { id: 'quit', label: 'Quit', key: 'q' };

/** Goes back to the page of today. */
export const CLOSE = 'close';
const TO_TODAY: Option = { id: CLOSE, label: 'Back to today', brief: 'today', key: 'q' };

/**
 * Asks what is needed: a command, `quit` or {@link CLOSE}.
 * @param exercise what stands for exercise on the menu of the page of today; without it, this is the menu of somebody of
 *   whom nothing is known
 */
export function askMenu(
  prompter: Prompter,
  screen: Pick<ChoicePrompt, 'reading' | 'canGoBack' | 'escape'>,
  exercise?: readonly Option[],
): Promise<string | Back> {
  return prompter.choice({
    ...screen,
    intro: 'What do you need?',
    default: 'triage',
    options: exercise ? [...COMMANDS, ...exercise, TO_TODAY] : [...COMMANDS, NO_PAIN, QUIT],
  });
}
