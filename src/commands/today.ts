import { JSON_OPTION, type CommandDeclaration } from '../command.ts';
import type { Context } from '../context.ts';
import type { Question } from '../content/types.ts';
import type { EpisodeRules } from '../journal/episodes.ts';
import { lookAtToday, type Today } from '../journal/today.ts';
import { keptAnswers } from '../triage/answers.ts';
import { guessNumber } from '../triage/emergency-number.ts';
import type { Step } from '../triage/plan.ts';
import { resultOf } from '../triage/result.ts';
import { type Advice, todayDocument, todayLines } from '../views/today.ts';
import { readEntries } from './log/entries.ts';
import { knowledgeOf } from './triage/knowledge.ts';

export const command: CommandDeclaration = {
  name: 'today',
  summary: 'where this episode stands, and what comes next',
  description: [
    'Shows the day of this episode, the pain so far, what was done today and when it may be done again, the next step, and the signs that change everything. Without an episode: what keeps it so.',
  ],
  options: [JSON_OPTION],
  examples: [{ command: 'unspasm today', does: 'this day' }],
  seeAlso: ['unspasm log', 'unspasm triage'],
  run: ({ options }, context) => showToday(context, readToday(context), Boolean(options['json'])),
};

/** Shows the page of today; on a terminal Enter goes on to what comes next. */
export async function showToday(context: Context, today: Today, json: boolean): Promise<void> {
  const advice = adviceFor(context, today);
  if (json) return context.printJson(todayDocument(today, advice));
  const texts = { journal: context.content.journal(), safetyNet: advice.safetyNet };
  const lines = () => todayLines(context.page, today, texts, advice, context.now());
  context.print(lines());
  if (context.capabilities.interactive && context.capabilities.prompts !== 'refuse')
    await goOn(context, advice.next, lines);
}

/** What the journal tells of this day. */
export function readToday(context: Context): Today {
  const rules = episodeRules(context);
  return lookAtToday(readEntries(context), rules, context.content.therapies(), context.now());
}

function onsetQuestion(questions: readonly Question[]) {
  const question = questions.find(({ id }) => id === 'onset');
  return question?.type === 'choice' ? question.choices : [];
}

function episodeRules({ content }: Context): EpisodeRules {
  const onsets = onsetQuestion(content.triage().questions);
  return { ...content.journal().course, onsetHours: (answer) => onsets.find(({ id }) => id === answer)?.hours };
}

// Only who was sent to get help is told a number here; finding it takes longer than all the rest.
const NO_NUMBER = { inFull: '', brief: '' };

// What triage would say of what was last reported, for as long as this episode has lasted by now.
// Who hasn't been seen after an emergency keeps hearing what was said then.
function adviceFor(context: Context, { unseen, checked, episode }: Today): Advice {
  const triage = knowledgeOf(context);
  if (unseen) {
    const number = guessNumber(context.content.emergencyNumbers(), context.whereabouts());
    return { ...resultOf(triage, keptAnswers(unseen), number), next: undefined };
  }
  const said = keptAnswers(checked ?? {});
  const onset =
    episode && onsetQuestion(triage.questions).find(({ upTo }) => upTo === undefined || episode.hours < upTo);
  const values = new Map(said.values);
  if (onset) values.set('onset', onset.id);
  const result = resultOf(triage, { ...said, values }, NO_NUMBER);
  return { ...result, next: episode && result.plan.find((step) => step.command !== undefined) };
}

async function goOn(context: Context, next: Step | undefined, above: () => readonly string[]): Promise<void> {
  const prompter = await context.prompter();
  const options = [
    ...(next?.command ? [{ id: next.command, label: `start unspasm ${next.command}`, key: 's' }] : []),
    { id: 'log', label: 'log the pain', key: 'l' },
    { id: 'triage', label: 'check the signs', key: 't' },
    { id: 'quit', label: 'done', key: 'q' },
  ];
  const enter = next?.command ?? 'quit';
  const where = { place: '', title: '', intro: '', inline: true, canGoBack: false, escape: 'quit' };
  const chosen = await prompter.choice({ ...where, options, enter, above });
  if (typeof chosen === 'string' && chosen !== 'quit') await context.start(chosen);
}
