import { defineCommand, either, type Given, JSON_FLAG, someFrom, text } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { UsageError } from '../../errors.ts';
import type { FieldName, Fields } from '../core/fields.ts';
import type { Entry } from '../core/records.ts';
import { sameWords, WORD_FIELDS } from '../core/signs.ts';
import { fieldsOf } from '../core/undo.ts';
import { zoneOf } from '../core/when.ts';
import { answeredIfRefused } from '../../understanding/answer-words.ts';
import { entryFor } from '../entries.ts';
import { ENTRY_OPTIONS, ID } from '../options.ts';
import { acknowledgement, givenFields, momentOf, readPain, saveEntry, withCaution, wordsIn } from './save.ts';

/** What can be removed from an entry, by its option. */
const REMOVABLE: ReadonlyMap<string, FieldName> = new Map([
  ['area', 'areas'],
  ['trigger', 'triggers'],
  ['helped', 'helped'],
  ['medicine', 'medicine'],
  ['note', 'note'],
]);

const OPTIONS = {
  pain: text('<number>', 'set the pain, from 0 to 10'),
  ...ENTRY_OPTIONS,
  activity: text('<words>', 'set what exercise it was'),
  length: text('<length>', 'set how long an exercise or a session was: 30m, 1:15'),
  limited: either("say that you couldn't do what you wanted", 'say that you could'),
  clear: someFrom('<fields>', `remove these: ${[...REMOVABLE.keys()].join(', ')}`, [...REMOVABLE.keys()]),
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
    { command: 'unspasm log edit k3f9q --clear trigger,area', does: 'remove the trigger and the place' },
  ],
  seeAlso: ['unspasm log undo'],
  run: async ({ args, options }, context) => {
    const { changes, before } = await answeredIfRefused(
      context,
      () => wordsIn(options),
      () => editOf(context, args[0]!, options),
    );
    const fields = withoutCleared({ ...fieldsOf(before), ...changes }, options);
    // Signs that were detected before stay, unless words were given or removed.
    const isToRead = WORD_FIELDS.some((name) => changes[name] !== undefined) || !sameWords(before, fields);
    const saved = isToRead
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
  refuseCleared(before, changes, options);
  return { before, changes };
}

async function changesIn(context: Context, options: Options): Promise<Partial<Fields>> {
  const changes = {
    ...(await givenFields(context, options, options.json === true)),
    ...(options.pain !== undefined && { pain: readPain(options.pain) }),
    ...(await exerciseChanges(context, options)),
    ...(options.at !== undefined && { at: await momentOf(context, options.at), ...zoneOf(context.locale()) }),
  };
  if (Object.keys(changes).length > 0 || options.clear) return changes;
  const hint = 'name one, such as --pain 4; to see them all, run: unspasm help log edit';
  throw new UsageError('no change was given', { code: 'no-change', hint });
}

function withoutCleared(fields: Fields, { clear = [] }: Options): Fields {
  const removed = new Set(clear.map((name) => REMOVABLE.get(name)));
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !removed.has(name as FieldName))) as Fields;
}

// An entry of the kind note without its note would say nothing.
function refuseCleared({ kind }: Entry, changes: Partial<Fields>, { clear = [] }: Options): void {
  const set = clear.find((name) => changes[REMOVABLE.get(name)!] !== undefined);
  if (set !== undefined) {
    const hint = 'leave one of them out';
    throw new UsageError(`--clear ${set} and --${set} can't be used together`, { code: 'exclusive-options', hint });
  }
  if (!clear.includes(kind) && !(kind === 'note' && changes.note === '')) return;
  const hint = 'to remove the whole entry, run: unspasm log remove ID';
  throw new UsageError(`the ${kind} can't be removed from an entry of the kind ${kind}`, {
    code: 'unfit-option',
    hint,
  });
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
