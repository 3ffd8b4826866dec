import { type Answer, defineCommand, JSON_FLAG } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import type { CommandEnd } from '../../app/dialogue.ts';
import { keyVerb, mayAsk } from '../../terminal/capabilities.ts';
import type { Step } from '../../triage/core/plan.ts';
import { journalWords } from '../../journal/content.ts';
import { readUnread } from '../../journal/read-unread.ts';
import { adviceFor, noteWithSignsTexts } from '../advice.ts';
import type { Today } from '../core/today.ts';
import { type Day, readDay } from '../day.ts';
import { todayDocument } from '../views/document.ts';
import { todayLines } from '../views/today.ts';
import { blocksOf } from '../../terminal/page.ts';
import { BACK, type Back, type Option } from '../../terminal/prompter.ts';
import { planViewOf } from '../../plan/plan-of.ts';
import type { PlanView } from '../../plan/views/plan.ts';
import { START_KEY, startOf } from '../../triage/views/next-step.ts';
import { verdictStyle, verdictText } from '../../triage/views/result.ts';
import { askMenu, CLOSE, exerciseOption, PLAN_OPTION } from './menu.ts';

/** The option that opens the menu. */
const MENU = 'menu';

export const command = defineCommand({
  name: 'today',
  summary: 'how this episode is going, and what to do next',
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
  /** Where to get help, for the pages after the one that begins with it. */
  readonly reminder: (() => string) | undefined;
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
  const view = { today, advice, texts, now: context.now(), verb: keyVerb(context.capabilities), ...(plan && { plan }) };
  return {
    next: advice.next,
    plan,
    reminder: today.unseen && (() => verdictStyle(context.page, advice)(verdictText(advice))),
    document: () => todayDocument(view),
    lines: () => todayLines(context.page, view),
  };
}

/** Shows the page of today; on a terminal, Enter continues with what comes next, which leads back to the page. */
export async function showToday(context: Context, day: Day): Promise<void> {
  for (let now = day; ; now = readDay(context)) {
    const page = await pageOf(context, now);
    if (!mayAsk(context.capabilities)) return context.print(page.lines());
    const chosen = await askWhatNext(context, now.today, page);
    if (chosen === BACK || chosen === 'quit') return;
    const end = chosen === MENU ? await openMenu(context, page) : await context.open(chosen);
    if (end === 'over') return;
  }
}

// What was chosen on the menu leads back to it, and the menu to the page of today: at once after a note that mentions a
// warning sign, which the page names first.
async function openMenu(context: Context, { plan }: TodayPage): Promise<CommandEnd> {
  const exercise = plan ? [exerciseOption(plan), PLAN_OPTION] : [];
  for (;;) {
    const chosen = await askMenu(await context.prompter(), { escape: CLOSE, canGoBack: true }, exercise);
    if (chosen === BACK || chosen === CLOSE) return 'left';
    const end = await context.open(chosen);
    const { unseen, noteWithSigns } = readDay(context).today;
    if (end === 'over' || unseen || noteWithSigns) return end;
  }
}

// What was read stays on the terminal for somebody who leaves.
function stays(answer: string | Back): boolean {
  return answer === 'quit';
}

async function askWhatNext(
  context: Context,
  today: Today,
  { next, plan, lines, reminder }: TodayPage,
): Promise<string | Back> {
  const prompter = await context.prompter();
  // Nothing else is offered to somebody who has to see a health professional first.
  const isFree = !today.unseen && !today.noteWithSigns;
  const options: Option[] = [
    ...(next?.command ? [{ id: next.command, ...startOf(next.command), key: START_KEY }] : []),
    ...(plan ? [{ ...exerciseOption(plan), label: 'exercise' }] : []),
    { id: 'log', label: 'log your pain', brief: 'log', key: 'l' },
    ...(next?.command === 'triage' ? [] : [{ id: 'triage', label: 'check warning signs', brief: 'check', key: 't' }]),
    ...(isFree ? [{ id: MENU, label: 'more', key: 'm' }] : []),
    { id: 'quit', label: 'done', key: 'q' },
  ];
  const reading = { blocks: () => blocksOf(lines()), stays, ...(reminder && { reminder }) };
  return prompter.choice({
    intro: '',
    options,
    default: next?.command ?? 'quit',
    escape: 'quit',
    inline: true,
    reading,
  });
}
