import { JSON_OPTION, type CommandDeclaration } from '../../command.ts';
import { findEntry } from '../../journal/find.ts';
import { SCHEMA_VERSION } from '../../views/documents.ts';
import { entryDocument, entryLines } from '../../views/journal.ts';
import { journalWords } from './content.ts';
import { readEntries } from './entries.ts';
import { entryIds } from './values.ts';

/** The entry that a subcommand is about. */
export const ID = { syntax: '<id>', description: 'the id of an entry, as log list shows it', values: entryIds };

export const show: CommandDeclaration = {
  name: 'log show',
  summary: 'show one entry, all of it',
  description: ['Shows one entry with everything that is kept of it.'],
  arguments: [ID],
  options: [JSON_OPTION],
  examples: [{ command: 'unspasm log show k3f9q', does: 'the entry with this id' }],
  run: ({ args, options }, context) => {
    const entry = findEntry(readEntries(context), args[0]!);
    if (options['json']) context.printJson({ schemaVersion: SCHEMA_VERSION, entry: entryDocument(entry) });
    else context.print(entryLines(context.page, entry, journalWords(context), context.now()));
  },
};
