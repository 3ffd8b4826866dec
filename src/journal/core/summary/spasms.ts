import type { CheckInContent } from '../../../content/journal-content.ts';
import type { Episode } from '../episodes.ts';
import { type DayHabits, livedDay } from '../habits.ts';
import { NO_TRIGGER } from '../no-answers.ts';
import type { Entry } from '../records.ts';
import { groupByDate } from './days.ts';
import type { Period } from './types.ts';

const DAY_MS = 86_400_000;

/** How often a mark went before a spasm, and how often it was marked on any day. */
export interface MarkComparison {
  readonly id: string;
  /** Of the spasms of which it is known, those with it. */
  readonly spasms: Share;
  /** Of the days with a check-in that asked about it, those with it. */
  readonly days: Share;
  /** Whether there are enough of both to compare them. */
  readonly isComparable: boolean;
}

export interface Share {
  readonly with: number;
  readonly of: number;
}

/**
 * Compares what went before spasms with all days. A spasm is the beginning of an episode. It counts as having a mark if
 * that was named as its trigger, or marked in a check-in of the day on which it began; a day counts by its check-ins alone.
 * @param entries the whole journal, in any order
 * @param episodes of the whole journal
 * @param triggerIds the triggers that can be named: a mark that is none of them is known from check-ins alone
 * @param habits when days begin
 */
export function marksBeforeSpasms(
  entries: readonly Entry[],
  episodes: readonly Episode[],
  period: Period,
  { marks, leastDays, leastSpasms }: Pick<CheckInContent, 'marks' | 'leastDays' | 'leastSpasms'>,
  triggerIds: ReadonlySet<string>,
  habits: DayHabits,
): MarkComparison[] {
  const dayOf = ({ at }: Episode) => livedDay(at, habits);
  const isIn = (day: string) => day >= period.from && day <= period.to;
  const own = episodes.filter((episode) => isIn(dayOf(episode)));
  const checkIns = groupByDate(entries.filter(isCheckIn), habits);
  const inPeriod = [...checkIns].filter(([day]) => isIn(day)).map(([, asked]) => asked);
  const named = namedTriggers(entries);
  const triggers = own.map((episode) => triggersOf(episode, named));
  const compared = marks.map(({ id }) => {
    const spasms = shareOf(
      own.map((episode, nth) =>
        either(
          isMarked(id, checkIns.get(dayOf(episode))),
          triggerIds.has(id) ? isNamed(id, triggers[nth]!) : undefined,
        ),
      ),
    );
    const days = shareOf(inPeriod.map((asked) => isMarked(id, asked)));
    return { id, spasms, days, isComparable: spasms.of >= leastSpasms && days.of >= leastDays };
  });
  return compared.filter(({ spasms, days }) => spasms.with + days.with > 0);
}

/** Whether the entry is a check-in, with its marks. */
export function isCheckIn({ kind, marks }: Entry): boolean {
  return kind === 'pain' && marks !== undefined;
}

/** Whether something is so; undefined where it isn't known. */
type Known = boolean | undefined;

function shareOf(all: readonly Known[]): Share {
  const known = all.filter((one) => one !== undefined);
  return { with: known.filter(Boolean).length, of: known.length };
}

// A mark that wasn't on the screen isn't a "no".
function isMarked(id: string, checkIns: readonly Entry[] = []): Known {
  if (checkIns.some(({ marks = [] }) => marks.includes(id))) return true;
  return checkIns.some(({ askedMarks = [] }) => askedMarks.includes(id)) ? false : undefined;
}

function isNamed(id: string, triggers: readonly string[]): Known {
  return triggers.length === 0 ? undefined : triggers.includes(id);
}

function either(one: Known, other: Known): Known {
  return one === true || other === true ? true : (one ?? other);
}

/** The triggers that an entry names, and the one that a check has as an answer. */
interface Named {
  readonly time: number;
  readonly triggers: readonly string[];
  readonly answered: readonly string[];
}

// Looked for once, as few entries of a long journal name any.
function namedTriggers(entries: readonly Entry[]): Named[] {
  return entries.flatMap(({ at, triggers = [], answers }) => {
    const answer = answers?.['trigger'];
    const answered = typeof answer === 'string' ? [answer] : [];
    return triggers.length + answered.length > 0 ? [{ time: Date.parse(at), triggers, answered }] : [];
  });
}

// What is named more than a day later may have set off something else; a check asks what set off the whole episode. An
// episode ends with its last rating, and the check may come soon after that.
function triggersOf({ start, end = Infinity }: Episode, named: readonly Named[]): string[] {
  const own = named.filter(({ time }) => time >= start && time <= end + DAY_MS);
  const ids = own.flatMap(({ time, triggers, answered }) => [...(time <= start + DAY_MS ? triggers : []), ...answered]);
  return ids.filter((id) => id !== NO_TRIGGER);
}
