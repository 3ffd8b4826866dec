import { defineCommand, JSON_FLAG } from '../../app/command.ts';
import { OperationError } from '../../errors.ts';
import type { JournalCheck } from '../core/journal.ts';
import { pluralize } from '../../text/plural.ts';
import { checkLines } from '../views/bad-lines.ts';
import { noteIfLost } from '../entries.ts';

export const command = defineCommand({
  name: 'log check',
  summary: 'whether every line of the journal can be understood',
  description: [
    "Reads every file of the journal, names lines that can't be understood and copies them aside. Nothing is deleted or changed. It ends with 1 when there are such lines.",
  ],
  options: { json: JSON_FLAG },
  examples: [{ command: 'unspasm log check', does: 'all files' }],
  seeAlso: ['unspasm log path'],
  run: (_invocation, context) => {
    noteIfLost(context);
    const found = context.journal.check();
    return {
      document: () => found,
      lines: () => checkLines(context.page, found, context.journal.folder),
      after: () => failIfBad(found),
    };
  },
});

function failIfBad({ bad, aside }: JournalCheck): void {
  if (bad.length === 0) return;
  throw new OperationError(`${pluralize(bad.length, 'line')} of the journal can't be understood`, {
    code: 'bad-lines',
    hint: aside === undefined ? 'a file is expected there' : `copied to ${aside}, and left where they are`,
  });
}
