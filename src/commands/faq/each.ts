import type { Context } from '../../context.ts';
import { UsageError } from '../../errors.ts';
import { toAsciiJson } from '../../terminal/glyphs.ts';
import { faqDocument } from '../../views/faq.ts';
import { openHearing } from '../signs/hear.ts';
import { answerOf } from './answer.ts';
import { answerInWords } from './in-words.ts';
import { openSearch } from './search.ts';

/** Answers each line of a text. */
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
  const [search, hear] = [openSearch(context), openHearing(context)];
  for (const question of questions) {
    const answer = answerOf(question, search);
    const heard = await hear(question);
    if (json) {
      // In one line, which printJson doesn't write; and in ASCII, which every terminal has.
      context.printText(`${toAsciiJson(JSON.stringify(faqDocument(answer, heard)))}\n`);
      continue;
    }
    context.print([context.page.style.heading(`? ${question}`)]);
    await answerInWords(context, search, answer, heard);
    context.print(['']);
  }
}
