import type { Context } from '../../app/context.ts';
import { suggest } from '../search/suggest.ts';
import { AlreadyReportedError } from '../../errors.ts';
import type { SearchPrompt } from '../../terminal/prompter.ts';
import { passageLines } from '../views/faq.ts';
import { detectSigns } from '../../understanding/detect.ts';
import { answerOf } from './answer.ts';
import { answerInWords } from './in-words.ts';
import { commonQuestions, type Search } from './search.ts';

/** Lets a person at the terminal look for a passage, and shows it. */
export async function pickAndShow(search: Search, context: Context): Promise<void> {
  const prompter = await context.prompter();
  const picked = await prompter.search(promptOf(search, context));
  await context.releaseKeyboard();
  if ('id' in picked) return context.print(passageLines(context.page, search.passage(picked.id), search));
  const answer = answerOf(picked.typed, search);
  const { signs } = await detectSigns(context, picked.typed);
  if (!(await answerInWords(context, search, answer, signs))) throw new AlreadyReportedError('no answer');
}

function promptOf({ index }: Search, context: Context): SearchPrompt {
  const passages = context.content.chapters().flatMap((chapter) => chapter.passages);
  // While nothing was typed, the common questions come first.
  const all = [...new Set([...commonQuestions(context).passages, ...passages])];
  return {
    title: 'The guide',
    intro: 'Type a question, or a word or two.',
    find: (typed) => suggest(typed, all, index).map(({ id, title }) => ({ id, label: title })),
  };
}
