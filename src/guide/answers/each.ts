import type { Context } from '../../app/context.ts';
import { AlreadyReportedError, UsageError } from '../../errors.ts';
import { faqDocument } from '../views/faq.ts';
import { openDetector } from '../../understanding/detect.ts';
import { answerOf } from './answer.ts';
import { answerInWords } from './in-words.ts';
import { openSearch } from './search.ts';

/** Answers each line of a text. @throws ToldAlready at the end, when a fault kept one from being looked up */
export async function answerEach(text: string, json: boolean, context: Context): Promise<void> {
  const questions = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  if (questions.length === 0) {
    throw new UsageError('no question came in', {
      code: 'no-question',
      hint: 'write a question a line to standard input',
    });
  }
  const [search, hear] = [openSearch(context), openDetector(context)];
  let faults = 0;
  for (const [at, question] of questions.entries()) {
    const answer = answerOf(question, search);
    const hearing = await hear(question, `question ${at + 1}`);
    if (answer.fault !== undefined) faults += 1;
    if (json) {
      context.printJsonLine(faqDocument(answer, hearing));
      continue;
    }
    context.print([context.page.style.heading(`? ${question}`)]);
    await answerInWords(context, search, answer, hearing.signs);
    context.print(['']);
  }
  if (faults > 0) throw new AlreadyReportedError(`${faults} could not be looked up`);
}
