import { JSON_OPTION, type CommandDeclaration, type Invocation } from '../command.ts';
import type { Context } from '../context.ts';
import { answerOf } from './faq/answer.ts';
import { openSearch } from './faq/search.ts';
import { answerOne } from './faq.ts';
import { detectSigns } from './signs/detect.ts';

/**
 * What somebody says in their own words where a command would stand: it is answered as a question.
 * @param refused what is thrown for a single word that is neither a sign nor in the guide: it was meant for a command
 */
export function wordsCommand(refused: () => Error): CommandDeclaration {
  return {
    name: '',
    summary: '',
    description: [],
    arguments: [{ syntax: '[words...]', description: 'what is the matter, in your own words' }],
    options: [JSON_OPTION],
    examples: [],
    run: async ({ args, options }: Invocation, context: Context) => {
      const text = args.join(' ').trim();
      if (!text.includes(' ') && !(await isUnderstood(text, context))) throw refused();
      await answerOne(text, options['json'] === true, context);
    },
  };
}

async function isUnderstood(word: string, context: Context): Promise<boolean> {
  if (answerOf(word, openSearch(context)).answered) return true;
  return (await detectSigns(context, word)).signs.length > 0;
}
