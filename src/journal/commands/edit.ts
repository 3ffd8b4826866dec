import { defineCommand, either, type Given, JSON_FLAG, text } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { UsageError } from '../../errors.ts';
import type { Fields } from '../core/fields.ts';
import type { Entry } from '../core/records.ts';
import { WORD_FIELDS } from '../core/signs.ts';
import { fieldsOf } from '../core/undo.ts';
import { zoneOf } from '../core/when.ts';
import { answeredIfRefused } from '../../understanding/answer-words.ts';
import { entryFor } from '../entries.ts';
import { ENTRY_OPTIONS, ID } from '../options.ts';
import { acknowledgement, givenFields, momentOf, readPain, saveEntry, withCaution, wordsIn } from './save.ts';

const OPTIONS = {
  pain: text('<number>', 'set the pain, from 0 to 10'),
  ...ENTRY_OPTIONS,
  activity: text('<words>', 'set what exercise it was'),
  length: text('<length>', 'set how long an exercise or a session was: 30m, 1:15'),
  limited: either("say that you couldn't do what you wanted", 'say that you could'),
  json: JSON_FLAG,
};
type Options = Given<typeof OPTIONS>;

export const command = defineCommand({
  name: 'log edit',
  summary: 'change an entry',
  description: [
    'Changes what the options name, and leaves the rest. The earlier version stays in the file, so that log undo can restore it.',
  ],
  arguments: [ID],
  options: OPTIONS,
  examples: [
    { command: 'unspasm log edit k3f9q --pain 4 --at "yesterday 18:30"', does: 'correct the pain and the time' },
  ],
  seeAlso: ['unspasm log undo'],
  run: async ({ args, options }, context) => {
    const { changes, before } = await answeredIfRefused(
      context,
      () => wordsIn(options),
      () => editOf(context, args[0]!, options),
    );
    const fields = { ...fieldsOf(before), ...changes };
    // Signs that were detected before stay, unless there are new words to read.
    const saved = WORD_FIELDS.some((name) => changes[name] !== undefined)
      ? await saveEntry(context, fields, options.json === true, before)
      : { entry: context.journal.put(fields, before), isRead: true };
    return withCaution(context, acknowledgement(context, saved, 'Changed the entry'), changes.medicine);
  },
});

/** The entry that is meant, and what is to change in it. */
async function editOf(
  context: Context,
  id: string,
  options: Options,
): Promise<{ before: Entry; changes: Partial<Fields> }> {
  const changes = await changesIn(context, options);
  const before = entryFor(context, id);
  refuseUnfit(before, changes);
  return { before, changes };
}

async function changesIn(context: Context, options: Options): Promise<Partial<Fields>> {
  const changes = {
    ...(await givenFields(context, options, options.json === true)),
    ...(options.pain !== undefined && { pain: readPain(options.pain) }),
    ...(await exerciseChanges(context, options)),
    ...(options.at !== undefined && { at: await momentOf(context, options.at), ...zoneOf(context.locale()) }),
  };
  if (Object.keys(changes).length > 0) return changes;
  const hint = 'name one, such as --pain 4; to see them all, run: unspasm help log edit';
  throw new UsageError('no change was given', { code: 'no-change', hint });
}

async function exerciseChanges(
  context: Context,
  { activity, length, json }: Options,
): Promise<Pick<Fields, 'activity' | 'minutes'>> {
  if (activity === undefined && length === undefined) return {};
  const [{ choose }, { readLength }] = await Promise.all([import('./choose.ts'), import('../core/exercise.ts')]);
  return {
    ...(activity !== undefined && { activity: await choose(context, 'activity', activity, json === true) }),
    ...(length !== undefined && { minutes: readLength(length) }),
  };
}

// A rating has no length, and a session is of the therapy that was done.
function refuseUnfit({ kind }: Entry, { activity, minutes }: Pick<Fields, 'activity' | 'minutes'>): void {
  if (activity !== undefined && kind !== 'exercise') throw unfit('--activity', 'an exercise', kind);
  if (minutes !== undefined && kind !== 'exercise' && kind !== 'session')
    throw unfit('--length', 'an exercise or a session', kind);
}

function unfit(option: string, what: string, kind: string): UsageError {
  const hint = 'to log an exercise, run: unspasm exercise swim 30m';
  return new UsageError(`${option} is for ${what}, and this entry is of the kind ${kind}`, {
    code: 'unfit-option',
    hint,
  });
}
