import type { Answer } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { journalWords } from '../../journal/content.ts';
import { readUnread } from '../../journal/read-unread.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import { blocksOf } from '../../terminal/page.ts';
import { BACK, type Back, type Option } from '../../terminal/prompter.ts';
import { adviceFor } from '../../today/advice.ts';
import { readDay } from '../../today/day.ts';
import type { Plan } from '../core/plan.ts';
import { planOf } from '../plan-of.ts';
import { nextCommand, nextText, planDocument, planLines } from '../views/plan.ts';
import { waitingLines } from '../views/waiting.ts';

/** Shows the plan; on a terminal, a key starts what comes next. */
export async function showPlan(context: Context, isDocument: boolean): Promise<Answer | void> {
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
}

// Scripts get no exercise either.
function refusal(waits: 'help' | 'signs'): Answer {
  return { document: () => ({ waits, next: null }), lines: () => [] };
}

async function offer(context: Context, plan: Plan, { lines }: Answer): Promise<Answer | void> {
  const prompter = await context.prompter();
  const chosen = await prompter.choice({
    intro: '',
    options: optionsFor(context, plan),
    default: 'quit',
    escape: 'quit',
    inline: true,
    reading: { blocks: () => blocksOf(lines()), stays: (answer: string | Back) => answer === 'quit' },
  });
  if (chosen === BACK || chosen === 'quit') return undefined;
  // What comes next is something else by then.
  return (await context.open(chosen)) === 'over' ? undefined : showPlan(context, false);
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
