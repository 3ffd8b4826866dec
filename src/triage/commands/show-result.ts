import type { Context } from '../../app/context.ts';
import type { Country } from '../../content/types.ts';
import { BACK, type ChoicePrompt, MORE, type Option, type Prompter } from '../../terminal/prompter.ts';
import { saveAnswer } from '../../settings/save-answer.ts';
import { keyVerb } from '../../terminal/capabilities.ts';
import { findCountry } from '../core/emergency-number.ts';
import { isUpper } from '../core/levels.ts';
import type { TriageResult } from '../core/result.ts';
import { START_KEY, startOf } from '../views/next-step.ts';
import { resultBlocks, verdictStyle, verdictText } from '../views/result.ts';

/** What somebody wants after a result; `start` is the command that follows it. */
export type AfterResult = 'done' | 'change' | 'go-on' | 'country' | { readonly start: string };

/**
 * Shows a result a page at a time, so that nothing scrolls away unread, and asks what comes next.
 * @param left how many screens weren't asked, or only in part
 */
export async function showResult(
  context: Context,
  prompter: Prompter,
  result: TriageResult,
  left: number,
): Promise<AfterResult> {
  const verb = keyVerb(context.capabilities);
  const blocks = () => resultBlocks(context.page, result, verb);
  const hasMore = blocks().further.some((block) => block.flat().length > 0);
  const chosen = await prompter.choice({
    ...waysOn(result, left, hasMore),
    intro: '',
    reading: {
      blocks: () => blocks().essential,
      ...(hasMore && { further: () => blocks().further }),
      reminder: () => reminder(context, result),
      // An emergency stays in sight whatever comes next.
      stays: (answer) => answer === 'done' || (isUpper(result.level) && answer !== 'country'),
    },
  });
  if (chosen === 'start') return { start: firstCommand(result)! };
  return chosen === BACK ? 'change' : (chosen as AfterResult);
}

// Where the first page has scrolled away, where to get help stays in sight.
function reminder({ page }: Context, result: TriageResult): string {
  return result.level === 'self-care' ? '' : verdictStyle(page, result)(verdictText(result));
}

function waysOn(
  result: TriageResult,
  left: number,
  hasMore: boolean,
): Pick<ChoicePrompt, 'inline' | 'escape' | 'canGoBack' | 'default' | 'options'> {
  const upper = isUpper(result.level);
  const command = firstCommand(result);
  const options: Option[] = [
    ...(command && !upper ? [{ id: 'start', ...startOf(command), key: START_KEY }] : []),
    ...(hasMore ? [{ id: MORE, label: 'more', key: 'm' }] : []),
    ...(needsCountry(result) ? [{ id: 'country', label: 'number for my country', brief: 'number', key: 'n' }] : []),
    { id: 'change', label: 'change an answer', brief: 'change', key: 'c' },
    ...(left > 0
      ? [{ id: 'go-on', label: `answer the rest (${left} left)`, brief: `${left} questions`, key: 'g' }]
      : []),
    { id: 'done', label: upper ? "I'm getting help now" : 'done', brief: 'done', key: 'q' },
  ];
  const byDefault = upper && !hasMore ? 'done' : options[0]!.id;
  return { inline: true, escape: 'done', canGoBack: true, default: byDefault, options };
}

// A number is needed where help is: then the country is asked, once, as the answer is saved.
function needsCountry({ number: { country, guessed }, level }: TriageResult): boolean {
  return level !== 'self-care' && level !== 'clinician' && (country === undefined || guessed === true);
}

function firstCommand({ plan }: TriageResult): string | undefined {
  return plan.find((step) => step.command)?.command;
}

/**
 * Starts what was chosen as the next step. After ice or stretches something else comes next, which the page of today
 * knows.
 * @returns whether it leads back to the result
 */
export async function startNext(context: Context, command: string): Promise<boolean> {
  const end = await context.open(command);
  if (end !== 'done' || !isSession(context, command)) return end !== 'over';
  await context.start('today');
  return false;
}

function isSession({ content }: Context, command: string): boolean {
  return command === 'stretch' || content.therapies().therapies.some(({ id }) => id === command);
}

/**
 * Asks which country somebody is in, and saves it. Where to get help is said again, as the question may move it out of
 * the window.
 * @returns the country, or nothing where none was named
 */
export async function askCountry(
  context: Context,
  prompter: Prompter,
  result: TriageResult,
): Promise<Country | undefined> {
  const numbers = context.content.emergencyNumbers();
  const preface = isUpper(result.level) ? reminder(context, result) : '';
  let intro = 'Which country are you in? A name or two letters, such as UK or DE.';
  for (;;) {
    const typed = await prompter.text({
      title: 'Your country',
      intro,
      preface,
      canGoBack: true,
      escape: BACK,
    });
    if (typed === BACK || typed === '') return undefined;
    const country = findCountry(numbers, typed);
    if (country) {
      await saveAnswer(context, { country: country.code });
      return country;
    }
    intro = `"${typed}" isn't a country that is known here. Type its name, or two letters, such as UK or DE.`;
  }
}
