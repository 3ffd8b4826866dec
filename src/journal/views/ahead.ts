import type { JournalTexts } from '../../content/journal-content.ts';
import { fillIn } from '../../text/fill-in.ts';
import { shortId } from '../core/find.ts';
import type { Entry } from '../core/records.ts';
import { whenText } from '../core/say-when.ts';
import { isAhead } from '../core/timed.ts';

/** What is said beside a time that a wrong clock gave; nothing for any other. */
export function oddTime(at: string, now: Date): string {
  return isAhead(at, now) ? ' (in the future: is that time right?)' : '';
}

/**
 * Says that entries have a time ahead of now, because a clock was wrong, and don't count; nothing where there are none.
 * @param ahead the latest first
 */
export function aheadText(ahead: readonly Entry[], { today }: JournalTexts, now: Date): string | undefined {
  const [latest] = ahead;
  if (!latest) return undefined;
  const text = ahead.length === 1 ? today.ahead : today.aheadMany;
  return fillIn(text, { count: `${ahead.length}`, when: whenText(latest.at, now), id: shortId(latest) });
}
