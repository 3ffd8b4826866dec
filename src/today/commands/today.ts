import { JSON_OPTION, type CommandDeclaration } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import type { Today } from '../core/today.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import type { Step } from '../../triage/core/plan.ts';
import { todayDocument, todayLines } from '../views/today.ts';
import { adviceFor, signsInNoteTexts } from '../advice.ts';
import { readToday } from '../day.ts';
import { askMenu } from '../menu.ts';

export const command: CommandDeclaration = {
  name: 'today',
  summary: 'where this episode stands, and what comes next',
  description: [
    'Shows the day of this episode, the pain so far, what was done today and when it may be done again, the next step, and the signs that change everything. Without an episode: what helps to keep it so.',
  ],
  options: [JSON_OPTION],
  examples: [{ command: 'unspasm today', does: 'this day' }],
  seeAlso: ['unspasm log', 'unspasm triage'],
  run: ({ options }, context) => showToday(context, readToday(context), Boolean(options['json'])),
};

/** Shows the page of today; on a terminal Enter goes on to what comes next. */
export async function showToday(context: Context, today: Today, json: boolean): Promise<void> {
  const advice = await adviceFor(context, today);
  if (json) return context.printJson(todayDocument(today, advice));
  const heard = today.heard ? await signsInNoteTexts(context, today.heard) : [];
  const texts = { journal: context.content.journal(), safetyNet: advice.safetyNet, heard };
  const lines = () => todayLines(context.page, today, texts, advice, context.now());
  if (!mayAsk(context.capabilities)) return context.print(lines());
  const above = () => [...lines(), ''];
  context.print(above());
  await goOn(context, today, advice.next, above);
}

async function goOn(context: Context, today: Today, next: Step | undefined, above: () => string[]): Promise<void> {
  const prompter = await context.prompter();
  // Nothing else is offered while somebody has still to be seen.
  const isFree = !today.unseen && !today.heard;
  const options = [
    ...(next?.command ? [{ id: next.command, label: `start unspasm ${next.command}`, key: 's' }] : []),
    { id: 'log', label: 'log the pain', key: 'l' },
    { id: 'triage', label: 'check the signs', key: 't' },
    ...(isFree ? [{ id: 'more', label: 'more', key: 'm' }] : []),
    { id: 'quit', label: 'done', key: 'q' },
  ];
  const asked = { intro: '', options, default: next?.command ?? 'quit', escape: 'quit', inline: true, above };
  const first = await prompter.choice(asked);
  const chosen = first === 'more' ? await askMenu(prompter, { escape: 'quit', above }) : first;
  if (typeof chosen === 'string' && chosen !== 'quit') await context.start(chosen);
}
