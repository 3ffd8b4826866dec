import type { Context } from '../../app/context.ts';
import { isUpper } from '../../triage/core/levels.ts';
import { excerpt } from '../../text/excerpt.ts';
import { gravestFirst, recentNotes } from '../../today/core/notes.ts';
import {
  type DetectedSign,
  type Detection,
  type Detector,
  doubtfulOnes,
  idsOf,
  sureOnes,
} from '../../understanding/detect.ts';
import { signLabelLookup, signLevelLookup } from '../../understanding/lookups.ts';
import type { Change } from '../core/batches.ts';
import { fold } from '../core/fold.ts';
import type { Entry, JournalLine } from '../core/records.ts';
import { fieldsOf, sameSigns } from '../core/undo.ts';
import { textsToRead, wordsOf } from '../entry-words.ts';
import { type Cautions, signsText } from '../views/import.ts';

/** Lines with the warning signs that their words mention. */
export interface CheckedLines {
  /** In the order in which they were given. */
  readonly lines: readonly JournalLine[];
  /** False when a fault kept words from being checked. */
  readonly isRead: boolean;
}

/**
 * Adds to lines the warning signs that their words mention. Nothing is asked: a table may have years of notes.
 * @param isUnread which lines have words that haven't been checked yet
 */
export async function withSigns(
  context: Context,
  detect: Detector,
  lines: readonly JournalLine[],
  isUnread: (entry: Entry) => boolean,
): Promise<CheckedLines> {
  // Apps write the same words again and again.
  const known = new Map<string, Detection>();
  const checked: JournalLine[] = [];
  let isRead = true;
  for (const line of lines) {
    // The signs in a triage entry are what was answered there.
    const texts = line.op === 'put' && line.kind !== 'triage' && isUnread(line) ? textsToRead(context, line) : [];
    // A fault is the program's, so it would come again with every note.
    if (texts.length === 0 || !isRead) {
      checked.push(line);
      continue;
    }
    const written = JSON.stringify(texts);
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
 * The changes that add the signs which were found. Lines of another journal stay as they are: the same line may come again
 * from its own device, and would then count instead.
 * @param before the lines as they were read
 * @param checked the same lines, as {@link withSigns} returned them
 */
export function signChanges(before: readonly JournalLine[], checked: readonly JournalLine[]): Change[] {
  return before.flatMap((current, at): Change[] => {
    const line = checked[at]!;
    const isSame = current.op !== 'put' || line.op !== 'put' || sameSigns(current, line);
    return isSame ? [] : [{ current, fields: fieldsOf(line) }];
  });
}

/**
 * The imported entries of the last days that mention warning signs and are still to be checked, as `today` sees it. Older
 * ones are kept with their signs, and nobody is alarmed about them.
 * @param imported with the signs of their words
 * @returns those with the gravest signs first
 */
export function notesToCheck(
  context: Context,
  lines: readonly JournalLine[],
  imported: readonly JournalLine[],
): Entry[] {
  const fresh = new Set(imported.map(({ id }) => id));
  const isMeant = (entry: Entry) => fresh.has(entry.id) && mayMention(entry);
  const notes = recentNotes(fold([...lines, ...imported]), isMeant, context.now());
  return gravestFirst(notes, signLevelLookup(context));
}

function mayMention({ kind, signs = [], unsure = [] }: Entry): boolean {
  return kind !== 'triage' && signs.length + unsure.length > 0;
}

/**
 * Says which warning signs notes mention. Sure ones that need help now are answered as `log` does, with the words that
 * mention them.
 * @param notes those with the gravest signs first
 */
export async function cautionsFor(context: Context, detect: Detector, notes: readonly Entry[]): Promise<Cautions> {
  const crisis = context.content.crisis();
  const levelOf = signLevelLookup(context);
  const isOther = (id: string) => id !== crisis.id;
  const others = notes
    .map(({ signs = [], unsure = [] }) => ({ signs: signs.filter(isOther), unsure: unsure.filter(isOther) }))
    .filter(({ signs, unsure }) => signs.length + unsure.length > 0);
  const texts = others.length > 0 ? [signsText(others, signLabelLookup(context), levelOf)] : [];
  const grave = await graveSigns(context, detect, notes);
  if (grave.length === 0) return { answer: [], texts };
  const { answerTo } = await import('../../understanding/answer-signs.ts');
  return { answer: answerTo(context, grave).lines(), texts };
}

async function graveSigns(context: Context, detect: Detector, notes: readonly Entry[]): Promise<DetectedSign[]> {
  const [levelOf, labelOf] = [signLevelLookup(context), signLabelLookup(context)];
  const grave = new Map<string, DetectedSign>();
  for (const note of notes) {
    const ids = (note.signs ?? []).filter((id) => isUpper(levelOf(id)) && !grave.has(id));
    if (ids.length === 0) continue;
    const texts = textsToRead(context, note);
    const { signs } = await detect(texts, 'the imported notes');
    for (const id of ids) {
      const matched =
        signs.find((sign) => sign.id === id)?.matched ?? excerpt(wordsOf(context, note).join('. '), QUOTED);
      grave.set(id, { id, level: levelOf(id), label: labelOf(id), matched, sure: true });
    }
  }
  return [...grave.values()];
}

/** How many characters of a note are quoted where the words that mention a sign aren't known. */
const QUOTED = 60;
