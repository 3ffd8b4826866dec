import { momentText } from '../../journal/core/say-when.ts';
import { toIso } from '../../journal/core/when.ts';
import type { Therapy } from '../../content/session-types.ts';
import type { LimitedTherapy } from '../../today/core/today.ts';
import type { Reminder } from '../core/reminder.ts';

/** "Reminder set for 16:10, when you can use ice again." for each, with how to take it back. */
export function reminderTexts(
  reminders: readonly Pick<Reminder, 'therapy' | 'at'>[],
  therapies: readonly Therapy[],
  now: Date,
): string[] {
  return reminders.map(({ therapy, at }) => {
    const name = therapies.find(({ id }) => id === therapy)?.name ?? therapy;
    const what = `Reminder set for ${momentText(at, now)}, when you can use ${name.toLowerCase()} again.`;
    return `${what} To cancel it, run: unspasm remind off`;
  });
}

/** What a reminder says when its time has come. */
export function dueReminderText({ id, name, limits }: LimitedTherapy): string {
  return `You can use ${name.toLowerCase()} again now, ${limits.onlyWhen}. To start, run: unspasm ${id}`;
}

/** Reminders for scripts. */
export function remindersDocument(reminders: readonly Reminder[]): object[] {
  return reminders.map(({ therapy, at }) => ({ therapy, at: toIso(at) }));
}
