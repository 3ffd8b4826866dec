import { SEVERE } from '../../journal/core/rating.ts';
import { sayFullPeriod } from '../../journal/core/say-when.ts';
import { dayNumber } from '../../journal/core/summary/days.ts';
import type { Period, Summary } from '../../journal/core/summary/types.ts';
import { html, type Markup, shorten } from './markup.ts';
import { row } from './table.ts';
import type { ReportData } from './report-data.ts';

/** How many medicines fit, and how many characters of each name. */
const MEDICINES = 4;
const LONGEST_MEDICINE = 18;

/** Worst, usual and lowest pain in the first and in the last week. */
export function painBox({ summary, texts }: ReportData): Markup {
  const rated = summary.weeks.flatMap(({ period, pain }) => (pain ? [{ period, pain }] : []));
  const [first, last] = [rated.find(({ period }) => isWhole(period)) ?? rated[0], rated.at(-1)];
  if (!first || !last) return html`<p class="box">${texts.noRatings}</p>`;
  const weeks = first === last ? [first] : [first, last];
  return html`<table class="box">
<caption>Pain, 0 to 10, in the first and last week with ratings</caption>
<thead><tr><td></td>${weeks.map(({ period }) => html`<th scope="col">${sayFullPeriod(period)}</th>`)}</tr></thead>
<tbody class="big">
${row(
  'Worst',
  weeks.map(({ pain }) => pain.worst),
)}
${row(
  'Usual',
  weeks.map(({ pain }) => pain.median),
)}
${row(
  'Lowest',
  weeks.map(({ pain }) => pain.lowest),
)}
</tbody>
<tfoot><tr><td colspan="3">${texts.usual}</td></tr></tfoot>
</table>`;
}

// The first week of a period may have a single day, which says little.
function isWhole({ from, to }: Period): boolean {
  return dayNumber(to) - dayNumber(from) === 6;
}

/** How many days were severe or limited, and on how many a medicine was taken. */
export function burdenBox({ severeDays, limitedDays, medicineDays, ratedDays, medicines }: Summary): Markup {
  const taken = medicines.slice(0, MEDICINES).map(({ name, days }) => `${shorten(name, LONGEST_MEDICINE)} (${days})`);
  const more = medicines.length > MEDICINES ? `, and ${medicines.length - MEDICINES} more` : '';
  const foot = html`<tfoot><tr><td colspan="2">Medicines, with days taken: ${taken.join(', ')}${more}</td></tr></tfoot>`;
  return html`<table class="box">
<caption>Days, of ${ratedDays} with a rating</caption>
<tbody class="big">
${row(`At ${SEVERE} or more`, [ratedDays === 0 ? '–' : severeDays])}
${row('Recorded as limited by pain', [limitedDays])}
${row('Recorded with a medicine', [medicineDays])}
</tbody>
${taken.length > 0 && foot}
</table>`;
}
