import type { JournalCheck } from '../core/journal.ts';
import { pluralize } from '../../text/plural.ts';
import { badLineText } from './bad-lines.ts';
import { bullets, type Page, paragraph } from '../../terminal/page.ts';

/** What a look at every file of the journal found. */
export function checkLines(page: Page, { files, bad }: JournalCheck, folder: string): string[] {
  const lines = files.reduce((sum, file) => sum + file.lines, 0);
  const open = files.filter((file) => file.open).map(({ name }) => name);
  return [
    ...paragraph(page, `${pluralize(lines, 'good line')} in ${pluralize(files.length, 'file')} in ${folder}`),
    ...(open.length > 0 ? paragraph(page, `Others on this computer may read: ${open.join(', ')}`) : []),
    ...bullets(page, bad.map(badLineText)),
  ];
}
