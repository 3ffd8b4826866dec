import { defineCommand, JSON_FLAG } from '../../app/command.ts';
import { findEntry } from '../core/find.ts';
import { entryDocument } from '../views/journal.ts';
import { readEntries } from '../entries.ts';
import { ID } from '../options.ts';
import { echo } from './save.ts';

export const command = defineCommand({
  name: 'log remove',
  summary: 'take an entry out',
  description: [
    'Takes an entry out of the journal, on every device. Its text stays in the file, so that log undo can bring it back; log purge erases.',
  ],
  arguments: [ID],
  options: { json: JSON_FLAG },
  examples: [{ command: 'unspasm log remove k3f9q', does: 'take the entry with this id out' }],
  seeAlso: ['unspasm log undo', 'unspasm log purge'],
  run: ({ args }, context) => {
    const entry = findEntry(readEntries(context), args[0]!);
    context.journal.remove(entry);
    return {
      document: () => ({ entry: entryDocument(entry) }),
      lines: () => [echo(context, entry, 'Removed'), 'unspasm log undo brings it back.'],
    };
  },
});
