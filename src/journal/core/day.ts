const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** A day of the calendar, in the machine's own zone. */
export interface CalendarDay {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  /** Some are skipped: 30 February, and in Apia 30 December 2011. */
  readonly exists: boolean;
}

/** The day that a word means: today, yesterday, a weekday (the last one, or today), an ISO date. */
export function dayOf(word: string, now: Date): CalendarDay | undefined {
  if (word === 'today') return daysBefore(now, 0);
  if (word === 'yesterday') return daysBefore(now, 1);
  const weekday = WEEKDAYS.findIndex((name) => word === name || word === name.slice(0, 3));
  if (weekday >= 0) return daysBefore(now, (now.getDay() - weekday + 7) % 7);
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(word) ?? [];
  return year === undefined ? undefined : checked(Number(year), Number(month), Number(day));
}

/** A number with two digits. */
export const pad = (value: number): string => String(value).padStart(2, '0');

/** The day as an ISO date. */
export function isoDate({ year, month, day }: Omit<CalendarDay, 'exists'>): string {
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}

/** The day that is there in the place of one that isn't, as an ISO date. */
export function nextTo({ year, month, day }: CalendarDay): string {
  const moment = new Date(year, month - 1, day);
  return isoDate({ year: moment.getFullYear(), month: moment.getMonth() + 1, day: moment.getDate() });
}

// Counted on the calendar alone: a day of the machine's zone needn't have 24 hours, or be there at all.
function daysBefore(now: Date, days: number): CalendarDay {
  const date = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() - days));
  return checked(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function checked(year: number, month: number, day: number): CalendarDay {
  // At noon, as some zones skip the midnight of a day that is there.
  const noon = new Date(year, month - 1, day, 12);
  // Of the first hundred years JavaScript makes 1900 to 1999: a slip of the finger is not guessed at.
  const exists = noon.getFullYear() === year && noon.getMonth() === month - 1 && noon.getDate() === day;
  return { year, month, day, exists };
}
