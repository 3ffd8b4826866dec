import { defineCommand, JSON_FLAG } from '../../app/command.ts';
import { checkDetails, entryDocument, entryLines } from '../views/journal.ts';
import { signLabelLookup } from '../../understanding/lookups.ts';
import { journalWords } from '../content.ts';
import { entryFor } from '../entries.ts';
import { ID } from '../options.ts';

export const command = defineCommand({
  name: 'log show',
  summary: 'show everything in one entry',
  description: ['Shows everything that is saved in one entry.'],
  arguments: [ID],
  options: { json: JSON_FLAG },
  examples: [{ command: 'unspasm log show k3f9q', does: 'show the entry with this id' }],
  run: ({ args }, context) => {
    const entry = entryFor(context, args[0]!);
    return {
      document: () => ({ entry: entryDocument(entry) }),
      lines: () => {
        const details = checkDetails(entry, context.content.triage(), signLabelLookup(context));
        return entryLines(context.page, entry, { words: journalWords(context), now: context.now(), details });
      },
    };
  },
});
