import { type Answer, defineCommand, JSON_FLAG, text } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { UsageError } from '../../errors.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import { BACK } from '../../terminal/prompter.ts';
import { todayOf } from '../../today/day.ts';
import { readExercise } from '../core/exercise.ts';
import { journalWords } from '../content.ts';
import { readEntries } from '../entries.ts';
import { ENTRY_OPTIONS } from '../options.ts';
import { movementText } from '../views/movement.ts';
import { choose } from './choose.ts';
import { logEntry, momentOf, noteOf } from './save.ts';

const OPTIONS = { at: text('<time>', 'set the time, as for unspasm log'), note: ENTRY_OPTIONS.note };

export const command = defineCommand({
  name: 'exercise',
  summary: 'log exercise, such as a swim, or start some',
  description: [
    'Logs exercise of any kind: what you did, for how long, and a note if you like. It counts towards the exercise of this week, as guided walks, stretches and core exercises do.',
    'Without arguments, it shows the exercise of this week. In a terminal it also offers to start some.',
    'A length can be 30m, "30 min", 1h, 1:15, "half an hour" or a number of minutes. A word close to a known exercise is asked about; to keep your own word, write own: in front of it.',
  ],
  arguments: [
    {
      syntax: '[words...]',
      description: 'what you did, how long, and a note',
      values: async (context) => (await import('./values.ts')).choiceValues(context, 'activity'),
    },
  ],
  options: { ...OPTIONS, json: JSON_FLAG },
  examples: [
    { command: 'unspasm exercise', does: 'show the exercise of this week' },
    { command: 'unspasm exercise swim 30m', does: 'log a swim of half an hour' },
    { command: 'unspasm exercise walk 1:15 "round the lake" --at "sat 10:00"', does: 'log a walk on Saturday' },
  ],
  seeAlso: ['unspasm stretch', 'unspasm walk', 'unspasm today'],
  withoutInput: 'say what you did: unspasm exercise swim 30m',
  run: async ({ args, options }, context) => {
    if (args.length > 0) return logExercise(context, args, options);
    if (options.at !== undefined || options.note !== undefined)
      throw new UsageError('there is no exercise to log', {
        code: 'bad-exercise',
        hint: 'say what you did and for how long, such as: unspasm exercise swim 30m',
      });
    if (options.json || !mayAsk(context.capabilities)) return thisWeek(context);
    return offer(context);
  },
});

interface Options {
  readonly at?: string | undefined;
  readonly note?: string | undefined;
  readonly json?: true | undefined;
}

async function logExercise(context: Context, args: readonly string[], options: Options): Promise<Answer> {
  const { activity, minutes, note: typed } = readExercise(args);
  if (typed !== '' && options.note !== undefined)
    throw new UsageError('the note was given twice', {
      code: 'two-notes',
      hint: 'give it after the length, or with --note',
    });
  const note = typed === '' ? noteOf(context, options.note) : typed;
  const at = await momentOf(context, options.at);
  const isDocument = options.json === true;
  const named = await choose(context, 'activity', activity, isDocument);
  const fields = { kind: 'exercise', at, activity: named, minutes, ...(note !== undefined && { note }) } as const;
  return logEntry(context, fields, isDocument);
}

function thisWeek(context: Context): Answer {
  const { exercise } = todayOf(context, readEntries(context));
  return {
    document: () => ({ exercise }),
    lines: () => [movementText(exercise, journalWords(context)), 'To log some, run: unspasm exercise swim 30m'],
  };
}

const LOG = 'log';

/** Shows the exercise of this week, and offers what can be done now. */
async function offer(context: Context): Promise<Answer | void> {
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
