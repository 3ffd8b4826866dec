import { type Entry, IMPORTED } from '../records.ts';
import type { DayHabits } from '../habits.ts';
import { mentionsSigns } from '../signs.ts';
import { ulidTime } from '../ulid.ts';
import { areasIn, exercisesIn, medicineDaysIn, medicinesIn, therapiesIn, triggersIn } from './counts.ts';
import { SEVERE, isRating, mean, median, lowestRating, worstRating } from '../rating.ts';
import { daysOf, entriesIn } from './days.ts';
import { groupsOf, periodOf, WEEK } from './groups.ts';
import type { Check, Day, PegRating, Period, Summary, Week } from './types.ts';

const DAY_MS = 86_400_000;

/**
 * Sums up a period of the journal.
 * @param entries the whole journal, the newest first
 * @param habits when days begin
 */
export function summarise(entries: readonly Entry[], period: Period, habits: DayHabits): Summary {
  const own = entriesIn(entries, period, habits).toReversed();
  const days = daysOf(entries.toReversed(), period, habits);
  return {
    period,
    days,
    ratedDays: ratedOf(days),
    late: latenessOf(own),
    weeks: groupsOf(days, WEEK).map(weekOf),
    severeDays: days.filter(({ worst = 0 }) => worst >= SEVERE).length,
    limitedDays: days.filter(({ limited }) => limited).length,
    therapies: therapiesIn(own),
    exercises: exercisesIn(own),
    triggers: triggersIn(own, days, habits),
    areas: areasIn(own, habits),
    medicines: medicinesIn(own, habits),
    medicineDays: medicineDaysIn(own, habits),
    peg: own.flatMap(pegOf),
    checks: own.flatMap(checkOf),
    notesWithSigns: own
      .filter(mentionsSigns)
      .map(({ at, signs = [], note, medicine }) => ({ at, signs, words: note ?? medicine ?? '' })),
  };
}

function latenessOf(entries: readonly Entry[]): Summary['late'] {
  const written = entries.filter(({ dev }) => dev !== IMPORTED);
  return { entries: written.filter(isLate).length, of: written.length, imported: entries.length - written.length };
}

// The id holds the time at which the entry was first written. That of an imported one holds the time in its table.
function isLate({ id, at }: Entry): boolean {
  return ulidTime(id) - Date.parse(at) > DAY_MS;
}

function ratedOf(days: readonly Day[]): number {
  return days.filter(({ ratings }) => ratings.length > 0).length;
}

function weekOf(days: readonly Day[]): Week {
  const ratings = days.flatMap((day) => day.ratings);
  const usual = median(ratings);
  return {
    period: periodOf(days),
    ratedDays: ratedOf(days),
    ...(usual !== undefined && {
      pain: { lowest: lowestRating(ratings), median: usual, worst: worstRating(ratings) },
    }),
  };
}

function pegOf({ at, peg }: Entry): PegRating[] {
  if (peg?.length !== 3 || !peg.every(isRating)) return [];
  const [pain, enjoyment, activity] = peg as [number, number, number];
  return [{ at, pain, enjoyment, activity, score: mean(peg)! }];
}

function checkOf({ kind, at, level, signs = [], unsure = [], notAsked = [] }: Entry): Check[] {
  return kind === 'triage' && level !== undefined ? [{ at, level, signs, unsure, notAsked }] : [];
}
