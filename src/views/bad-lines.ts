import type { BadLine } from '../journal/records.ts';
import { bullets, type Page, paragraph } from './page.ts';

/** What couldn't be understood in the journal's files; nothing when all could. */
export function badLinesText(page: Page, bad: readonly BadLine[]): string[] {
  if (bad.length === 0) return [];
  const named = bad.slice(0, 5).map(({ file, line, why }) => `${file}${line > 0 ? `:${line}` : ''}: ${why}`);
  const more = bad.length > named.length ? [`and ${bad.length - named.length} more`] : [];
  return [
    ...paragraph(page, `unspasm: ${bad.length} line(s) of the journal were passed over and kept as they are:`),
    ...bullets(page, [...named, ...more]),
  ];
}
