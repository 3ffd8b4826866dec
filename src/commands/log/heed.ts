import type { Context } from '../../context.ts';
import type { Entry, Fields } from '../../journal/records.ts';
import { answerSigns } from '../signs/answer.ts';
import { doubtfulOnes, type HeardSign, idsOf, sureOnes } from '../signs/hear.ts';

/**
 * Keeps an entry with the warning signs that its note tells of: before anything is asked about
 * them, so that it isn't lost, and anew when one was confirmed.
 * @param former the entry that it replaces
 */
export async function keepHeard(
  context: Context,
  heard: readonly HeardSign[],
  fields: Fields,
  json: boolean,
  former?: Entry,
): Promise<Entry> {
  // The signs of a check are what was answered there.
  if (fields.kind === 'triage') {
    const kept = context.journal.put(fields, former);
    await answerSigns(context, heard, json);
    return kept;
  }
  const [sure, doubtful] = [idsOf(sureOnes(heard)), idsOf(doubtfulOnes(heard))];
  const told = { ...(sure.length > 0 && { signs: sure }), ...(doubtful.length > 0 && { unsure: doubtful }) };
  const entry = context.journal.put({ ...fields, ...told }, former);
  const there = idsOf(await answerSigns(context, heard, json));
  if (there.length === sure.length) return entry;
  return context.journal.put({ ...fields, signs: there }, entry);
}
