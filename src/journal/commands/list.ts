import type { Invocation } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { UsageError } from '../../errors.ts';
import { KINDS, type Entry } from '../core/records.ts';
import { readSpan, within } from '../core/span.ts';
import { oneOf } from '../../text/did-you-mean.ts';
import { ownValue } from '../../text/own-value.ts';
import { passedOverLines } from '../views/bad-lines.ts';
import { entriesDocument, entriesLines, entryText } from '../views/journal.ts';
import { journalWords } from '../content.ts';
import { noteIfLost, readEntries } from '../entries.ts';

const SHOWN = 10;

/** Shows entries; only the last few are read where nothing else is asked for. */
export function listEntries({ options }: Invocation, context: Context): void {
  const sought = ['from', 'to', 'kind', 'search'].some((name) => ownValue(options, name) !== undefined);
  const narrowed = sought || options['all'] !== undefined;
  const limit =
    options['count'] === undefined && narrowed ? Infinity : readCount(options['count'] as string | undefined);
  const entries = narrowed ? chosen(context, options).slice(0, limit) : newest(context, limit);
  if (options['json']) return context.printJson(entriesDocument(entries));
  // Whoever looks for something has a journal: "add one" would sound as if it were gone.
  if (sought && entries.length === 0) context.print(['No entry fits that.']);
  else context.print(entriesLines(context.page, entries, journalWords(context), context.now()));
}

function newest(context: Context, count: number): readonly Entry[] {
  const { journal, page, note } = context;
  noteIfLost(context);
  const { entries, bad } = journal.newest(count);
  note(passedOverLines(page, bad));
  return entries;
}

function chosen(context: Context, options: Invocation['options']): Entry[] {
  const span = readSpan(options['from'] as string | undefined, options['to'] as string | undefined, context.now());
  const kinds: readonly string[] | undefined = (options['kind'] as string[] | undefined)?.map((kind) =>
    oneOf('kind', kind, KINDS),
  );
  const words = journalWords(context);
  const text = (options['search'] as string | undefined)?.toLowerCase();
  return readEntries(context).filter((entry) => {
    if (!within(span, entry.at) || (kinds && !kinds.includes(entry.kind))) return false;
    return text === undefined || entryText(entry, words).toLowerCase().includes(text);
  });
}

function readCount(typed: string | undefined): number {
  if (typed === undefined) return SHOWN;
  if (/^[1-9]\d{0,6}$/.test(typed)) return Number(typed);
  throw new UsageError(`--count takes a whole number from 1, not "${typed}"`, { code: 'bad-count' });
}
