import type { Answer } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { UsageError } from '../../errors.ts';
import { readExercise } from '../core/exercise.ts';
import { choose } from './choose.ts';
import { logEntry, momentOf, noteOf } from './save.ts';

interface Options {
  readonly at?: string | undefined;
  readonly note?: string | undefined;
  readonly json?: true | undefined;
}

/**
 * Logs an exercise as it was typed: what it was, how long, and a note.
 * @throws UsageError for words that can't be understood, or two notes
 */
export async function logExercise(context: Context, args: readonly string[], options: Options): Promise<Answer> {
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
