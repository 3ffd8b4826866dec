import type { Source } from '../content/types.ts';
import { type Page, paragraph } from '../terminal/page.ts';

/** Who says so: title, publisher, year and address, as far as they are known. */
export function sourceLines(page: Page, { title, publisher, year, url }: Source, indent: string): string[] {
  const where = [publisher, year, url].filter((part) => part !== null).join(', ');
  return paragraph(page, `Source: ${title} (${where})`, indent);
}
