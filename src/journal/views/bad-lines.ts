import type { BadLine } from '../core/records.ts';
import { pluralize } from '../../text/plural.ts';
import { bullets, type Page, paragraph } from '../../terminal/page.ts';

const NAMED = 5;

/** What couldn't be understood in the journal's files; nothing when all could. */
export function passedOverLines(page: Page, bad: readonly BadLine[]): string[] {
  if (bad.length === 0) return [];
  const named = bad.slice(0, NAMED).map(badLineText);
  const more = bad.length > named.length ? [`and ${bad.length - named.length} more`] : [];
  return [
    ...paragraph(page, `unspasm: passed over, and kept in the journal: ${pluralize(bad.length, 'line')}`),
    ...bullets(page, [...named, ...more]),
  ];
}

/** Where a line stands that couldn't be understood, and why it couldn't. */
export function badLineText({ file, line, why }: BadLine): string {
  return line > 0 ? `${file}:${line}: ${why}` : `${file}: ${why}`;
}
