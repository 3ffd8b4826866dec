import { helpedIn } from '../../journal/core/summary/counts.ts';
import { pluralize } from '../../text/plural.ts';
import { list, row, section, type Section, table, textOf } from './page.ts';
import { dateOfTime, type ReportData } from './report-data.ts';
import { shorten } from './isolate.ts';

/** How many characters of a name fit. */
const LONGEST = 28;
const LONGEST_THERAPY = 20;
/** How many areas fit on the page, and how many things that helped. */
const AREAS = 4;
const HELPERS = 4;

/** The first and the last rating on the PEG scale. */
export function pegSection(report: ReportData): Section {
  const { summary, texts } = report;
  const { peg } = summary;
  const ratings = peg.length > 1 ? [peg[0]!, peg.at(-1)!] : peg;
  const rows = ratings.map(({ at, pain, enjoyment, activity, score }) =>
    row(dateOfTime(at, report), [pain, enjoyment, activity, score]),
  );
  const scores = table('PEG scores', ['Date', 'Pain', 'Enjoyment', 'Activity', 'PEG'], rows);
  return section('PEG scale', peg.length === 0 ? textOf('Not asked in this period.') : scores, texts.peg);
}

/** Where it hurt, on how many days, and whether in a leg. */
export function whereSection({ summary: { areas }, texts, words }: ReportData): Section {
  const legs = areas.filter(({ id }) => words.isLeg(id));
  const others = areas.filter(({ id }) => !words.isLeg(id));
  // Pain in a leg is what a clinician looks for: it is never left out.
  const shown = [...legs, ...others.slice(0, Math.max(0, AREAS - legs.length))];
  const rest = areas.length - shown.length;
  const places = shown.map(({ id, days }) => `${shorten(words.of(id), LONGEST)}: ${pluralize(days, 'day')}`);
  const lines = [
    ...(places.length > 0 ? places : ['Not recorded.']),
    ...(rest > 0 ? [`and ${rest} more`] : []),
    ...(legs.length > 0 ? [] : [texts.legUnknown]),
  ];
  return section('Where it hurt', list(lines));
}

/** Triggers, with the number of days that each figure comes from. */
export function triggersSection({ summary: { triggers }, texts, words }: ReportData): Section {
  const rows = triggers.map(({ id, daysWith, daysWithout, medians }) =>
    row(shorten(words.of(id), LONGEST), [
      medians ? `${medians.with} on ${pluralize(daysWith, 'day')}` : pluralize(daysWith, 'day'),
      medians ? `${medians.without} on ${pluralize(daysWithout, 'day')}` : 'too few days',
    ]),
  );
  const heads = ['Trigger', 'Median with', 'Median without'];
  const compared = table('Triggers, with the median of the worst pain on days with and without each', heads, rows);
  return section('Triggers', triggers.length === 0 ? textOf('None was recorded.') : compared, texts.association);
}

/** What was tried in sessions and as exercise, with the mean pain before and after the rated ones. */
export function triedSection({ summary: { therapies, exercises }, words }: ReportData): Section {
  const rows = therapies.map(({ id, sessions, before = '–', after = '–', rated, hurt }) =>
    row(shorten(words.of(id), LONGEST_THERAPY), [sessions, before, after, rated, hurt]),
  );
  const exercise = exercises.map(({ id, times }) =>
    row(shorten(words.of(id) || 'exercise', LONGEST_THERAPY), [times, '–', '–', '–', '–']),
  );
  const heads = ['Session', 'Times', 'Before', 'After', 'Rated', 'Caused pain'];
  const tried = table('Sessions and exercise, with the mean pain before and after', heads, [...rows, ...exercise]);
  return section(
    'Self-care recorded',
    rows.length + exercise.length === 0 ? textOf('No session was recorded.') : tried,
  );
}

/** What helped, and on how many days; the most frequent first. */
export function helpedSection({ entries, words, habits }: ReportData): Section {
  const helped = helpedIn(entries, habits);
  const rest = helped.length - HELPERS;
  const lines = helped
    .slice(0, HELPERS)
    .map(({ id, days }) => `${shorten(words.of(id), LONGEST)}: ${pluralize(days, 'day')}`);
  const items = [...lines, ...(rest > 0 ? [`and ${rest} more`] : [])];
  return section('What helped', items.length === 0 ? textOf('Not recorded.') : list(items));
}
