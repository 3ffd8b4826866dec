import type { Context } from '../../app/context.ts';
import { OperationError } from '../../errors.ts';
import type { Entry } from '../core/records.ts';
import { fieldsOf, sameSigns } from '../core/undo.ts';
import { answerSigns } from '../../understanding/answer-signs.ts';
import { doubtfulOnes, type DetectedSign, idsOf, sureOnes } from '../../understanding/detect.ts';

/**
 * Saves the warning signs that were detected in an entry's words, and responds to them. They are saved before anything
 * is asked about them, so that they aren't lost, and again when a doubtful one was confirmed.
 * @param entry as it was saved before its words were read
 * @param json whether standard output is only for a document
 * @returns the entry as it is saved now
 */
export async function saveSigns(
  context: Context,
  detected: readonly DetectedSign[],
  entry: Entry,
  json: boolean,
): Promise<Entry> {
  // The signs in a triage entry are what was answered there.
  if (entry.kind === 'triage') {
    await answerSigns(context, detected, json);
    return entry;
  }
  const [sure, unsure] = [idsOf(sureOnes(detected)), idsOf(doubtfulOnes(detected))];
  const signs = { ...(sure.length > 0 && { signs: sure }), ...(unsure.length > 0 && { unsure }) };
  const saved = withSigns(context, entry, signs);
  if (detected.length === 0) return saved;
  const confirmed = idsOf(await answerSigns(context, detected, json));
  return confirmed.length === sure.length ? saved : withSigns(context, saved, { signs: confirmed });
}

// The entry is already saved, and the user still needs the response to the signs: a full disk must stop neither.
function withSigns(context: Context, entry: Entry, signs: Pick<Entry, 'signs' | 'unsure'>): Entry {
  if (sameSigns(entry, signs)) return entry;
  const { signs: _signs, unsure: _unsure, ...fields } = fieldsOf(entry);
  try {
    return context.journal.put({ ...fields, ...signs }, entry);
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    context.note([`unspasm: the entry was saved, but not the warning signs that it mentions: ${error.message}`]);
    return entry;
  }
}
