import type { Answer } from '../app/command.ts';
import type { Context } from '../app/context.ts';
import { OperationError } from '../errors.ts';
import { wasDone } from '../journal/core/done.ts';
import { readEntries } from '../journal/entries.ts';
import type { Entry } from '../journal/core/records.ts';
import { daysAgo } from '../journal/core/say-when.ts';
import { showBeforeEnd } from '../sessions/reach.ts';
import { paragraph } from '../terminal/page.ts';
import { adviceFor } from '../today/advice.ts';
import { todayOf } from '../today/day.ts';
import { planOf } from './plan-of.ts';
import { nextCommand, nextText } from './views/plan.ts';

/** Why no reminder is shown, in a sentence. */
const REASONS = {
  'exercised-today': 'you have exercised today.',
  'first-days': 'in the first days of an episode, exercise waits.',
  'warning-signs': 'warning signs have to be dealt with first. To see what to do, run: unspasm today',
  'session-in-progress': 'a session is in progress.',
  'nothing-next': 'nothing is next in your plan today.',
} as const;
type Reason = keyof typeof REASONS;

/**
 * Shows the reminder to exercise, unless there is a reason not to.
 * @throws OperationError where nothing can show it
 */
export async function remindNow(context: Context): Promise<Answer> {
  const found = await reminderFor(context);
  if (typeof found === 'string') {
    const said = `No reminder now: ${REASONS[found]}`;
    return { document: () => ({ shown: false, why: found }), lines: () => paragraph(context.page, said) };
  }
  const { notifier } = await (await context.ports()).nativeHelpers();
  const why = typeof notifier === 'string' ? notifier : 'the desktop refused it';
  const isShown = typeof notifier !== 'string' && (await showBeforeEnd(notifier, { ...found, urgent: false }));
  if (!isShown)
    throw new OperationError(`the reminder couldn't be shown: ${why}`, {
      code: 'not-shown',
      hint: 'to see your plan, run: unspasm plan',
    });
  return { document: () => ({ shown: true, ...found }), lines: () => [`${found.title}: ${found.body}`] };
}

async function reminderFor(context: Context): Promise<{ title: string; body: string } | Reason> {
  const entries = readEntries(context);
  const today = todayOf(context, entries);
  if (today.unseen || today.noteWithSigns) return 'warning-signs';
  if (today.episode?.phase === 'early') return 'first-days';
  if (hasExercised(context, entries)) return 'exercised-today';
  const { sessionStore } = await context.ports();
  if (sessionStore.running().length > 0) return 'session-in-progress';
  const { plan: steps } = await adviceFor(context, today);
  const against = steps.flatMap((step) => step.against ?? []);
  const plan = planOf(context, entries, today, against);
  if (!plan.next) return plan.waits === 'check' ? 'warning-signs' : 'nothing-next';
  const body = `Next: ${nextText(plan.next, plan)}. To start, run: unspasm ${nextCommand(plan.next, context.content.plan())}`;
  return { title: 'Exercise today', body };
}

function hasExercised({ content, now }: Context, entries: readonly Entry[]): boolean {
  const { therapies } = content.therapies().exercise;
  return entries.some(
    (entry) =>
      daysAgo(entry.at, now()) === 0 &&
      wasDone(entry) &&
      (entry.kind === 'exercise' || (entry.kind === 'session' && therapies.includes(entry.therapy ?? ''))),
  );
}
