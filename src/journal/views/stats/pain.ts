import { sayDate } from '../../core/say-when.ts';
import { daysABar, groupsOf, periodOf, worstOf } from '../../core/summary/groups.ts';
import type { Day } from '../../core/summary/types.ts';
import { pluralize } from '../../../text/plural.ts';
import { type Page, paragraph } from '../../../terminal/page.ts';
import { hasBars, sparkline } from '../../../terminal/page.ts';
import { periodText } from '../../core/when-text.ts';

/** So many days are read out where no bars can be drawn. */
const READ_OUT = 14;

/** The worst pain of each day as a row of bars, folded where the days are more than the columns. */
export function painLines(page: Page, days: readonly Day[], now: Date): string[] {
  if (!hasBars(page)) return readOut(page, days, now);
  const columns = page.width - 2;
  const step = daysABar(days, columns);
  const bars = sparkline(page, groupsOf(days, step).map(worstOf));
  const [first, last] = [sayDate(days[0]!.date, now), sayDate(days.at(-1)!.date, now)];
  const between = bars.length - first.length - last.length;
  const dates = between > 0 ? `${first}${' '.repeat(between)}${last}` : periodText(periodOf(days), now);
  const each = step === 1 ? 'each day' : `each ${step} days`;
  return [
    ...paragraph(page, `The worst of ${each}, on a scale of 0 to 10; ${page.glyphs.gap} where nothing was rated:`),
    `  ${bars}`,
    `  ${page.style.quiet(dates)}`,
  ];
}

function readOut(page: Page, days: readonly Day[], now: Date): string[] {
  const last = days.slice(-READ_OUT);
  const which = last.length === 1 ? 'the last day' : `each of the last ${last.length} days`;
  return paragraph(page, `The worst of ${which}, ${periodText(periodOf(last), now)}: ${ratingsText(last)}.`);
}

// "8, 10, unrated, 5, unrated for 5 days, 4": "none" would be heard as a pain of 0.
function ratingsText(days: readonly Day[]): string {
  const ratings = days.map(({ worst }) => worst ?? '-').join(', ');
  return ratings.replace(/-(?:, -)*/g, (gap) => {
    return gap === '-' ? 'unrated' : `unrated for ${pluralize(gap.split(', ').length, 'day')}`;
  });
}
