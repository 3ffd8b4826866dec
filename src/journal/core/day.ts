/** A calendar day in the computer's own time zone. */
export interface CalendarDay {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  /** False for days that never were: 30 February, and in Apia 30 December 2011. */
  readonly exists: boolean;
  /** It was named from today ("yesterday", "monday"), so it has the hours that its user counts for it. */
  readonly isLived?: true;
}

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** As they are typed, from Sunday. */
export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** Writes a number with at least two digits. */
export const pad = (value: number): string => String(value).padStart(2, '0');

/** Writes minutes after midnight as a time of day: "04:30". */
export function minutesToClock(minutes: number): string {
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** Writes the offset of a time zone: "+01:00". @param minutes ahead of UTC */
export function offsetText(minutes: number): string {
  return `${minutes < 0 ? '-' : '+'}${minutesToClock(Math.abs(minutes))}`;
}

/** Writes a day as an ISO date. */
export function isoDate({ year, month, day }: Omit<CalendarDay, 'exists' | 'isLived'>): string {
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}

/** The day to offer for one that doesn't exist, as an ISO date. */
export function nextTo({ year, month, day }: CalendarDay): string {
  const moment = new Date(year, month - 1, day);
  return isoDate({ year: moment.getFullYear(), month: moment.getMonth() + 1, day: moment.getDate() });
}

/** A day of the calendar, and whether it exists. @param month from 1 */
export function calendarDay(year: number, month: number, day: number): CalendarDay {
  // At noon, as some zones skip the midnight of a day that exists.
  const noon = new Date(year, month - 1, day, 12);
  // JavaScript reads the years 0 to 99 as 1900 to 1999; a typing error isn't guessed at.
  const exists = noon.getFullYear() === year && noon.getMonth() === month - 1 && noon.getDate() === day;
  return { year, month, day, exists };
}
