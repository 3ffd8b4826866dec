import type { Answer } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { UsageError } from '../../errors.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import { BACK } from '../../terminal/prompter.ts';
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

async function offer(context: Context): Promise<Answer | void> {
  await readUnread(context, false);
  const today = todayOf(context, readEntries(context));
  // Somebody who has to get help first, or to check a warning sign, is offered no exercise.
  if (today.unseen || today.noteWithSigns) return context.start('today');
  const prompter = await context.prompter();
  const chosen = await prompter.choice({
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
  if (chosen === 'quit' || chosen === BACK) return undefined;
  return chosen === LOG ? logExercise(context, [await askExercise(context)], {}) : context.start(chosen);
}

async function askExercise(context: Context): Promise<string> {
  const prompter = await context.prompter();
  for (;;) {
    const typed = await prompter.text({
      title: 'Exercise',
      intro: 'What did you do, and for how long? Such as: swim 30 min',
    });
    if (typed === BACK) continue;
    const problem = problemOf(typed);
    if (problem === undefined) return typed;
    prompter.show([problem]);
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
