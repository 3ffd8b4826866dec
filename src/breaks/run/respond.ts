import type { Context } from '../../app/context.ts';
import { momentText } from '../../journal/core/say-when.ts';
import type { Settings } from '../../settings/settings.ts';
import { answer, type Breaks, snooze } from '../core/breaks.ts';
import type { BreakPorts } from '../ports.ts';
import { nextText, todayText } from '../views/breaks.ts';
import { countToday, saveBreak } from './journal.ts';

const MINUTE_MS = 60_000;
/** Our own choice. */
const SNOOZE_MINUTES = 5;

/** What somebody does about a break. */
export type Response = 'done' | 'snooze' | 'skip';

/** Breaks after what somebody did, and what is said about it. */
export interface Responded {
  readonly breaks: Breaks;
  readonly said: string;
}

/**
 * Does what somebody says about a break, and saves it.
 * @param breaks as they are now
 * @param snoozeMs how long a break is put off, in milliseconds
 */
export function respond(
  context: Context,
  store: BreakPorts['store'],
  { breaks, response, snoozeMs }: { readonly breaks: Breaks; readonly response: Response; readonly snoozeMs: number },
): Responded {
  const now = context.now();
  const time = now.getTime();
  if (response === 'snooze') {
    const later = snooze(breaks, snoozeMs, time);
    store.save(later);
    return { breaks: later, said: `Put off until ${momentText(later.nextAt, now)}.` };
  }
  const { due } = breaks;
  if (!due) return { breaks, said: `No break is due. ${nextText(breaks, now)}` };
  const answered = answer(breaks, time);
  store.save(answered);
  if (response === 'skip') return { breaks: answered, said: `Skipped. ${nextText(answered, now)}` };
  saveBreak(context, due.move);
  const said = `Done. ${todayText(countToday(context))} ${nextText(answered, now)}`;
  return { breaks: answered, said };
}

/** How long a break is put off where nobody says, in milliseconds. */
export function snoozeLength(settings: Settings): number {
  return (settings['breaks-snooze'] ?? SNOOZE_MINUTES) * MINUTE_MS;
}
