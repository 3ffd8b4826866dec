import { type Page, paragraph } from '../../terminal/page.ts';
import { clockOf, type Schedule, shortDays } from '../core/schedule.ts';

/** "You are reminded on Mon, Wed and Fri at 18:30 (systemd)." @param scheduler absent where nothing is set */
export function reminderText(scheduler: string | undefined, schedule: Schedule | undefined): string {
  if (scheduler === undefined) return 'No reminder is set. To set one, run: unspasm plan remind mon,wed,fri 18:30';
  const when = schedule ? ` ${daysText(schedule)} at ${clockOf(schedule)}` : '';
  return `You are reminded to exercise${when}, by ${scheduler}. To cancel that, run: unspasm plan remind off`;
}

function daysText(schedule: Schedule): string {
  if (schedule.days.length === 7) return 'every day';
  const days = shortDays(schedule);
  const last = days.at(-1)!;
  return `on ${days.length === 1 ? last : `${days.slice(0, -1).join(', ')} and ${last}`}`;
}

/** What is changed on the computer, as it is written. */
export function changeLines(page: Page, changes: readonly { readonly where: string; readonly text: string }[]) {
  return changes.flatMap(({ where, text }) => [
    ...paragraph(page, `In ${where}:`),
    ...text
      .trimEnd()
      .split('\n')
      .map((line) => (line === '' ? '' : `  ${line}`)),
    '',
  ]);
}
