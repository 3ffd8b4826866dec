import { JSON_OPTION, type CommandDeclaration, type Invocation } from '../../command.ts';
import type { Context } from '../../context.ts';
import { readMonth } from '../../journal/summary/month.ts';
import { summarise } from '../../journal/summary/summarise.ts';
import { toIso } from '../../journal/when.ts';
import { monthDocument, monthLines } from '../../views/calendar.ts';
import { journalWords } from './content.ts';
import { readEntries } from './entries.ts';

export const calendar: CommandDeclaration = {
  name: 'log calendar',
  summary: 'a month, with the worst pain of each day',
  description: [
    'Shows a month as a calendar, with the worst pain of each day as a digit, a mark for days with a session, and a dot where nothing was rated.',
  ],
  arguments: [{ syntax: '[month]', description: '2026-11, nov, last; this month unless told' }],
  options: [JSON_OPTION],
  examples: [
    { command: 'unspasm log calendar', does: 'this month' },
    { command: 'unspasm log calendar last', does: 'the one before' },
  ],
  seeAlso: ['unspasm log stats'],
  run,
};

function run({ args, options }: Invocation, context: Context): void {
  const { title, period } = readMonth(args[0], context.now());
  const { days } = summarise(readEntries(context), period);
  const month = { title, days, today: toIso(context.now()).slice(0, 10) };
  if (options['json']) return context.printJson(monthDocument(month));
  context.print(monthLines(context.page, month, journalWords(context), context.now()));
}
