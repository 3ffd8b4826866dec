import { JSON_OPTION, type CommandDeclaration, type Invocation } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { AlreadyReportedError, UsageError } from '../../errors.ts';
import { commonLines, faqDocument, topicListLines, topicsDocument } from '../views/faq.ts';
import { answerOf } from '../answers/answer.ts';
import { answerInWords } from '../answers/in-words.ts';
import { answerEach } from '../answers/each.ts';
import { pickAndShow } from '../answers/pick.ts';
import { commonQuestions, openSearch } from '../answers/search.ts';
import { detectSigns, sureOnes } from '../../understanding/detect.ts';

export const command: CommandDeclaration = {
  name: 'faq',
  summary: 'ask a question; the guide answers, or says that it does not',
  description: [
    'Answers a question in your own words with the passage of the guide that fits best, and names others. Where the guide has no answer it says so, names what comes near, and ends with exit code 1.',
    'Without a question: on a terminal, a list that narrows down as you type; else the common questions. With - it reads a question a line from standard input; then exit code 0 means that all were looked up.',
  ],
  arguments: [{ syntax: '[question...]', description: 'a question, or a word or two; - reads a question a line' }],
  options: [
    { flags: '--list', description: 'all that there are answers to, by chapter' },
    { ...JSON_OPTION, description: 'a JSON document on standard output; with -, one a line' },
  ],
  examples: [
    { command: 'unspasm faq "should I use a cold pack"', does: 'an answer' },
    { command: 'unspasm faq --list', does: 'everything that can be asked' },
    { command: 'unspasm faq --json "how long does it last"', does: 'the three that fit best, for a script' },
  ],
  seeAlso: ['unspasm guide', 'unspasm triage'],
  withoutInput: 'give a question: unspasm faq "should I use a cold pack"',
  run,
};

async function run({ args, options }: Invocation, context: Context): Promise<void> {
  const json = options['json'] === true;
  if (options['list']) return listAll(args, json, context);
  if (args.length === 1 && args[0] === '-') return answerEach(context.readText('-'), json, context);
  const question = args.join(' ').trim();
  if (question !== '') return answerOne(question, json, context);
  if (args.length > 0)
    throw new UsageError('the question is empty', { code: 'no-question', hint: command.withoutInput! });
  if (json) return context.printJson(topicsDocument([commonQuestions(context)]));
  if (!context.capabilities.interactive) return context.print(commonLines(context.page, commonQuestions(context)));
  await pickAndShow(openSearch(context), context);
}

function listAll(args: readonly string[], json: boolean, { content, page, print, printJson }: Context): void {
  if (args.length > 0) {
    throw new UsageError('--list and a question do not go together', {
      code: 'list-and-question',
      hint: 'leave one out',
    });
  }
  const chapters = content.chapters();
  if (json) printJson(topicsDocument(chapters));
  else print(topicListLines(page, chapters));
}

/** Answers one question, the warning signs in it first. @throws ToldAlready where there is no answer */
export async function answerOne(question: string, json: boolean, context: Context): Promise<void> {
  const search = openSearch(context);
  const answer = answerOf(question, search);
  const hearing = await detectSigns(context, question);
  if (json) context.printJson(faqDocument(answer, hearing));
  const isTold = json
    ? answer.answered || sureOnes(hearing.signs).length > 0
    : await answerInWords(context, search, answer, hearing.signs);
  if (!isTold) throw new AlreadyReportedError('no answer');
}
