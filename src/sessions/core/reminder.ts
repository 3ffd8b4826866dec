/** A reminder that a therapy can be used again, and the process that waits for it. */
export interface Reminder {
  /** The id of the therapy. */
  readonly therapy: string;
  /** When, in milliseconds since 1970. */
  readonly at: number;
  readonly pid: number;
  /** What identifies that process among all that have or will have its number. */
  readonly process: string;
}

/** Reads what a file holds. @returns undefined for what isn't a reminder */
export function readReminder(value: unknown): Reminder | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { therapy, at, pid, process } = value as Partial<Record<keyof Reminder, unknown>>;
  const isWhole = typeof therapy === 'string' && typeof at === 'number' && typeof pid === 'number';
  return isWhole && typeof process === 'string' ? { therapy, at, pid, process } : undefined;
}
