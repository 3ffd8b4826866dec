import { type Habits, habitsOf } from '../core/habits.ts';
import { DAYS, sayDate, sayWeekday } from '../core/say-when.ts';
import { SEVERE } from '../core/rating.ts';
import type { Words } from '../core/records.ts';
import { dayNumber } from '../core/summary/days.ts';
import type { Day } from '../core/summary/types.ts';
import { type Page, paragraph } from '../../terminal/page.ts';
import { noBreak } from '../../text/break-line.ts';

/** A month to show. */
export interface Month {
  /** "November 2026". */
  readonly title: string;
  readonly days: readonly Day[];
  /** ISO dates: days after today are blank, not gaps. */
  readonly today: string;
}

/** Columns for a day. */
const CELL = 5;
const WEEK = 7 * CELL;
const NOTHING = 'not rated';

/** A month with the worst pain of each day: as a grid, or as a list for a screen reader or a narrow window. */
export function monthLines(page: Page, month: Month, words: Words, now: Date): string[] {
  const hasRoom = page.framed && page.width >= WEEK;
  return [
    '',
    page.style.heading(month.title),
    '',
    ...(hasRoom ? grid(page, month, habitsOf(now)) : list(page, month, words, now)),
  ];
}

function grid(page: Page, month: Month, { weekBegins }: Habits): string[] {
  const { days, today } = month;
  const blank = (weekday(days[0]!.date) - weekBegins + 7) % 7;
  const cells = [
    ...Array.from({ length: blank }, () => ' '.repeat(CELL)),
    ...days.map((day) => cell(page, day, today)),
  ];
  const rows = Array.from({ length: Math.ceil(cells.length / 7) }, (_, at) => cells.slice(at * 7, at * 7 + 7).join(''));
  const names = [...DAYS.slice(weekBegins), ...DAYS.slice(0, weekBegins)];
  const heads = names.map((name) => ` ${name}`.padEnd(CELL)).join('');
  const { gap } = page.glyphs;
  return [
    heads.trimEnd(),
    ...rows.flatMap((row, at) => [datesOf(days, at * 7 - blank), row.trimEnd()].filter(Boolean)),
    '',
    ...paragraph(
      page,
      `The worst pain of each day. ${gap} means not rated, + a session or exercise, ${noBreak('[ ] today')}.`,
    ),
  ];
}

// The dates are above the ratings, as ratings are what people look for.
function datesOf(days: readonly Day[], from: number): string {
  const date = (at: number) => (days[at] ? String(at + 1).padStart(3) : '   ').padEnd(CELL);
  return Array.from({ length: 7 }, (_, at) => date(from + at))
    .join('')
    .trimEnd();
}

function cell(page: Page, { date, worst, therapies, exercises }: Day, today: string): string {
  if (date > today) return ' '.repeat(CELL);
  const rating = worst === undefined ? page.glyphs.gap : String(worst);
  const text = `${date === today ? '[' : ' '}${rating}${date === today ? ']' : ''}${therapies.length + exercises.length > 0 ? '+' : ''}`;
  const shifted = rating.length === 1 ? ` ${text}` : text;
  const padded = shifted.padEnd(CELL);
  return worst !== undefined && worst >= SEVERE ? padded.replace(rating, page.style.caution(rating)) : padded;
}

// From 0 for Sunday; 1970 began on a Thursday.
function weekday(date: string): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

function list(page: Page, { days, today }: Month, words: Words, now: Date): string[] {
  const past = days.filter(({ date }) => date <= today);
  const said = past.map((day) => ({ date: day.date, text: dayText(day, words) }));
  const when = (date: string) => {
    return `${sayWeekday(date)} ${sayDate(date, now)}${date === today ? ', today' : ''}`;
  };
  return alike(said).flatMap(({ from, to, text }) => {
    return paragraph(page, `${from === to ? when(from) : `${when(from)} to ${when(to)}`}: ${text}`);
  });
}

function dayText({ worst, therapies, exercises }: Day, words: Words): string {
  const rated = worst === undefined ? NOTHING : `worst ${worst}`;
  return [rated, ...new Set([...therapies, ...exercises].map((id) => words(id) || 'exercise'))].join('; ');
}

// Unrated days in a row are one line, so that nobody has to listen to each.
function alike(days: readonly { readonly date: string; readonly text: string }[]) {
  const runs: { from: string; to: string; text: string }[] = [];
  for (const { date, text } of days) {
    const run = runs.at(-1);
    if (run && text === NOTHING && run.text === NOTHING) run.to = date;
    else runs.push({ from: date, to: date, text });
  }
  return runs;
}

/** The same for scripts. */
export function monthDocument({ days, today }: Month): object {
  return { today, days: days.filter(({ date }) => date <= today) };
}
