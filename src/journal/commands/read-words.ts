import type { Context } from '../../app/context.ts';
import { detectSigns } from '../../understanding/detect.ts';
import type { Entry } from '../core/records.ts';
import { hasNoSigns } from '../core/signs.ts';
import { textsToRead } from '../entry-words.ts';

/** An entry that was saved. */
export interface Saved {
  readonly entry: Entry;
  /** False when a fault kept its words from being checked for warning signs. */
  readonly isRead: boolean;
}

/**
 * Reads the words of a saved entry for warning signs, saves those with it, and responds to them. Until that is done the
 * entry is marked as unread, so that it is read by a later command if this one is killed or left.
 * @param json whether standard output is only for a document
 */
export async function readWords(context: Context, entry: Entry, json: boolean): Promise<Saved> {
  const texts = textsToRead(context, entry);
  if (texts.length > 0) context.answerStore.markUnread(entry.id);
  const { signs, isRead } = await detectSigns(context, texts);
  if (!isRead) return { entry, isRead };
  const isAsBefore = signs.length === 0 && hasNoSigns(entry);
  const saved = isAsBefore ? entry : await (await import('./save-signs.ts')).saveSigns(context, signs, entry, json);
  if (texts.length > 0) context.answerStore.markRead(entry.id);
  return { entry: saved, isRead };
}
