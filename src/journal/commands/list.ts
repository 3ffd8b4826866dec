import { type Answer, defineCommand, flag, type Given, JSON_FLAG, someFrom, text } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { UsageError } from '../../errors.ts';
import { KINDS } from '../core/fields.ts';
import type { Entry } from '../core/records.ts';
import { readSpan, within } from '../core/span.ts';
import { skippedLines } from '../views/bad-lines.ts';
import { entriesDocument, entriesLines, entryText } from '../views/journal.ts';
import { journalWords } from '../content.ts';
import { noteIfLost, readEntries } from '../entries.ts';

/** How many entries are shown by default: the newest ten fit a screen. */
const SHOWN = 10;

const OPTIONS = {
  all: flag('show all entries'),
  count: text('<number>', 'show this many'),
  from: text('<time>', 'show no entry before this day or time'),
  to: text('<time>', 'show no entry after this day or time'),
  kind: someFrom('<kinds>', `show only these kinds: ${KINDS.join(', ')}`, KINDS),
  search: text('<text>', 'show only entries that contain this text'),
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
  const { from, to, kind, search, all, count } = options;
  const isFiltered = [from, to, kind, search].some((option) => option !== undefined);
  const readsAll = isFiltered || all === true;
  const limit = count !== undefined ? readCount(count) : readsAll ? Infinity : SHOWN;
  const entries = readsAll ? matching(context, options).slice(0, limit) : newest(context, limit);
  return {
    document: () => entriesDocument(entries),
    lines: () =>
      // Somebody who filters has a journal: "add one" would sound as if it were gone.
      isFiltered && entries.length === 0
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

function matching(context: Context, { from, to, kind: kinds, search }: Options): Entry[] {
  const span = readSpan(from, to, context.now());
  const words = journalWords(context);
  const wanted = search?.toLowerCase();
  return readEntries(context).filter((entry) => {
    if (!within(span, entry.at) || (kinds && !kinds.includes(entry.kind))) return false;
    return wanted === undefined || entryText(entry, words).toLowerCase().includes(wanted);
  });
}

function readCount(typed: string): number {
  if (/^[1-9]\d{0,6}$/.test(typed)) return Number(typed);
  const hint = 'use a whole number from 1 up';
  throw new UsageError(`--count can't be "${typed}"`, { code: 'bad-count', hint });
}
