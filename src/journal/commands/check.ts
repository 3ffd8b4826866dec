import type { Invocation } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { OperationError } from '../../errors.ts';
import { pluralize } from '../../text/plural.ts';
import { SCHEMA_VERSION } from '../../schema-version.ts';
import { checkLines } from '../views/journal-check.ts';
import { noteIfLost } from '../entries.ts';

/** Says whether every line of the journal can be understood. @throws CannotError when one can't */
export function checkJournal({ options }: Invocation, context: Context): void {
  noteIfLost(context);
  const found = context.journal.check();
  if (options['json']) context.printJson({ schemaVersion: SCHEMA_VERSION, ...found });
  else context.print(checkLines(context.page, found, context.journal.folder));
  const { length } = found.bad;
  if (length === 0) return;
  throw new OperationError(`${pluralize(length, 'line')} of the journal can't be understood`, {
    code: 'bad-lines',
    hint: found.aside === undefined ? 'a file is expected there' : `copied to ${found.aside}, and left where they are`,
  });
}
