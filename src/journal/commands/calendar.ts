import type { Invocation } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { readMonth } from '../core/summary/month.ts';
import { summarise } from '../core/summary/summarise.ts';
import { toIso } from '../core/when.ts';
import { monthDocument, monthLines } from '../views/calendar.ts';
import { journalWords } from '../content.ts';
import { readEntries } from '../entries.ts';

/** Shows a month. */
export function showCalendar({ args, options }: Invocation, context: Context): void {
  const { title, period } = readMonth(args[0], context.now());
  const { days } = summarise(readEntries(context), period);
  const month = { title, days, today: toIso(context.now()).slice(0, 10) };
  if (options['json']) return context.printJson(monthDocument(month));
  context.print(monthLines(context.page, month, journalWords(context), context.now()));
}
