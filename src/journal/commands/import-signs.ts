import type { Context } from '../../app/context.ts';
import { fold } from '../core/fold.ts';
import type { Entry, JournalLine } from '../core/records.ts';
import { recentNotes } from '../../today/core/notes.ts';
import { signLabelLookup } from '../../understanding/lookups.ts';
import { type Detection, doubtfulOnes, idsOf, openDetector, sureOnes } from '../../understanding/detect.ts';
import { signsText } from '../views/import.ts';
import { textsToRead } from '../entry-words.ts';

/** Lines with the warning signs that their words mention. */
export interface CheckedLines {
  readonly lines: readonly JournalLine[];
  /** False when a fault kept words from being checked. */
  readonly isRead: boolean;
}

/**
 * Adds to imported lines the warning signs that their words mention. Nothing is asked: a table may have years of notes.
 * @param unread the ids of the lines whose words haven't been checked yet
 */
export async function withSigns(
  context: Context,
  lines: readonly JournalLine[],
  unread: ReadonlySet<string>,
): Promise<CheckedLines> {
  const detect = openDetector(context);
  // Apps write the same words again and again.
  const known = new Map<string, Detection>();
  const checked: JournalLine[] = [];
  let isRead = true;
  for (const line of lines) {
    // The signs in a triage entry are what was answered there.
    const texts = line.op === 'put' && line.kind !== 'triage' && unread.has(line.id) ? textsToRead(context, line) : [];
    // A fault is the program's, so it would come again with every note.
    if (texts.length === 0 || !isRead) {
      checked.push(line);
      continue;
    }
    const written = texts.join('\n');
    const found = known.get(written) ?? (await detect(texts, 'the imported notes'));
    known.set(written, found);
    isRead = found.isRead;
    checked.push(isRead ? marked(line as Entry, found) : line);
  }
  return { lines: checked, isRead };
}

function marked(entry: Entry, { signs }: Detection): Entry {
  const [sure, unsure] = [idsOf(sureOnes(signs)), idsOf(doubtfulOnes(signs))];
  const { signs: _signs, unsure: _unsure, ...rest } = entry;
  return { ...rest, ...(sure.length > 0 && { signs: sure }), ...(unsure.length > 0 && { unsure }) };
}

/**
 * The imported entries of the last days that mention warning signs and are still to be checked, as `today` sees it. Older
 * ones are kept with their signs, and nobody is alarmed about them.
 * @param unread the ids of the lines whose words were checked in this import
 */
export function notesToCheck(
  lines: readonly JournalLine[],
  imported: readonly JournalLine[],
  unread: ReadonlySet<string>,
  now: Date,
): Entry[] {
  const fresh = new Set(imported.filter(({ id }) => unread.has(id)).map(({ id }) => id));
  const isMeant = (entry: Entry) => fresh.has(entry.id) && mayMention(entry);
  return recentNotes(fold([...lines, ...imported]), isMeant, now);
}

function mayMention({ kind, signs = [], unsure = [] }: Entry): boolean {
  return kind !== 'triage' && signs.length + unsure.length > 0;
}

/** What is said about such notes. Thoughts of ending one's life get their own answer, as in `today`. */
export async function signsTexts(context: Context, notes: readonly Entry[]): Promise<string[]> {
  const crisis = context.content.crisis();
  const isOther = (id: string) => id !== crisis.id;
  const others = notes
    .map(({ signs = [], unsure = [] }) => ({ signs: signs.filter(isOther), unsure: unsure.filter(isOther) }))
    .filter(({ signs, unsure }) => signs.length + unsure.length > 0);
  const texts = others.length > 0 ? [signsText(others, signLabelLookup(context))] : [];
  if (!notes.some(({ signs = [] }) => signs.includes(crisis.id))) return texts;
  const [{ emergencyNumber, namedCountry }, { crisisTexts }] = await Promise.all([
    import('../../triage/number.ts'),
    import('../../understanding/views/detected.ts'),
  ]);
  return [...crisisTexts(crisis, emergencyNumber(context, namedCountry(context))), ...texts];
}
