import { defineCommand, JSON_FLAG } from '../../app/command.ts';
import { readMonth } from '../core/summary/month.ts';
import { summarise } from '../core/summary/summarise.ts';
import { habitsOf, localNoon, today } from '../core/habits.ts';
import { monthDocument, monthLines } from '../views/calendar.ts';
import { journalWords } from '../content.ts';
import { countedEntriesSince } from '../entries.ts';

export const command = defineCommand({
  name: 'log calendar',
  summary: 'show a month, with the worst pain of each day',
  description: [
    'Shows a month as a calendar, with the worst pain of each day as a digit. A mark shows a day with a session, and a dot shows a day without a rating.',
  ],
  arguments: [{ syntax: '[month]', description: 'the month: 2026-11, nov, last (default: this month)' }],
  options: { json: JSON_FLAG },
  examples: [
    { command: 'unspasm log calendar', does: 'show this month' },
    { command: 'unspasm log calendar last', does: 'show last month' },
  ],
  seeAlso: ['unspasm log stats'],
  run: ({ args }, context) => {
    const now = context.now();
    const { title, period } = readMonth(args[0], localNoon(today(now)));
    const { days } = summarise(countedEntriesSince(context, period.from), period, habitsOf(now));
    const month = { title, days, today: today(now) };
    return {
      document: () => monthDocument(month),
      lines: () => monthLines(context.page, month, journalWords(context), now),
    };
  },
});
