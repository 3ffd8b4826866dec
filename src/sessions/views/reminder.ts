import { momentText } from '../../journal/core/say-when.ts';
import { toIso } from '../../journal/core/when.ts';
import type { Reminder } from '../core/reminder.ts';

/** "You will be reminded at 16:10 that you can use ice again." @param name of the therapy, as a title */
export function reminderText({ at }: Pick<Reminder, 'at'>, name: string, now: Date): string {
  const what = `You will be reminded at ${momentText(at, now)} that you can use ${name.toLowerCase()} again.`;
  return `${what} To take that back, run: unspasm remind off`;
}

/** Reminders for scripts. */
export function remindersDocument(reminders: readonly Reminder[]): object[] {
  return reminders.map(({ therapy, at }) => ({ therapy, at: toIso(at) }));
}
