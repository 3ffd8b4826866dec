import type { Context } from '../app/context.ts';
import type { Entry } from '../journal/core/records.ts';
import { lookAtToday, type Today, type TodayRules } from './core/today.ts';
import { signLevelLookup } from '../understanding/lookups.ts';
import { readEntries } from '../journal/entries.ts';
import { onsetOf } from '../triage/core/onset.ts';

/** A journal, and what it says about this day. */
export interface Day {
  /** The newest first. */
  readonly entries: readonly Entry[];
  readonly today: Today;
}

/** Reads the journal, and what it says about this day. */
export function readDay(context: Context): Day {
  const entries = readEntries(context);
  return { entries, today: todayOf(context, entries) };
}

/** What some entries say about this day. @param entries the newest first */
export function todayOf(context: Context, entries: readonly Entry[]): Today {
  return lookAtToday(entries, todayRules(context), context.content.therapies(), context.now());
}

/** What the journal is read by, from the data. */
export function todayRules(context: Context): TodayRules {
  const { content } = context;
  return {
    ...content.episodes(),
    onsetOf: (answer) => onsetOf(content.triage().questions, answer),
    levelOf: signLevelLookup(context),
  };
}
