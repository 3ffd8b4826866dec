/** Hours of the day without announcements, each end in minutes after midnight; they may go past midnight. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

const HOURS = /^([01]?\d|2[0-3]):([0-5]\d) ?[-–] ?([01]?\d|2[0-3]):([0-5]\d)$/;

/** Reads quiet hours, such as "22:00-07:00". @returns undefined for anything else, and for hours that end as they begin */
export function readQuietHours(typed: string): QuietHours | undefined {
  const [, ...parts] = HOURS.exec(typed.trim()) ?? [];
  if (parts.length === 0) return undefined;
  const [fromHour, fromMinute, toHour, toMinute] = parts.map(Number) as [number, number, number, number];
  const hours = { from: fromHour * 60 + fromMinute, to: toHour * 60 + toMinute };
  return hours.from === hours.to ? undefined : hours;
}

/** Quiet hours as they are saved: "22:00-07:00". */
export function showQuietHours({ from, to }: QuietHours): string {
  return `${clock(from)}-${clock(to)}`;
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/**
 * When the quiet hours of now end, by the computer's clock; in milliseconds since 1970.
 * @returns undefined outside them
 */
export function quietUntil({ from, to }: QuietHours, now: Date): number | undefined {
  const minutes = now.getHours() * 60 + now.getMinutes();
  const isQuiet = from < to ? minutes >= from && minutes < to : minutes >= from || minutes < to;
  if (!isQuiet) return undefined;
  const end = new Date(now);
  end.setHours(Math.floor(to / 60), to % 60, 0, 0);
  if (end.getTime() <= now.getTime()) end.setDate(end.getDate() + 1);
  return end.getTime();
}
