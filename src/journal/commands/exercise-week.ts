import type { Answer } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { UsageError } from '../../errors.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import { BACK, type Back } from '../../terminal/prompter.ts';
import type { Today } from '../../today/core/today.ts';
import { todayOf } from '../../today/day.ts';
import { readExercise } from '../core/exercise.ts';
import { journalWords } from '../content.ts';
import { readEntries } from '../entries.ts';
import { readUnread } from '../read-unread.ts';
import { movementText } from '../views/movement.ts';
import { logExercise } from './log-exercise.ts';

/** Shows the exercise of this week; on a terminal it also offers what can be done now. */
export async function showWeek(context: Context, isDocument: boolean): Promise<Answer | void> {
  return isDocument || !mayAsk(context.capabilities) ? thisWeek(context) : offer(context);
}

function thisWeek(context: Context): Answer {
  const { exercise } = todayOf(context, readEntries(context));
  return {
    document: () => ({ exercise }),
    lines: () => [movementText(exercise, journalWords(context)), 'To log some, run: unspasm exercise swim 30m'],
  };
}

const LOG = 'log';

/** What an empty line does where exercise is to be typed. */
const GO_BACK = 'go back';

async function offer(context: Context): Promise<Answer | void> {
  await readUnread(context, false);
  for (;;) {
    const today = todayOf(context, readEntries(context));
    // Somebody who has to get help first, or to check a warning sign, is offered no exercise.
    if (today.unseen || today.noteWithSigns) return context.start('today');
    const chosen = await askWhat(context, today);
    if (chosen === 'quit' || chosen === BACK) return undefined;
    const did = chosen === LOG ? await askExercise(context) : undefined;
    if (did !== undefined) return logExercise(context, [did], {});
    if (chosen !== LOG && (await context.open(chosen)) === 'over') return undefined;
  }
}

async function askWhat(context: Context, today: Today): Promise<string | Back> {
  const prompter = await context.prompter();
  return prompter.choice({
    title: 'Exercise',
    intro: movementText(today.exercise, journalWords(context)),
    options: [
      { id: LOG, label: 'Log exercise that you did', key: 'l' },
      { id: 'walk', label: 'A short walk, with a timer', key: 'w' },
      { id: 'stretch', label: 'Gentle stretches, guided', key: 's' },
      { id: 'stretch core', label: 'Core exercises, guided', key: 'c' },
      { id: 'quit', label: 'Quit', key: 'q' },
    ],
    default: LOG,
    escape: 'quit',
  });
}

/** @returns nothing for somebody who would rather choose something else */
async function askExercise(context: Context): Promise<string | undefined> {
  const prompter = await context.prompter();
  const question = 'What did you do, and for how long? Such as: swim 30 min';
  for (let intro = question; ;) {
    const typed = await prompter.text({ title: 'Exercise', intro, default: GO_BACK, canGoBack: true, escape: BACK });
    if (typed === BACK || typed === GO_BACK) return undefined;
    const problem = problemOf(typed);
    if (problem === undefined) return typed;
    intro = `${problem} ${question}`;
  }
}

function problemOf(typed: string): string | undefined {
  try {
    readExercise([typed]);
    return undefined;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return `${error.message}.`;
  }
}
