import { dayNumber } from '../core/summary/days.ts';
import type { Period, Week } from '../core/summary/types.ts';
import { pluralize } from '../../text/plural.ts';
import { type Page, paragraph } from '../../terminal/page.ts';
import { wrap } from '../../text/wrap.ts';
import { periodText } from '../core/say-when.ts';

/** How many weeks are shown at most. */
const SHOWN = 12;
/** Columns for each step of the scale from 0 to 10. */
const STEP = 2;
const COLUMNS = 10 * STEP + 1;
/** The width of the longest numbers: "9, 9.5, 10 (7 of 7 days)". */
const NUMBERS = 24;

/** The lowest, the median and the worst of each week, with a picture of them from 0 to 10. */
export function weekLines(page: Page, weeks: readonly Week[], now: Date): string[] {
  const shown = weeks.slice(-SHOWN);
  const which = shown.length < weeks.length ? `Each of the last ${SHOWN} of ${weeks.length} weeks` : 'Each week';
  const dates = shown.map(({ period }) => periodText(period, now));
  // In January some of them have a year.
  const column = Math.max(...dates.map(({ length }) => length));
  const drawn = page.framed && page.width >= 2 + column + 2 + COLUMNS + 2 + NUMBERS;
  const textOf = page.framed ? numbersText : spokenText;
  return [
    ...paragraph(page, `${which}: the lowest, the median and the worst rating`).map(page.style.strong),
    ...shown.flatMap((week, at) => {
      const when = dates[at]!;
      return drawn
        ? [pictured(page, when.padEnd(column), week)]
        : wrap(`${when}: ${textOf(week)}`, page.width, { first: '  ', rest: '      ' });
    }),
  ];
}

function pictured(page: Page, when: string, week: Week): string {
  const picture = week.pain ? rangePicture(page, week.pain) : '';
  return `  ${when}  ${picture.padEnd(COLUMNS)}  ${numbersText(week)}`;
}

function numbersText({ period, ratedDays, pain }: Week): string {
  if (!pain) return 'not rated';
  return `${pain.lowest}, ${pain.median}, ${pain.worst} (${ratedDays} of ${daysIn(period)})`;
}

// A listener can't tell which number is which without the words.
function spokenText({ period, ratedDays, pain }: Week): string {
  if (!pain) return 'not rated';
  const { lowest, median, worst } = pain;
  return `lowest ${lowest}, median ${median}, worst ${worst}; rated on ${ratedDays} of ${daysIn(period)}`;
}

function daysIn({ from, to }: Period): string {
  return pluralize(dayNumber(to) - dayNumber(from) + 1, 'day');
}

// "  |--o----|" on a scale of two columns for each step.
function rangePicture({ glyphs }: Page, { lowest, median, worst }: NonNullable<Week['pain']>): string {
  const [begin, middle, end] = [lowest, median, worst].map((rating) => Math.round(rating * STEP));
  const letter = (at: number) => {
    if (at === middle) return glyphs.rangeMedian;
    if (at === begin) return glyphs.rangeBegin;
    if (at === end) return glyphs.rangeEnd;
    return at > begin! && at < end! ? glyphs.barLeft : ' ';
  };
  return Array.from({ length: COLUMNS }, (_, at) => letter(at)).join('');
}
