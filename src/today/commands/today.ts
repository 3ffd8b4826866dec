import { type Answer, defineCommand, JSON_FLAG } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import type { Step } from '../../triage/core/plan.ts';
import { journalWords } from '../../journal/content.ts';
import { adviceFor, noteWithSignsTexts } from '../advice.ts';
import type { Today } from '../core/today.ts';
import { readToday } from '../day.ts';
import { todayDocument, todayLines } from '../views/today.ts';
import { askMenu } from './menu.ts';

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
    const today = readToday(context);
    return options.json ? pageOf(context, today) : showToday(context, await afterCheckIn(context, today));
  },
});

// Somebody who has to get help first, or to check a warning sign, isn't asked anything else.
async function afterCheckIn(context: Context, today: Today): Promise<Today> {
  if (!mayAsk(context.capabilities) || today.unseen || today.noteWithSigns) return today;
  const { offerCheckIn } = await import('../../journal/check-in.ts');
  return (await offerCheckIn(context, today.isLogged)) ? readToday(context) : today;
}

/** The page of today, and the step that a command can do next. */
interface TodayPage extends Answer {
  readonly next: Step | undefined;
}

async function pageOf(context: Context, today: Today): Promise<TodayPage> {
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
  return {
    next: advice.next,
    document: () => todayDocument(today, advice),
    lines: () => todayLines(context.page, { today, advice, texts, now: context.now() }),
  };
}

/** Shows the page of today; on a terminal, Enter continues with what comes next. */
export async function showToday(context: Context, today: Today): Promise<void> {
  const page = await pageOf(context, today);
  if (!mayAsk(context.capabilities)) return context.print(page.lines());
  const above = () => [...page.lines(), ''];
  context.print(above());
  await askWhatNext(context, today, page.next, above);
}

async function askWhatNext(
  context: Context,
  today: Today,
  next: Step | undefined,
  above: () => string[],
): Promise<void> {
  const prompter = await context.prompter();
  // Nothing else is offered to somebody who has to see a health professional first.
  const isFree = !today.unseen && !today.noteWithSigns;
  const options = [
    ...(next?.command ? [{ id: next.command, label: `start unspasm ${next.command}`, key: 's' }] : []),
    ...(isFree && !today.episode ? [{ id: 'stretch core', label: 'exercise', key: 'e' }] : []),
    { id: 'log', label: 'log your pain', key: 'l' },
    ...(next?.command === 'triage' ? [] : [{ id: 'triage', label: 'check warning signs', key: 't' }]),
    ...(isFree ? [{ id: 'more', label: 'more', key: 'm' }] : []),
    { id: 'quit', label: 'done', key: 'q' },
  ];
  const asked = { intro: '', options, default: next?.command ?? 'quit', escape: 'quit', inline: true, above };
  const first = await prompter.choice(asked);
  const chosen = first === 'more' ? await askMenu(prompter, { escape: 'quit', above }, { isToday: true }) : first;
  if (typeof chosen === 'string' && chosen !== 'quit') await context.start(chosen);
}
