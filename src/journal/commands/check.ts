import { defineCommand, JSON_FLAG } from '../../app/command.ts';
import { OperationError } from '../../errors.ts';
import type { JournalCheck } from '../core/journal.ts';
import { pluralize } from '../../text/plural.ts';
import { checkLines } from '../views/bad-lines.ts';
import { noteIfLost } from '../entries.ts';

export const command = defineCommand({
  name: 'log check',
  summary: 'check that every line of the journal can be read',
  description: [
    "Reads every file of the journal, lists the lines that can't be read, and copies them to a folder of their own. It deletes and changes nothing. If there are such lines, it exits with code 1.",
  ],
  options: { json: JSON_FLAG },
  examples: [{ command: 'unspasm log check', does: 'check all files' }],
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
  throw new OperationError(`${pluralize(bad.length, 'line')} of the journal can't be read`, {
    code: 'bad-lines',
    hint:
      aside === undefined
        ? 'check what is there: it should be a file of the journal'
        : `look at the copies in ${aside}; the journal is unchanged`,
  });
}
