import type { Context } from '../../app/context.ts';
import { OperationError } from '../../errors.ts';
import type { Entry } from '../core/records.ts';
import { fieldsOf, sameSigns } from '../core/undo.ts';
import { answerSigns } from '../../understanding/answer.ts';
import { doubtfulOnes, type DetectedSign, idsOf, sureOnes } from '../../understanding/detect.ts';

type Signs = Pick<Entry, 'signs' | 'unsure'>;

/**
 * Keeps the warning signs that an entry tells of: before anything is asked about them, so that they aren't lost,
 * and once more when one was confirmed.
 * @param entry as it was kept before its words were read
 * @returns the entry as it is kept now
 */
export async function saveWithSigns(
  context: Context,
  heard: readonly DetectedSign[],
  entry: Entry,
  json: boolean,
): Promise<Entry> {
  // The signs of a check are what was answered there.
  if (entry.kind === 'triage') {
    await answerSigns(context, heard, json);
    return entry;
  }
  const [sure, unsure] = [idsOf(sureOnes(heard)), idsOf(doubtfulOnes(heard))];
  const told = { ...(sure.length > 0 && { signs: sure }), ...(unsure.length > 0 && { unsure }) };
  const kept = withSigns(context, entry, told);
  if (heard.length === 0) return kept;
  const there = idsOf(await answerSigns(context, heard, json));
  return there.length === sure.length ? kept : withSigns(context, kept, { signs: there });
}

// The entry itself is kept, and what was heard in it is still to be answered: a disk that refuses more is only named.
function withSigns(context: Context, entry: Entry, told: Signs): Entry {
  if (sameSigns(entry, told)) return entry;
  const { signs: _signs, unsure: _unsure, ...fields } = fieldsOf(entry);
  try {
    return context.journal.put({ ...fields, ...told }, entry);
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    context.note([`unspasm: the entry was kept, but not the warning signs that it tells of: ${error.message}`]);
    return entry;
  }
}
