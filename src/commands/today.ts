import { JSON_OPTION, type CommandDeclaration } from '../command.ts';
import type { Context } from '../context.ts';
import type { Question } from '../content/types.ts';
import type { EpisodeRules } from '../journal/episodes.ts';
import { lookAtToday, type Today } from '../journal/today.ts';
import type { Level } from '../content/types.ts';
import { evaluate } from '../triage/evaluate.ts';
import { type Facts, headline, planFor, type Step } from '../triage/plan.ts';
import { todayDocument, todayLines } from '../views/today.ts';
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
  run: ({ options }, context) => showToday(context, Boolean(options['json'])),
};

/** Shows the page of today; on a terminal Enter goes on to what comes next. */
export async function showToday(context: Context, json: boolean): Promise<void> {
  const today = readToday(context);
  const next = nextStep(context, today);
  if (json) return context.printJson(todayDocument(today, next));
  const triage = knowledgeOf(context);
  const texts = {
    journal: context.content.journal(),
    safetyNet: triage.safetyNet,
    headline: (level: string) => headline(triage, NOTHING_SAID, level as Level),
  };
  const lines = () => todayLines(context.page, today, texts, next, context.now());
  context.print(lines());
  if (context.capabilities.interactive && context.capabilities.prompts !== 'refuse') await goOn(context, next, lines);
}

/** What the journal tells of this day. */
export function readToday(context: Context): Today {
  const rules = episodeRules(context);
  return lookAtToday(readEntries(context), rules, context.content.therapies(), context.now());
}

const NOTHING_SAID = { signs: new Set<string>(), unsure: new Set<string>(), values: new Map<string, string>() };
const NO_FACTS: Facts = { number: '', numberInFull: '', signs: '', unsure: '' };

function onsetQuestion(questions: readonly Question[]) {
  const question = questions.find(({ id }) => id === 'onset');
  return question?.type === 'choice' ? question.choices : [];
}

function episodeRules({ content }: Context): EpisodeRules {
  const onsets = onsetQuestion(content.triage().questions);
  return { ...content.journal().course, onsetHours: (answer) => onsets.find(({ id }) => id === answer)?.hours };
}

// The first step of the plan, for as long as this episode has lasted, that a command can do.
function nextStep(context: Context, { episode }: Today): Step | undefined {
  if (!episode) return undefined;
  const triage = knowledgeOf(context);
  const onset = onsetQuestion(triage.questions).find(({ upTo }) => upTo === undefined || episode.hours < upTo)!;
  const answers = { ...NOTHING_SAID, values: new Map([['onset', onset.id]]) };
  return planFor(triage, answers, evaluate(triage, answers), NO_FACTS).find((step) => step.command !== undefined);
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
  const where = { place: '', title: '', intro: '', inline: true, canGoBack: false };
  const chosen = await prompter.choice({ ...where, options, enter, above });
  if (typeof chosen === 'string' && chosen !== 'quit') await context.start(chosen);
}
