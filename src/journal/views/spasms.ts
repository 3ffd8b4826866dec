import type { CheckInContent, JournalTexts } from '../../content/journal-content.ts';
import type { MarkComparison, Share } from '../core/summary/spasms.ts';
import type { Words } from '../core/records.ts';
import { pluralize } from '../../text/plural.ts';
import { bullets, type Page, paragraph } from '../../terminal/page.ts';

type Texts = Pick<CheckInContent, 'leastDays' | 'leastSpasms'> & Pick<JournalTexts['stats'], 'association'>;

/**
 * What went before spasms, beside how often it was so on any day. Numbers of both sides, and that this is no cause. They
 * are compared only where there are enough of both.
 */
export function spasmLines(page: Page, compared: readonly MarkComparison[], words: Words, texts: Texts): string[] {
  // With one side alone there is nothing to say.
  if (compared.every(({ days }) => days.of === 0) || compared.every(({ spasms }) => spasms.of === 0)) return [];
  const title = 'On the day of a spasm, and on all days with a check-in';
  return [
    '',
    ...paragraph(page, title),
    ...bullets(
      page,
      compared.map((one) => comparisonText(one, words, texts)),
    ),
    ...paragraph(page, texts.association, '  '),
  ];
}

function comparisonText({ id, spasms, days, isComparable }: MarkComparison, words: Words, texts: Texts): string {
  const { leastDays, leastSpasms } = texts;
  const counts = `${words(id)}: ${shareText(spasms, 'spasm')}`;
  if (isComparable) return `${counts} (${percent(spasms)} %); ${shareText(days, 'day')} (${percent(days)} %)`;
  const missing = [
    ...(spasms.of < leastSpasms ? [`${leastSpasms} spasms`] : []),
    ...(days.of < leastDays ? [`${leastDays} days`] : []),
  ];
  return `${counts}; ${shareText(days, 'day')} (too few to compare: ${missing.join(' and ')} are needed)`;
}

function shareText({ with: count, of }: Share, what: string): string {
  return of === 0 ? `no ${what} yet` : `${count} of ${pluralize(of, what)}`;
}

function percent({ with: count, of }: Share): number {
  return Math.round((count / of) * 100);
}
