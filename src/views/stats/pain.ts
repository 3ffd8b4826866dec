import { sayDate } from '../../journal/say-when.ts';
import type { Day, Period } from '../../journal/summary/types.ts';
import { type Page, paragraph } from '../page.ts';
import { hasBars, sparkline } from '../sparkline.ts';
import { periodText } from '../when.ts';

/** So many days are read out where no bars can be drawn. */
const READ_OUT = 14;
const WEEK = 7;

/** The worst pain of each day as a row of bars, folded where the days are more than the columns. */
export function painLines(page: Page, days: readonly Day[], now: Date): string[] {
  if (!hasBars(page)) return readOut(page, days);
  const columns = page.width - 2;
  const step = days.length <= columns ? 1 : Math.max(WEEK, Math.ceil(days.length / columns));
  const bars = sparkline(page, folded(days, step));
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

function periodOf(days: readonly Day[]): Period {
  return { from: days[0]!.date, to: days.at(-1)!.date };
}

function readOut(page: Page, days: readonly Day[]): string[] {
  const last = days.slice(-READ_OUT);
  const which = last.length === 1 ? 'the last day' : `each of the last ${last.length} days`;
  return paragraph(
    page,
    `The worst of ${which}: ${sparkline(
      page,
      last.map(({ worst }) => worst),
    )}.`,
  );
}

// Counted from the last day, so that it ends with a whole group.
function folded(days: readonly Day[], step: number): (number | undefined)[] {
  const groups = Math.ceil(days.length / step);
  return Array.from({ length: groups }, (_, at) => {
    const end = days.length - step * (groups - 1 - at);
    const worst = days.slice(Math.max(0, end - step), end).flatMap((day) => day.worst ?? []);
    return worst.length === 0 ? undefined : Math.max(...worst);
  });
}
