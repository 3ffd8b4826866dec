import type { Context } from '../../context.ts';
import { answerLines, type QuestionAnswer } from '../../views/faq.ts';
import { answerSigns } from '../signs/answer.ts';
import type { HeardSign } from '../signs/hear.ts';
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
  heard: readonly HeardSign[],
): Promise<boolean> {
  const there = await answerSigns(context, heard, false);
  if (there.some(({ id }) => id === context.content.crisis().id)) return true;
  if (answer.answered || there.length === 0) context.print(answerLines(context.page, answer, search));
  return answer.answered || there.length > 0;
}
