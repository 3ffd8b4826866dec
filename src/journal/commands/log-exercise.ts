import type { Answer } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { UsageError } from '../../errors.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import { answeredIfRefused } from '../../understanding/answer-words.ts';
import { namedChoices } from '../content.ts';
import { isAboutExercise, readExercise, type TypedExercise } from '../core/exercise.ts';
import { timeAmong } from '../core/time-among.ts';
import { choose } from './choose.ts';
import { logEntry, momentOf, noteOf } from './save.ts';

interface Options {
  readonly at?: string | undefined;
  readonly note?: string | undefined;
  readonly json?: true | undefined;
}

/**
 * Logs an exercise that was typed: "swim 30m cold water".
 * @throws UsageError for what can't be understood, or in several ways
 */
export async function logExercise(context: Context, args: readonly string[], options: Options): Promise<Answer> {
  const isDocument = options.json === true;
  const read = readTyped(context, args);
  const {
    activity,
    minutes,
    note: typed,
    at: time,
  } = options.at === undefined ? await withTime(context, read, isDocument) : { ...read, at: options.at };
  const words = () => [activity, typed, options.note ?? ''];
  const fields = await answeredIfRefused(context, words, async () => {
    if (typed !== '' && options.note !== undefined)
      throw new UsageError('the note was given twice', {
        code: 'two-notes',
        hint: 'give it after the length, or with --note',
      });
    const note = typed === '' ? noteOf(context, options.note) : typed;
    const at = await momentOf(context, time);
    const named = await choose(context, 'activity', activity, isDocument);
    return { kind: 'exercise', at, activity: named, minutes, ...(note !== undefined && { note }) } as const;
  });
  return logEntry(context, fields, isDocument);
}

// Words that say nothing of an exercise may be a question: "is it good for my back".
function readTyped(context: Context, args: readonly string[]): TypedExercise {
  try {
    return readExercise(args);
  } catch (error) {
    if (!(error instanceof UsageError) || isAboutExercise(args, namedChoices(context, 'activity'))) throw error;
    throw new UsageError(error.message, { code: 'not-exercise', hint: error.hint });
  }
}

/** The exercise with the time that is among its words, where somebody says that it is one. */
async function withTime(
  context: Context,
  read: TypedExercise,
  isDocument: boolean,
): Promise<TypedExercise & { readonly at?: string }> {
  const found = timeAmong(read, context.now());
  if (!found) return read;
  const { time, rest } = found;
  if (isDocument || !mayAsk(context.capabilities))
    throw new UsageError(`"${time}" may be the time`, {
      code: 'bad-exercise',
      hint: `use --at "${time}"; if it is a part of the note, use --note`,
    });
  const prompter = await context.prompter();
  const isTime = await prompter.confirm({
    intro: `You wrote "${time}". Was the exercise then?`,
    no: { label: 'no, save it with the current time' },
  });
  return isTime ? { ...read, ...rest, at: time } : read;
}
