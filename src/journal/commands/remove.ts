import { defineCommand, JSON_FLAG } from '../../app/command.ts';
import { entryDocument } from '../views/journal.ts';
import { entryFor } from '../entries.ts';
import { ID } from '../options.ts';
import { echo } from './save.ts';

export const command = defineCommand({
  name: 'log remove',
  summary: 'remove an entry',
  description: [
    'Removes an entry from the journal, on every computer that shares it. Its text stays in the file, so that log undo can restore it. To delete it permanently, use log purge.',
  ],
  arguments: [ID],
  options: { json: JSON_FLAG },
  examples: [{ command: 'unspasm log remove k3f9q', does: 'remove the entry with this id' }],
  seeAlso: ['unspasm log undo', 'unspasm log purge'],
  run: ({ args }, context) => {
    const entry = entryFor(context, args[0]!);
    context.journal.remove(entry);
    return {
      document: () => ({ entry: entryDocument(entry) }),
      lines: () => [echo(context, entry, 'Removed the entry'), 'To restore it, run: unspasm log undo'],
    };
  },
});
