import { wasDone } from '../../journal/core/done.ts';
import { exerciseIn } from '../../journal/core/movement.ts';
import type { Entry } from '../../journal/core/records.ts';
import { sayFullPeriod } from '../../journal/core/say-when.ts';
import { countDays, entriesIn } from '../../journal/core/summary/days.ts';
import { groupsOf, periodOf, WEEK } from '../../journal/core/summary/groups.ts';
import { minutesIn } from '../../journal/core/timed.ts';
import { pluralize } from '../../text/plural.ts';
import { saysLimited } from './boxes.ts';
import { box, row, section, type Section, table, textOf } from './page.ts';
import { dateOfTime, type ReportData } from './report-data.ts';
import { shorten } from './isolate.ts';

/** How many characters of a name fit. */
const LONGEST = 20;
/** How many rows of weeks fit, and of a table of what was done. */
const WEEKS = 6;
const ROWS = 5;

/** On how many days there was movement, how often, and for how long. */
export function movementBox(report: ReportData): Section {
  const moved = movementIn(report);
  const isRecorded = report.entries.some(({ kind }) => kind === 'session' || kind === 'exercise');
  return box({
    caption: `Exercise, walks and stretches in ${pluralize(report.summary.days.length, 'day')}`,
    rows: [
      row('Active days', [isRecorded ? countDays(moved, report.habits) : '–']),
      row('Times', [isRecorded ? moved.length : '–']),
      row('Minutes', [isRecorded ? minutesIn(moved) : '–']),
    ],
    foot: report.texts.physio.done,
  });
}

/** Days that were limited, and the first and last rating on the PEG scale. */
export function functionBox(report: ReportData): Section {
  const { summary, texts } = report;
  const { limitedDays, peg, days } = summary;
  const [first, last] = [peg[0], peg.length > 1 ? peg.at(-1) : undefined];
  const rated = [first, last].flatMap((one) => (one ? [one] : []));
  return box({
    caption: `Function in ${pluralize(days.length, 'day')}`,
    rows: [
      row('Days recorded as limited by pain', [saysLimited(report) ? limitedDays : '–']),
      ...rated.map(({ at, score }) => row(`PEG on ${dateOfTime(at, report)}`, [score])),
      ...(rated.length === 0 ? [row('PEG', ['not asked'])] : []),
    ],
    foot: texts.peg,
  });
}

/** What was done, week by week; several weeks together where there are too many. */
export function weeksSection(report: ReportData): Section {
  const {
    habits,
    summary: { days },
  } = report;
  const moved = movementIn(report);
  if (moved.length === 0 && !saysLimited(report)) return section('Week by week', textOf('None was recorded.'));
  const size = WEEK * Math.ceil(days.length / (WEEK * WEEKS));
  const rows = groupsOf(days, size).map((group) => {
    const period = periodOf(group);
    const own = entriesIn(moved, period, habits);
    const limited = saysLimited(report) ? group.filter((day) => day.limited).length : '–';
    return row(sayFullPeriod(period), [countDays(own, habits), own.length, minutesIn(own), limited]);
  });
  const heads = ['Dates', 'Days', 'Times', 'Minutes', 'Limited days'];
  const title = size === WEEK ? 'Week by week' : `Every ${size / WEEK} weeks`;
  return section(title, table('What was done, week by week', heads, rows.toReversed(), WEEKS));
}

/** Sessions, with how they ended. */
export function sessionsSection({ entries, words }: ReportData): Section {
  const sessions = entries.filter(({ kind, therapy }) => kind === 'session' && therapy !== undefined);
  const rows = groupedBy(sessions, ({ therapy }) => [therapy!]).map(([id, own]) => {
    const stopped = own.filter(wasStopped).length;
    return row(nameOf(id, words.of), [own.length - stopped, stopped, own.filter(hasHurt).length, minutesIn(own)]);
  });
  const heads = ['Session', 'Done', 'Stopped', 'Caused pain', 'Minutes'];
  const shown = table('Sessions, with how many were done, were stopped, or hurt', heads, rows, ROWS);
  return section('Sessions', rows.length === 0 ? textOf('No session was recorded.') : shown);
}

/** The levels of the core exercises, with when each was done last; nothing where no session has a level. */
export function levelsSection(report: ReportData): Section[] {
  const levelled = report.entries.filter(({ kind, routineLevel }) => kind === 'session' && routineLevel !== undefined);
  if (levelled.length === 0) return [];
  const rows = groupedBy(levelled, ({ routineLevel }) => [routineLevel!])
    .toSorted(([one], [other]) => other.localeCompare(one, 'en', { numeric: true }))
    .map(([level, own]) =>
      row(`Level ${shorten(level, LONGEST)}`, [
        own.length,
        own.filter(hasHurt).length,
        dateOfTime(latest(own), report),
      ]),
    );
  const heads = ['Core exercises', 'Times', 'Caused pain', 'Last'];
  return [
    section('Levels of the core exercises', table('Core exercises by level, the highest first', heads, rows, ROWS)),
  ];
}

function latest(entries: readonly Entry[]): string {
  return entries.reduce((last, { at }) => (Date.parse(at) > Date.parse(last) ? at : last), entries[0]!.at);
}

/**
 * How often each stretch was done, and how often it hurt. One that hurt is listed even if it was stopped too soon to count
 * as done, and before the others, which may not all fit.
 */
export function stretchesSection({ entries, words }: ReportData): Section {
  const counted = groupedBy(entries, stretchesIn).map(([id, own]) => ({
    id,
    done: own.filter(({ stretches = [] }) => stretches.includes(id)).length,
    hurt: own.filter(({ hurt = [] }) => hurt.includes(id)).length,
  }));
  const rows = counted
    .toSorted((one, other) => other.hurt - one.hurt)
    .map(({ id, done, hurt }) => row(nameOf(id, words.of), [done, hurt]));
  const caption = 'Stretches, with how often each was done and hurt';
  const shown = table(caption, ['Stretch', 'Done', 'Caused pain'], rows, ROWS);
  return section('Stretches', rows.length === 0 ? textOf('None was recorded.') : shown);
}

// Where the whole session hurt, that is named by its therapy.
function stretchesIn({ stretches, hurt = [], therapy }: Entry): string[] {
  return stretches ? [...stretches, ...hurt.filter((id) => id !== therapy)] : [];
}

/** Exercise outside sessions. */
export function exerciseSection({ summary: { exercises }, words }: ReportData): Section {
  const rows = exercises.map(({ id, times, minutes }) => row(nameOf(id, words.of), [times, minutes]));
  const shown = table('Other exercise, with how often and how long', ['Exercise', 'Times', 'Minutes'], rows, ROWS);
  return section('Other exercise', rows.length === 0 ? textOf('None was recorded.') : shown);
}

function movementIn({ entries, movementTherapies }: ReportData): Entry[] {
  return entries.filter((entry) => exerciseIn(entry, movementTherapies) !== undefined);
}

// The entries of each id, those with most of them first.
function groupedBy(
  entries: readonly Entry[],
  idsOf: (entry: Entry) => readonly string[],
): (readonly [string, readonly Entry[]])[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const id of new Set(idsOf(entry))) {
      const known = groups.get(id);
      if (known) known.push(entry);
      else groups.set(id, [entry]);
    }
  }
  return [...groups].toSorted(([, a], [, b]) => b.length - a.length);
}

// One that was skipped through counts as stopped; older lines don't say how a session ended.
function wasStopped(entry: Entry): boolean {
  return (entry.ended ?? 'done') !== 'done' || !wasDone(entry);
}

function hasHurt({ hurt = [], ended }: Entry): boolean {
  return hurt.length > 0 || ended === 'hurt';
}

function nameOf(id: string, words: (id: string) => string): string {
  return id.trim() === '' ? 'exercise' : shorten(words(id), LONGEST);
}
