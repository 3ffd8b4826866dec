import { type Answer, defineCommand, flag } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { leadBack, present } from '../../app/present.ts';
import { AlreadyReportedError, UsageError } from '../../errors.ts';
import type { SearchPrompt } from '../../terminal/prompter.ts';
import { detectSigns, openDetector } from '../../understanding/detect.ts';
import { suggest } from '../search/search.ts';
import { answerPassageLines, commonLines, topicListLines, topicsDocument } from '../views/faq.ts';
import {
  answerOf,
  commonQuestions,
  documentOf,
  openGuide,
  reportAnswer,
  type OpenGuide,
  showAnswer,
} from './look-up.ts';

const WITHOUT_INPUT = 'ask one, for example: unspasm faq "should I use a cold pack"';

export const command = defineCommand({
  name: 'faq',
  summary: 'ask a question, and get an answer from the guide',
  description: [
    'Answers a question in your own words with the topic of the guide that fits best, and names others. If the guide has no answer, it says so, names related topics, and exits with code 1.',
    'Without a question, a terminal shows a list that gets shorter as you type. Otherwise you see the common questions. With - it reads one question per line from standard input. Exit code 0 then means that all of them were looked up.',
  ],
  arguments: [{ syntax: '[question...]', description: 'a question, or a word or two; - reads one question per line' }],
  options: {
    list: flag('list everything that has an answer, by chapter'),
    json: flag('print one JSON document; with -, one per line'),
  },
  examples: [
    { command: 'unspasm faq "should I use a cold pack"', does: 'answer a question' },
    { command: 'unspasm faq --list', does: 'list everything that has an answer' },
    { command: 'unspasm faq --json "how long does it last"', does: 'print the three best answers, for a script' },
  ],
  seeAlso: ['unspasm guide', 'unspasm triage'],
  withoutInput: WITHOUT_INPUT,
  run: ({ args, options }, context) => {
    const json = options.json === true;
    if (options.list) return listTopics(args, context);
    if (args.length === 1 && args[0] === '-') return answerEach(context.readText('-'), json, context);
    if (args[0] === '-') throw new UsageError('- reads the questions from standard input', TWO_QUESTIONS);
    const question = args.join(' ').trim();
    if (question !== '') return answerOne(question, json, context);
    if (args.length > 0) throw new UsageError('the question is empty', { code: 'no-question', hint: WITHOUT_INPUT });
    if (!json && context.capabilities.interactive) return pickAndShow(context);
    const common = commonQuestions(context);
    return { document: () => topicsDocument([common]), lines: () => commonLines(context.page, common) };
  },
});

const TWO_QUESTIONS = { code: 'two-questions', hint: 'leave out the words after it, or leave out the -' };

function listTopics(args: readonly string[], { content, page }: Context): Answer {
  if (args.length > 0) {
    throw new UsageError("--list doesn't take a question", {
      code: 'list-and-question',
      hint: 'leave one of them out',
    });
  }
  const chapters = content.chapters();
  return { document: () => topicsDocument(chapters), lines: () => topicListLines(page, chapters) };
}

async function answerOne(question: string, json: boolean, context: Context): Promise<void> {
  const guide = openGuide(context);
  const answer = answerOf(question, guide);
  await reportAnswer(context, { guide, answer, detection: await detectSigns(context, question) }, json);
}

/** Answers each line of a text. @throws AlreadyReportedError at the end, when a fault kept one from being looked up */
async function answerEach(text: string, json: boolean, context: Context): Promise<void> {
  const questions = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  if (questions.length === 0) {
    throw new UsageError('there was no question on standard input', {
      code: 'no-question',
      hint: 'write one question per line',
    });
  }
  const [guide, detect] = [openGuide(context), openDetector(context)];
  let faults = 0;
  for (const [at, question] of questions.entries()) {
    const answer = answerOf(question, guide);
    const detection = await detect(question, `question ${at + 1}`);
    if (answer.fault !== undefined) faults += 1;
    if (json) {
      context.printJsonLine(documentOf({ guide, answer, detection }));
      continue;
    }
    context.print([context.page.style.heading(`? ${question}`)]);
    await showAnswer(context, guide, answer, detection.signs);
    context.print(['']);
  }
  if (faults > 0) throw new AlreadyReportedError(`${faults} couldn't be looked up`);
}

// Lets a person at the terminal look for a passage, and shows it.
async function pickAndShow(context: Context): Promise<void> {
  const guide = openGuide(context);
  const here = { ...context, inDialogue: true };
  for (;;) {
    const prompter = await context.prompter();
    const picked = await prompter.search(promptOf(guide, context));
    await context.releaseKeyboard();
    const isLast = !context.inDialogue;
    if ('id' in picked)
      await present(here, { lines: () => answerPassageLines(context.page, guide.passage(picked.id), guide) });
    else await answerTyped(picked.typed, here, isLast);
    // On a menu an answer leads back to the list.
    if (isLast) return;
    await leadBack(context);
  }
}

// That the guide has no answer is the result of a typed command, but not of a dialogue that goes on.
async function answerTyped(question: string, context: Context, isLast: boolean): Promise<void> {
  try {
    await answerOne(question, false, context);
  } catch (error) {
    if (isLast || !(error instanceof AlreadyReportedError)) throw error;
  }
}

function promptOf({ index }: OpenGuide, context: Context): SearchPrompt {
  const passages = context.content.chapters().flatMap((chapter) => chapter.passages);
  // While nothing was typed, the common questions come first.
  const all = [...new Set([...commonQuestions(context).passages, ...passages])];
  return {
    title: 'The guide',
    intro: 'Type a question, or a word or two.',
    find: (typed) => suggest(typed, all, index).map(({ id, title }) => ({ id, label: title })),
  };
}
