import { type Answer, defineCommand, JSON_FLAG } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { journalWords } from '../../journal/content.ts';
import { readUnread } from '../../journal/read-unread.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import { blocksOf } from '../../terminal/page.ts';
import type { Option } from '../../terminal/prompter.ts';
import { adviceFor } from '../../today/advice.ts';
import { readDay } from '../../today/day.ts';
import type { Plan } from '../core/plan.ts';
import { planOf } from '../plan-of.ts';
import { nextCommand, nextText, planDocument, planLines } from '../views/plan.ts';
import { waitingLines } from '../views/waiting.ts';

export const command = defineCommand({
  name: 'plan',
  summary: 'what to do without pain, to lower the risk of another spasm',
  description: [
    'Shows this week, the four weeks before it, and what comes next: core exercises, in levels that follow what you did and how it felt, and walks that are built up over months. Guided sessions and exercise that you log count, and a session that was skipped through does not.',
    'In the first days of an episode, exercise waits, and the plan says what is fine now.',
  ],
  options: { json: JSON_FLAG },
  examples: [
    { command: 'unspasm plan', does: 'show your plan, and start what comes next' },
    { command: 'unspasm stretch core --level 2', does: 'do the core exercises at another level' },
  ],
  seeAlso: ['unspasm exercise', 'unspasm stretch', 'unspasm today'],
  run: async ({ options }, context) => {
    const isDocument = options.json === true;
    await readUnread(context, isDocument);
    const { entries, today } = readDay(context);
    // Somebody who has to get help first, or to check a warning sign, isn't told to exercise.
    if (today.unseen || today.noteWithSigns)
      return isDocument ? refusal(today.unseen ? 'help' : 'signs') : context.start('today');
    const { plan: steps, headline } = await adviceFor(context, today);
    const against = steps.flatMap((step) => step.against ?? []);
    const plan = planOf(context, entries, today, against);
    const view = { plan, content: context.content.plan(), words: journalWords(context), now: context.now() };
    const objections = steps
      .filter((step) => step.against)
      .map(({ text }) => `Your last warning-sign check said: ${headline}. ${text}`);
    const { stretches } = context.content.stretches();
    const answer = {
      document: () => planDocument(view),
      lines: () =>
        plan.waits === 'early'
          ? waitingLines(context.page, { view, steps })
          : planLines(context.page, { ...view, stretches, objections }),
    };
    return isDocument || !mayAsk(context.capabilities) ? answer : offer(context, plan, answer);
  },
});

// Scripts get no exercise either.
function refusal(waits: 'help' | 'signs'): Answer {
  return { document: () => ({ waits, next: null }), lines: () => [] };
}

async function offer(context: Context, plan: Plan, { lines }: Answer): Promise<void> {
  const prompter = await context.prompter();
  const chosen = await prompter.choice({
    intro: '',
    options: optionsFor(context, plan),
    default: 'quit',
    escape: 'quit',
    inline: true,
    reading: { blocks: () => blocksOf(lines()), stays: () => true },
  });
  if (typeof chosen === 'string' && chosen !== 'quit') await context.start(chosen);
}

function optionsFor({ content }: Context, plan: Plan): Option[] {
  const { next, waits } = plan;
  const start = next && {
    id: nextCommand(next, content.plan()),
    label: `start ${nextText(next, plan)}`,
    brief: 'start',
    key: 's',
  };
  const isOpen = waits !== 'early' && waits !== 'check';
  return [
    ...(start ? [start] : []),
    ...(waits === 'early' ? [{ id: 'today', label: 'what to do today', brief: 'today', key: 't' }] : []),
    ...(isOpen ? [{ id: 'exercise', label: 'other exercise', brief: 'other', key: 'e' }] : []),
    { id: 'log', label: 'log pain', brief: 'log', key: 'l' },
    { id: 'quit', label: 'done', key: 'q' },
  ];
}
