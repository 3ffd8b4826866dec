import type { JournalCheck } from '../core/journal.ts';
import type { BadLine } from '../core/records.ts';
import { pluralize } from '../../text/plural.ts';
import { bullets, type Page, paragraph } from '../../terminal/page.ts';

/** More would fill a screen; `unspasm log check` names them all. */
const NAMED = 5;

/** Names the lines that can't be read; nothing when all can. */
export function skippedLines(page: Page, bad: readonly BadLine[]): string[] {
  if (bad.length === 0) return [];
  const named = bad.slice(0, NAMED).map(badLineText);
  const more = bad.length > named.length ? [`and ${bad.length - named.length} more`] : [];
  return [
    ...paragraph(page, `unspasm: skipped ${pluralize(bad.length, 'line')} that can't be read; nothing was deleted`),
    ...bullets(page, [...named, ...more]),
  ];
}

/** What a check of every file of the journal found. @param folder where the files are */
export function checkLines(page: Page, { files, bad }: JournalCheck, folder: string): string[] {
  const lines = files.reduce((sum, file) => sum + file.lines, 0);
  const open = files.filter((file) => file.open).map(({ name }) => name);
  return [
    ...paragraph(page, `${pluralize(lines, 'good line')} in ${pluralize(files.length, 'file')} in ${folder}`),
    ...(open.length > 0 ? paragraph(page, `Other people on this computer can read: ${open.join(', ')}`) : []),
    ...bullets(page, bad.map(badLineText)),
  ];
}

// Line 0 is the whole file.
function badLineText({ file, line, why }: BadLine): string {
  return line > 0 ? `${file}:${line}: ${why}` : `${file}: ${why}`;
}
