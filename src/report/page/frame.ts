import { minutesToClock } from '../../journal/core/day.ts';
import { clockIn, type Habits } from '../../journal/core/habits.ts';
import { sayFullDate, sayFullPeriod, sayFullTime } from '../../journal/core/say-when.ts';
import type { Summary } from '../../journal/core/summary/types.ts';
import { pluralize } from '../../text/plural.ts';
import { episodeSentence } from './episodes.ts';
import type { Content, EntryLine, Page, Section } from './page.ts';
import type { ReportData } from './report-data.ts';
import { shorten } from './isolate.ts';

/** How many questions fit on the page, and how many characters of each. */
const QUESTIONS = 4;
const LONGEST_QUESTION = 120;

/** A page with what every report has: the period, the episode, who wrote it, and what isn't in it. */
export function pageOf(report: ReportData, rows: Page['rows']): Page {
  const { summary, texts, questions, today, version, leftOut, all, habits } = report;
  return {
    title: texts.title,
    period: periodText(summary),
    intro: [`${periodText(summary)}. ${coverageText(summary)}`, episodeSentence(report)],
    rows,
    byHand: ['Name:', 'Date of birth:'],
    foot: [
      ...(leftOut.length > 0 ? [`Not in this report: ${leftOut.join('; ')}.`] : []),
      ...(habits.dayBegins > 0 ? [dayBeginsText(habits)] : []),
      `${texts.selfReported} ${texts.byHand} Made with unspasm ${version} on ${sayFullDate(today)}.`,
    ],
    ...(all && { entries: entryLines(report) }),
    questions,
    version,
    today,
  };
}

// An entry of 02:00 counts for the day before, and has the date of the calendar in the list of all entries.
function dayBeginsText(habits: Habits): string {
  const clock = clockIn(`2000-01-01T${minutesToClock(habits.dayBegins)}`, habits);
  return `The patient's days begin at ${clock}: what was before that counts for the day before.`;
}

function periodText({ period, days }: Summary): string {
  return `${sayFullPeriod(period)}${days.length > 1 ? ` (${days.length} days)` : ''}`;
}

function coverageText({ ratedDays, days, late }: Summary): string {
  const rated = `Pain was rated on ${ratedDays} of ${pluralize(days.length, 'day')}`;
  const { imported } = late;
  const unknown =
    imported === 1
      ? "1 entry was imported; when it was written isn't known"
      : `${imported} entries were imported; when they were written isn't known`;
  return [
    `${rated}.`,
    ...(imported > 0 ? [`${unknown}.`] : []),
    ...(late.of > 0 ? [`${latenessText(late)} written more than a day later.`] : []),
  ].join(' ');
}

function latenessText({ entries, of, imported }: Summary['late']): string {
  const other = imported > 0 ? 'other ' : '';
  if (entries === 0) return `No ${other}entry was`;
  return `${entries} of ${of} ${other}entries were`;
}

/** The patient's own questions. Where there are none yet, a line is left to write them in the waiting room. */
export function questionsSection({ questions }: ReportData): Section {
  const rest = questions.length - QUESTIONS;
  const items = questions.slice(0, QUESTIONS).map((question) => shorten(question, LONGEST_QUESTION));
  const content: Content[] = items.length === 0 ? [{ kind: 'blank' }] : [{ kind: 'list', items, isNumbered: true }];
  return {
    title: 'My questions',
    content: [...content, ...(rest > 0 ? [{ kind: 'text', text: `and ${rest} more` } as const] : [])],
  };
}

function entryLines({ entries, words, habits }: ReportData): EntryLine[] {
  return entries.map((entry) => ({
    when: sayFullTime(entry.at, habits),
    text: words.entry(entry),
  }));
}
