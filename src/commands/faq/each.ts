import type { Context } from '../../context.ts';
import { UsageError } from '../../errors.ts';
import { hearSigns } from '../signs/hear.ts';
import { answerOf, documentOf } from './answer.ts';
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
  const search = openSearch(context);
  for (const question of questions) {
    const answer = answerOf(question, search);
    const heard = await hearSigns(context, question);
    if (json) {
      context.print([inALine(documentOf(answer, heard))]);
      continue;
    }
    context.print([context.page.style.heading(`? ${question}`)]);
    await answerInWords(context, search, answer, heard);
    context.print(['']);
  }
}

// In ASCII, which every terminal has: a letter spelled otherwise wouldn't be the one that was typed.
function inALine(document: object): string {
  return JSON.stringify(document).replace(/[^\x00-\x7F]/g, escaped);
}

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
