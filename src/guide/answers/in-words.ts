import type { Context } from '../../app/context.ts';
import { answerLines, type QuestionAnswer } from '../views/faq.ts';
import type { DetectedSign } from '../../understanding/detect.ts';
import type { Search } from './search.ts';

/**
 * Answers to the warning signs of a question first, and then what the guide has on it. Who thinks
 * of ending their life is told nothing else; and who tells of a sign isn't told that there is no answer.
 * @returns whether there was something to say: an answer, or a sign
 */
export async function answerInWords(
  context: Context,
  search: Search,
  answer: QuestionAnswer,
  heard: readonly DetectedSign[],
): Promise<boolean> {
  const there = heard.length === 0 ? [] : await answerHeard(context, heard);
  if (there.some(({ id }) => id === context.content.crisis().id)) return true;
  const noSign = there.length === 0;
  const results = noSign ? answer.results : ofHelp(answer, search);
  const hasAnswer = answer.answered && results.length > 0;
  if (noSign || hasAnswer) context.print(answerLines(context.page, { ...answer, results }, search));
  return hasAnswer || !noSign;
}

// What answers to signs is loaded when there are some.
async function answerHeard(context: Context, heard: readonly DetectedSign[]): Promise<DetectedSign[]> {
  const { answerSigns } = await import('../../understanding/answer.ts');
  return answerSigns(context, heard, false);
}

// Who was just told to do nothing but get help isn't offered ice, yoga, a massage or a tablet in the next line.
function ofHelp({ results }: QuestionAnswer, { commandFor }: Search): QuestionAnswer['results'] {
  return results.filter(({ passage }) => commandFor(passage.id) === 'triage');
}
