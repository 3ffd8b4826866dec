import { JSON_OPTION, type CommandDeclaration, type Invocation } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { answerOf } from '../answers/answer.ts';
import { openSearch } from '../answers/search.ts';
import { answerOne } from './faq.ts';
import { detectSigns } from '../../understanding/detect.ts';

/**
 * What somebody says in their own words where a command would stand: it is answered as a question.
 * @param refused what is thrown for words that were meant for a command
 * @param isSlip whether they look like a misspelt command: then only a warning sign is answered
 */
export function wordsCommand(refused: () => Error, isSlip: boolean): CommandDeclaration {
  return {
    name: '',
    summary: '',
    description: [],
    arguments: [{ syntax: '[words...]', description: 'what is the matter, in your own words' }],
    options: [JSON_OPTION],
    examples: [],
    run: async ({ args, options }: Invocation, context: Context) => {
      const text = args.join(' ').trim();
      const isOne = !/\s/.test(text);
      // One letter of a command is easily mistyped, and a single word says little.
      if (isOne && isSlip) throw refused();
      if ((isOne || isSlip) && !(await isUnderstood(text, isSlip, context))) throw refused();
      await answerOne(text, options['json'] === true, context);
    },
  };
}

async function isUnderstood(text: string, isSlip: boolean, context: Context): Promise<boolean> {
  const { signs } = await detectSigns(context, text);
  return signs.length > 0 || (!isSlip && answerOf(text, openSearch(context)).answered);
}
