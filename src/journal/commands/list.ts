import { type Answer, defineCommand, flag, type Given, JSON_FLAG, text } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { UsageError } from '../../errors.ts';
import { readWhole } from '../../text/whole-number.ts';
import type { Entry } from '../core/records.ts';
import { skippedLines } from '../views/bad-lines.ts';
import { entriesDocument, entriesLines } from '../views/journal.ts';
import { journalWords } from '../content.ts';
import { noteIfLost, readJournal } from '../entries.ts';
import { FILTER_OPTIONS, filterEntries, isFiltered } from '../filter.ts';

/** How many entries are shown by default: the newest ten fit a screen. */
const SHOWN = 10;

const OPTIONS = {
  all: flag('show all entries'),
  count: text('<number>', 'show this many'),
  ...FILTER_OPTIONS,
};
type Options = Partial<Given<typeof OPTIONS>>;

export const command = defineCommand({
  name: 'log list',
  summary: 'show entries, the newest first',
  description: ['Shows the last ten entries, or those that you ask for. The newest is first.'],
  options: { ...OPTIONS, json: JSON_FLAG },
  examples: [
    { command: 'unspasm log list --all --json', does: 'print everything, for a script' },
    { command: 'unspasm log list --kind pain --from 2026-11-01', does: 'show the pain ratings since that day' },
  ],
  run: ({ options }, context) => listEntries(context, options),
});

/** Lists entries. If the options ask only for the newest ones, only the ends of the files are read. */
export function listEntries(context: Context, options: Options): Answer {
  const { all, count } = options;
  const isSome = isFiltered(options);
  const readsAll = isSome || all === true;
  const limit = count !== undefined ? readCount(count) : readsAll ? Infinity : SHOWN;
  const entries = readsAll
    ? filterEntries(context, readJournal(context).entries, options).slice(0, limit)
    : newest(context, limit);
  return {
    document: () => entriesDocument(entries),
    lines: () =>
      // Somebody who filters has a journal: "add one" would sound as if it were gone.
      isSome && entries.length === 0
        ? ['No entry matches that.']
        : entriesLines(context.page, entries, journalWords(context), context.now()),
  };
}

function newest(context: Context, count: number): readonly Entry[] {
  const { journal, page, note } = context;
  noteIfLost(context);
  const { entries, bad } = journal.newest(count);
  note(skippedLines(page, bad));
  return entries;
}

function readCount(typed: string): number {
  const count = readWhole(typed);
  if (count) return count;
  const hint = 'use a whole number from 1 up';
  throw new UsageError(`--count can't be "${typed}"`, { code: 'bad-count', hint });
}
