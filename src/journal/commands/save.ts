import type { Answer, Given } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { UsageError } from '../../errors.ts';
import { shortId } from '../core/find.ts';
import { readRating } from '../core/rating.ts';
import type { Fields } from '../core/fields.ts';
import type { Entry } from '../core/records.ts';
import { toIso, zoneOf } from '../core/when.ts';
import { whenText } from '../core/say-when.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import { entryDocument, entryText } from '../views/journal.ts';
import { answeredIfRefused } from '../../understanding/answer-words.ts';
import { journalWords } from '../content.ts';
import { textsToRead } from '../entry-words.ts';
import { readUnread } from '../read-unread.ts';
import type { GivenEntry, MARK_OPTIONS } from '../options.ts';
import { readWords, type Saved } from './read-words.ts';
import { withId } from '../../terminal/page.ts';

/** Saves a new entry, responds to warning signs in its words, and confirms how it was understood. */
export async function logEntry(context: Context, fields: Fields, json: boolean): Promise<Answer> {
  const saved = await saveNew(context, fields, json);
  await readUnread(context, json, saved.entry);
  return withCaution(context, acknowledgement(context, saved, 'Logged'), fields.medicine);
}

/** Logs that something happened, perhaps at another time and with a note. */
export async function logMark(
  context: Context,
  kind: 'seen' | 'resolved',
  { at, note, json }: Given<typeof MARK_OPTIONS>,
): Promise<Answer> {
  const said = noteOf(context, note);
  const moment = await answeredIfRefused(
    context,
    () => said ?? '',
    () => momentOf(context, at),
  );
  return logEntry(context, { kind, at: moment, ...(said !== undefined && { note: said }) }, json === true);
}

/** An answer, followed by what is known to speak against a medicine that was named. */
export async function withCaution(context: Context, answer: Answer, medicine: string | undefined): Promise<Answer> {
  if (medicine === undefined) return answer;
  const { medicineCaution } = await import('../../profile/known.ts');
  const caution = medicineCaution(context, medicine);
  return caution === undefined ? answer : { ...answer, after: () => context.note([`unspasm: ${caution}`]) };
}

/**
 * Saves a new entry with its time zone, and responds to warning signs in its words. An empty text is left out: only in
 * `log edit` does it mean something, as it takes the words away that were there.
 */
export function saveNew(context: Context, fields: Fields, json: boolean): Promise<Saved> {
  const said = Object.entries(fields).filter(([, value]) => value !== '');
  return saveEntry(context, { ...(Object.fromEntries(said) as unknown as Fields), ...zoneOf(context.locale()) }, json);
}

/**
 * Saves an entry, and responds to warning signs in its words. It is on the disk before its words are read. The code for
 * either is loaded only when it is needed.
 * @param json whether standard output is only for a document
 * @param replaced the entry as it was before
 * @throws OperationError, with the entry, when it can't be saved
 */
export async function saveEntry(context: Context, fields: Fields, json: boolean, replaced?: Entry): Promise<Saved> {
  const entry = await answeredIfRefused(
    context,
    () => textsToRead(context, fields),
    () => context.journal.put(fields, replaced),
  );
  return readWords(context, entry, json);
}

/** Confirms that an entry was saved. @param did "Logged", "Changed the entry" */
export function acknowledgement(context: Context, { entry, isRead }: Saved, did: string): Answer {
  const unread = !isRead && { warningSignsChecked: false };
  return {
    document: () => ({ entry: entryDocument(entry), ...unread }),
    lines: () => [echo(context, entry, did)],
  };
}

/** "Logged for Sat 21 Nov 18:30, yesterday: pain 6 [k3f9q]". */
export function echo(context: Context, entry: Entry, did: string): string {
  const text = entryText(entry, journalWords(context));
  return withId(context.page, `${did} for ${whenText(entry.at, context.now())}: ${text}`, shortId(entry));
}

/** The time that was typed, or by default now, as ISO 8601. @throws UsageError for a time that can't be understood */
export async function momentOf({ now }: Context, typed: string | undefined): Promise<string> {
  if (typed === undefined) return toIso(now());
  // Most entries are about now, and needn't load what reads a time.
  const { readWhen } = await import('../core/read-when.ts');
  return toIso(readWhen(typed, now()));
}

/**
 * The fields that the options give.
 * @param isDocument whether standard output is for a JSON document alone
 * @throws UsageError for words that are close to a known id, where nobody can be asked
 */
export async function givenFields(
  context: Context,
  options: GivenEntry,
  isDocument: boolean,
): Promise<Omit<Fields, 'kind' | 'at'>> {
  const named = async (field: 'area' | 'trigger' | 'helped') => {
    const typed = options[field];
    return typed && (await import('./choose.ts')).chooseAll(context, field, typed, isDocument);
  };
  const [areas, triggers, helped] = [await named('area'), await named('trigger'), await named('helped')];
  const { limited } = options;
  const medicines = options.medicine?.map((name) => name.trim()).filter(Boolean);
  const note = noteOf(context, options.note);
  return {
    ...(areas && { areas }),
    ...(triggers && { triggers }),
    ...(helped && { helped }),
    ...(limited !== undefined && { limited }),
    ...(medicines?.length && { medicine: medicines.join(', ') }),
    ...(note !== undefined && { note }),
  };
}

/** The words in the options that may be the user's own, as they were typed. */
export function wordsIn({ note = '', medicine = [], area = [], trigger = [], helped = [] }: GivenEntry): string[] {
  return [note, ...medicine, ...area, ...trigger, ...helped];
}

/** What stands for bytes that aren't UTF-8. */
const REPLACEMENT = '\uFFFD';

/**
 * A note as it was typed, or from standard input for "-"; empty for one that is only space.
 * @throws UsageError for an input in another encoding, as some of its letters would be lost
 */
export function noteOf(context: Pick<Context, 'readText'>, typed: string | undefined): string | undefined {
  if (typed !== '-') return typed?.trim();
  const note = context.readText('-').trim();
  if (!note.includes(REPLACEMENT)) return note;
  const hint = 'to convert it, run: iconv -f WINDOWS-1252 -t UTF-8';
  throw new UsageError("the note on standard input isn't UTF-8", { code: 'bad-encoding', hint });
}

/**
 * Reads a pain that was typed.
 * @param subcommands names that may have been meant instead
 * @throws UsageError for anything but a whole number from 0 to 10
 */
export function readPain(typed: string, subcommands: readonly string[] = []): number {
  const rating = readRating(typed);
  if (rating !== undefined) return rating;
  throw new UsageError(`"${typed}" isn't a pain rating${didYouMean(typed, subcommands)}`, {
    code: 'bad-pain',
    hint: 'use a whole number from 0 to 10, or --note for words alone; for help, run: unspasm help log',
  });
}
