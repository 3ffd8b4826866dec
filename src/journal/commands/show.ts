import type { Invocation } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { findEntry } from '../core/find.ts';
import { SCHEMA_VERSION } from '../../schema-version.ts';
import { checkDetails, entryDocument, entryLines } from '../views/journal.ts';
import { labelsOf } from '../../understanding/labels.ts';
import { journalWords } from '../content.ts';
import { readEntries } from '../entries.ts';

/** Shows one entry, all of it. */
export function showEntry({ args, options }: Invocation, context: Context): void {
  const entry = findEntry(readEntries(context), args[0]!);
  if (options['json']) context.printJson({ schemaVersion: SCHEMA_VERSION, entry: entryDocument(entry) });
  else {
    const details = checkDetails(entry, context.content.triage(), labelsOf(context));
    context.print(entryLines(context.page, entry, journalWords(context), context.now(), details));
  }
}
