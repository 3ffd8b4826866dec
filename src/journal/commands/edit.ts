import type { Invocation } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { UsageError } from '../../errors.ts';
import { findEntry } from '../core/find.ts';
import { fieldsOf } from '../core/undo.ts';
import { zoneOf } from '../core/when.ts';
import { acknowledge, givenFields, saveAndCheckSigns, momentOf, readPain } from './add.ts';
import { readEntries } from '../entries.ts';

/** Changes what the options name. */
export async function editEntry({ args, options }: Invocation, context: Context): Promise<void> {
  const changes = {
    ...givenFields(context, options),
    ...(options['pain'] !== undefined && { pain: readPain(options['pain'] as string) }),
    ...(options['at'] !== undefined && { at: momentOf(context, options), ...zoneOf(context.locale()) }),
  };
  if (Object.keys(changes).length === 0) {
    throw new UsageError('nothing to change was named', { code: 'no-change', hint: 'unspasm help log edit' });
  }
  const before = findEntry(readEntries(context), args[0]!);
  const fields = { ...fieldsOf(before), ...changes };
  const json = Boolean(options['json']);
  // What was heard in the former words stays until the new ones were read.
  const kept =
    changes.note === undefined && changes.medicine === undefined
      ? { entry: context.journal.put(fields, before), isRead: true }
      : await saveAndCheckSigns(context, fields, json, before);
  acknowledge(context, kept, 'Changed', json);
}
