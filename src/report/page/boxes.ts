import { SEVERE } from '../../journal/core/rating.ts';
import { sayFullPeriod } from '../../journal/core/say-when.ts';
import { countDays, dayNumber } from '../../journal/core/summary/days.ts';
import type { Period } from '../../journal/core/summary/types.ts';
import { pluralize } from '../../text/plural.ts';
import { box, row, type Section, textOf } from './page.ts';
import type { ReportData } from './report-data.ts';
import { shorten } from './isolate.ts';

/** How many medicines fit, and how many characters of each name. */
const MEDICINES = 4;
const LONGEST_MEDICINE = 18;

/** Worst, median and lowest pain in the first and in the last week. */
export function painBox({ summary, texts }: ReportData): Section {
  const rated = summary.weeks.flatMap(({ period, pain }) => (pain ? [{ period, pain }] : []));
  const [first, last] = [rated.find(({ period }) => isWhole(period)) ?? rated[0], rated.at(-1)];
  if (!first || !last) return { content: [textOf(texts.noRatings, 'box')] };
  const weeks = first === last ? [first] : [first, last];
  return box({
    caption: 'Pain, 0 to 10, in the first and last week with ratings',
    heads: ['', ...weeks.map(({ period }) => sayFullPeriod(period))],
    rows: [
      row(
        'Worst',
        weeks.map(({ pain }) => pain.worst),
      ),
      row(
        'Median',
        weeks.map(({ pain }) => pain.median),
      ),
      row(
        'Lowest',
        weeks.map(({ pain }) => pain.lowest),
      ),
    ],
    foot: texts.usual,
  });
}

// The first week of a period may have a single day, which says little.
function isWhole({ from, to }: Period): boolean {
  return dayNumber(to) - dayNumber(from) === 6;
}

/**
 * Whether any entry of the period says that pain limited the patient. Where none does, nobody may have asked: that must
 * not read as no limits.
 */
export function saysLimited({ entries }: Pick<ReportData, 'entries'>): boolean {
  return entries.some(({ limited }) => limited !== undefined);
}

/** How many days were severe or limited, and on how many a medicine was taken. */
export function burdenBox(report: ReportData): Section {
  const { summary, entries, habits } = report;
  const { severeDays, limitedDays, medicineDays, ratedDays, medicines } = summary;
  const taken = medicines
    .slice(0, MEDICINES)
    .map(({ name, days }) => `${shorten(name, LONGEST_MEDICINE)} (${pluralize(days, 'day')})`);
  const more = medicines.length > MEDICINES ? `, and ${medicines.length - MEDICINES} more` : '';
  return box({
    caption: `Days, of ${countDays(entries, habits)} with an entry`,
    rows: [
      row(`At ${SEVERE} or more, of ${ratedDays} rated`, [ratedDays === 0 ? '–' : severeDays]),
      row('Recorded as limited by pain', [saysLimited(report) ? limitedDays : '–']),
      row('Medicine recorded', [medicineDays === 0 ? '–' : medicineDays]),
    ],
    ...(taken.length > 0 && { foot: `Medicines taken: ${taken.join(', ')}${more}` }),
  });
}
