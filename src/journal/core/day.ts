const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** A calendar day in the computer's own time zone. */
export interface CalendarDay {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  /** False for days that never were: 30 February, and in Apia 30 December 2011. */
  readonly exists: boolean;
}

/**
 * Reads a word that means a day: today, yesterday, a weekday (the latest, which may be today), an ISO date.
 * @returns undefined for any other word
 */
export function dayOf(word: string, now: Date): CalendarDay | undefined {
  if (word === 'today') return daysBefore(now, 0);
  if (word === 'yesterday') return daysBefore(now, 1);
  const weekday = WEEKDAYS.findIndex((name) => word === name || word === name.slice(0, 3));
  if (weekday >= 0) return daysBefore(now, (now.getDay() - weekday + 7) % 7);
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(word) ?? [];
  return year === undefined ? undefined : checked(Number(year), Number(month), Number(day));
}

/** Writes a number with at least two digits. */
export const pad = (value: number): string => String(value).padStart(2, '0');

/** Writes a day as an ISO date. */
export function isoDate({ year, month, day }: Omit<CalendarDay, 'exists'>): string {
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}

/** The day to offer for one that doesn't exist, as an ISO date. */
export function nextTo({ year, month, day }: CalendarDay): string {
  const moment = new Date(year, month - 1, day);
  return isoDate({ year: moment.getFullYear(), month: moment.getMonth() + 1, day: moment.getDate() });
}

// Counts calendar days, as a day in the computer's zone may not have 24 hours, or may not exist.
function daysBefore(now: Date, days: number): CalendarDay {
  const date = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() - days));
  return checked(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function checked(year: number, month: number, day: number): CalendarDay {
  // At noon, as some zones skip the midnight of a day that exists.
  const noon = new Date(year, month - 1, day, 12);
  // JavaScript reads the years 0 to 99 as 1900 to 1999; a typing error isn't guessed at.
  const exists = noon.getFullYear() === year && noon.getMonth() === month - 1 && noon.getDate() === day;
  return { year, month, day, exists };
}
