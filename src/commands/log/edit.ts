import type { Invocation } from '../../command.ts';
import type { Context } from '../../context.ts';
import { UsageError } from '../../errors.ts';
import { findEntry } from '../../journal/find.ts';
import type { Fields } from '../../journal/records.ts';
import { fieldsOf } from '../../journal/undo.ts';
import { zoneOf } from '../../journal/when.ts';
import { SCHEMA_VERSION } from '../../schema-version.ts';
import { entryDocument } from '../../views/journal.ts';
import { echo, givenFields, keepHeeding, momentOf, readPain } from './add.ts';
import { readEntries } from './entries.ts';

/** Changes what the options name. */
export async function editEntry({ args, options }: Invocation, context: Context): Promise<void> {
  const changes = {
    ...givenFields(context, options),
    ...(options['pain'] !== undefined && { pain: readPain(options['pain'] as string) }),
    ...(options['at'] !== undefined && { at: momentOf(context, options), ...zoneOf(context.whereabouts()) }),
  };
  if (Object.keys(changes).length === 0) {
    throw new UsageError('nothing to change was named', { code: 'no-change', hint: 'unspasm help log edit' });
  }
  const before = findEntry(readEntries(context), args[0]!);
  const fields = fieldsOf(before);
  const entry =
    changes.note === undefined && changes.medicine === undefined
      ? context.journal.put({ ...fields, ...changes }, before)
      : await keepHeeding(context, { ...withoutHeard(fields), ...changes }, Boolean(options['json']), before);
  if (options['json']) context.printJson({ schemaVersion: SCHEMA_VERSION, entry: entryDocument(entry) });
  else context.print([echo(context, entry, 'Changed')]);
}

// What was heard in the former words; the signs of a check are its own.
function withoutHeard(fields: Fields): Fields {
  const { signs: _signs, unsure: _unsure, ...rest } = fields;
  return fields.kind === 'triage' ? fields : rest;
}
