import type { Invocation } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { UsageError } from '../../errors.ts';
import { readRating } from '../core/rating.ts';
import { shortId } from '../core/find.ts';
import type { Entry, Fields } from '../core/records.ts';
import { readWhen, toIso, zoneOf } from '../core/when.ts';
import { didYouMean, oneOf } from '../../text/did-you-mean.ts';
import { SCHEMA_VERSION } from '../../schema-version.ts';
import { entryDocument, entryText } from '../views/journal.ts';
import { whenText } from '../core/when-text.ts';
import { detectSigns } from '../../understanding/detect.ts';
import { choicesOf, journalWords } from '../content.ts';

/** Adds an entry from the command line, and says how it was understood. @param subcommands that may have been meant */
export async function add(
  { args, options }: Invocation,
  context: Context,
  subcommands: readonly string[],
): Promise<void> {
  const pain = args[0] === undefined ? undefined : readPain(args[0], subcommands);
  // Who is in pain doesn't think of quotes.
  const note = args.length > 1 ? args.slice(1).join(' ') : undefined;
  if (note !== undefined && options['note'] !== undefined) {
    throw new UsageError('the note was given twice', {
      code: 'two-notes',
      hint: 'behind the pain, or with --note',
    });
  }
  const fields = { ...givenFields(context, options), ...(note !== undefined && { note }) };
  const kind = pain !== undefined ? 'pain' : fields.medicine !== undefined ? 'medicine' : 'note';
  if (kind === 'note' && !fields.note) {
    throw new UsageError('an entry needs a pain, a medicine or a note', {
      code: 'empty-entry',
      hint: 'unspasm log 6 "a note"',
    });
  }
  await keep(
    context,
    { kind, at: momentOf(context, options), ...(pain !== undefined && { pain }), ...fields },
    Boolean(options['json']),
  );
}

/** The time that the options name, or now; as ISO 8601. */
export function momentOf({ now }: Context, options: Invocation['options']): string {
  const typed = options['at'] as string | undefined;
  return toIso(typed === undefined ? now() : readWhen(typed, now()));
}

/** Keeps an entry, answers to the warning signs that its note tells of, and echoes it. */
export async function keep(context: Context, fields: Fields, json: boolean): Promise<Entry> {
  const kept = await saveAndCheckSigns(context, { ...fields, ...zoneOf(context.locale()) }, json);
  acknowledge(context, kept, 'Logged', json);
  return kept.entry;
}

/** An entry that was kept. */
export interface Kept {
  readonly entry: Entry;
  /** False when a fault kept its words from being checked for warning signs. */
  readonly isRead: boolean;
}

/** Says that an entry was kept, in words or as a document. */
export function acknowledge(context: Context, { entry, isRead }: Kept, did: string, json: boolean): void {
  if (!json) return context.print([echo(context, entry, did)]);
  const unread = !isRead && { warningSignsChecked: false };
  context.printJson({ schemaVersion: SCHEMA_VERSION, entry: entryDocument(entry), ...unread });
}

/**
 * Keeps an entry, and answers to the warning signs that its note tells of. It is on the disk before anything
 * reads it; what reads and answers is loaded when there is something to read, and to answer to.
 * @param former the entry that it replaces
 */
export async function saveAndCheckSigns(
  context: Context,
  fields: Fields,
  json: boolean,
  former?: Entry,
): Promise<Kept> {
  const entry = context.journal.put(fields, former);
  const { signs, isRead } = await detectSigns(context, wordsOf(fields));
  const isAsBefore = signs.length === 0 && entry.signs === undefined && entry.unsure === undefined;
  if (!isRead || isAsBefore) return { entry, isRead };
  const { saveWithSigns } = await import('./heed.ts');
  return { entry: await saveWithSigns(context, signs, entry, json), isRead };
}

/** What somebody wrote freely: a medicine can be a whole packet of it. */
function wordsOf({ note, medicine }: Fields): string {
  return [note, medicine].filter(Boolean).join('. ');
}

/** "Logged for Sat 21 Nov 18:30, yesterday: pain 6 [k3f9q]". */
export function echo(context: Context, entry: Entry, did: string): string {
  const text = entryText(entry, journalWords(context));
  return `${did} for ${whenText(entry.at, context.now())}: ${text} [${shortId(entry)}]`;
}

/** What the options of an entry say, each id checked. */
export function givenFields(context: Context, options: Invocation['options']): Omit<Fields, 'kind' | 'at'> {
  const areas = readIds(context, options, 'area');
  const triggers = readIds(context, options, 'trigger');
  const helped = readIds(context, options, 'helped');
  const limited = options['limited'] as boolean | undefined;
  const medicine = options['medicine'] as string | undefined;
  const note = readNote(context, options['note'] as string | undefined);
  return {
    ...(areas && { areas }),
    ...(triggers && { triggers }),
    ...(helped && { helped }),
    ...(limited !== undefined && { limited }),
    ...(medicine && { medicine }),
    ...(note !== undefined && { note }),
  };
}

/** @throws UsageError for what is no pain, naming the subcommand that was perhaps meant */
export function readPain(typed: string, subcommands: readonly string[] = []): number {
  const rating = readRating(typed);
  if (rating !== undefined) return rating;
  throw new UsageError(`pain is a whole number from 0 to 10, not "${typed}"${didYouMean(typed, subcommands)}`, {
    code: 'bad-pain',
    hint: 'unspasm help log',
  });
}

function readNote({ readText }: Context, note: string | undefined): string | undefined {
  return note === '-' ? readText('-').trim() : note;
}

function readIds(
  context: Context,
  options: Invocation['options'],
  name: 'area' | 'trigger' | 'helped',
): string[] | undefined {
  const given = options[name] as string[] | undefined;
  if (given === undefined) return undefined;
  const known = choicesOf(context, name).map(({ id }) => id);
  return given.map((typed) => oneOf(name, typed, known));
}
