import { type Answer, defineCommand, JSON_FLAG } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import type { Step } from '../../triage/core/plan.ts';
import { journalWords } from '../../journal/content.ts';
import { readUnread } from '../../journal/read-unread.ts';
import { adviceFor, noteWithSignsTexts } from '../advice.ts';
import type { Today } from '../core/today.ts';
import { type Day, readDay } from '../day.ts';
import { todayDocument, todayLines } from '../views/today.ts';
import { blocksOf } from '../../terminal/page.ts';
import { BACK, type Back, type Option } from '../../terminal/prompter.ts';
import { planViewOf } from '../../plan/plan-of.ts';
import type { PlanView } from '../../plan/views/plan.ts';
import { startOf } from '../../triage/views/result.ts';
import { askMenu, exerciseOption, PLAN_OPTION } from './menu.ts';

/** The option that opens the menu. */
const MENU = 'menu';

export const command = defineCommand({
  name: 'today',
  summary: 'the day of this episode, and what to do next',
  description: [
    'Shows the day of this episode, your pain so far, what you did today and when you can do it again. It also shows the next step, and when to get help straight away. Without an episode, it shows how to lower the risk of another one.',
  ],
  options: { json: JSON_FLAG },
  examples: [{ command: 'unspasm today', does: 'show today' }],
  seeAlso: ['unspasm log', 'unspasm triage'],
  run: async ({ options }, context) => {
    await readUnread(context, options.json === true);
    const day = readDay(context);
    return options.json ? pageOf(context, day) : showToday(context, await afterCheckIn(context, day));
  },
});

// Somebody who has to get help first, or to check a warning sign, isn't asked anything else.
async function afterCheckIn(context: Context, day: Day): Promise<Day> {
  const { unseen, noteWithSigns, isLogged } = day.today;
  if (!mayAsk(context.capabilities) || unseen || noteWithSigns) return day;
  const { offerCheckIn } = await import('../../journal/check-in.ts');
  return (await offerCheckIn(context, isLogged)) ? readDay(context) : day;
}

/** The page of today, and what can be started from it. */
interface TodayPage extends Answer {
  /** The step of an episode that a command can do next. */
  readonly next: Step | undefined;
  /** What comes next without an episode. */
  readonly plan: PlanView | undefined;
}

async function pageOf(context: Context, day: Day): Promise<TodayPage> {
  const { today } = day;
  const advice = await adviceFor(context, today);
  const noteWithSigns = today.noteWithSigns ? await noteWithSignsTexts(context, today.noteWithSigns) : [];
  const { content } = context;
  const { safetyNet } = advice;
  const texts = {
    ...content.episodes(),
    journal: content.journalTexts(),
    safetyNet,
    noteWithSigns,
    words: journalWords(context),
  };
  const plan = planViewOf(context, day);
  const view = { today, advice, texts, now: context.now(), ...(plan && { plan }) };
  return {
    next: advice.next,
    plan,
    document: () => todayDocument(view),
    lines: () => todayLines(context.page, view),
  };
}

/** Shows the page of today; on a terminal, Enter continues with what comes next. */
export async function showToday(context: Context, day: Day): Promise<void> {
  const page = await pageOf(context, day);
  if (!mayAsk(context.capabilities)) return context.print(page.lines());
  const chosen = await askWhatNext(context, day.today, page);
  if (typeof chosen === 'string' && chosen !== 'quit') await context.start(chosen);
}

async function askWhatNext(context: Context, today: Today, { next, plan, lines }: TodayPage): Promise<string | Back> {
  const prompter = await context.prompter();
  // Nothing else is offered to somebody who has to see a health professional first.
  const isFree = !today.unseen && !today.noteWithSigns;
  const options: Option[] = [
    ...(next?.command ? [{ id: next.command, ...startOf(next.command), key: 's' }] : []),
    ...(plan ? [{ ...exerciseOption(plan), label: 'exercise' }] : []),
    { id: 'log', label: 'log your pain', brief: 'log', key: 'l' },
    ...(next?.command === 'triage' ? [] : [{ id: 'triage', label: 'check warning signs', brief: 'check', key: 't' }]),
    ...(isFree ? [{ id: MENU, label: 'more', key: 'm' }] : []),
    { id: 'quit', label: 'done', key: 'q' },
  ];
  const blocks = () => blocksOf(lines());
  for (;;) {
    const reading = { blocks, stays: (answer: string | Back) => answer !== MENU };
    const asked = { intro: '', options, default: next?.command ?? 'quit', escape: 'quit', inline: true, reading };
    const first = await prompter.choice(asked);
    if (first !== MENU) return first;
    const exercise = plan ? [exerciseOption(plan), PLAN_OPTION] : [];
    const chosen = await askMenu(prompter, { escape: 'quit', canGoBack: true }, { exercise });
    if (chosen !== BACK) return chosen;
  }
}
