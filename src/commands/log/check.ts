import type { Invocation } from '../../command.ts';
import type { Context } from '../../context.ts';
import { CannotError } from '../../errors.ts';
import type { JournalCheck } from '../../journal/journal.ts';
import { SCHEMA_VERSION } from '../../views/documents.ts';
import { bullets, paragraph } from '../../views/page.ts';
import { noteIfLost } from './entries.ts';

/** Says whether every line of the journal can be understood. @throws CannotError when one can't */
export function checkJournal({ options }: Invocation, context: Context): void {
  noteIfLost(context);
  const found = context.journal.check();
  if (options['json']) context.printJson({ schemaVersion: SCHEMA_VERSION, ...found });
  else context.print(checkLines(context, found));
  const { length } = found.bad;
  if (length === 0) return;
  throw new CannotError(`${length} ${length === 1 ? 'line' : 'lines'} of the journal can't be understood`, {
    code: 'bad-lines',
    hint: found.aside === undefined ? 'a file is expected there' : `copied to ${found.aside}, and left where they are`,
  });
}

function checkLines({ page, journal }: Context, { files, bad }: JournalCheck): string[] {
  const lines = files.reduce((sum, file) => sum + file.lines, 0);
  const open = files.filter((file) => file.open).map(({ name }) => name);
  return [
    ...paragraph(
      page,
      `${lines} good lines in ${files.length} ${files.length === 1 ? 'file' : 'files'} in ${journal.folder}`,
    ),
    ...(open.length > 0 ? paragraph(page, `Others on this computer may read: ${open.join(', ')}`) : []),
    ...bullets(
      page,
      bad.map(({ file, line, why }) => (line > 0 ? `${file}:${line}: ${why}` : `${file}: ${why}`)),
    ),
  ];
}
