import type { Entry } from '../records.ts';
import { medicinesNamed } from '../medicine-names.ts';
import { wasDone } from '../done.ts';
import { minutesIn } from '../timed.ts';
import { isRating, mean, median } from '../rating.ts';
import { type DayHabits, livedDay } from '../habits.ts';
import { countDays } from './days.ts';
import { NO_TRIGGER, NOTHING_HELPED } from '../no-answers.ts';
import { normal } from '../../../text/normal.ts';
import type { Day, Summary, TherapyUse, TriggerDays } from './types.ts';

/** With fewer days on either side, a comparison would be chance. */
const LEAST_DAYS = 5;

/**
 * The therapies of sessions, the most frequent first. Only sessions that were really done count, but what hurt is never
 * left out.
 */
export function therapiesIn(entries: readonly Entry[]): TherapyUse[] {
  const sessions = entries.filter(({ kind, therapy }) => kind === 'session' && therapy !== undefined);
  const ids = [...new Set(sessions.map(({ therapy }) => therapy!))];
  const uses = ids.map((id) =>
    useOf(
      id,
      sessions.filter(({ therapy }) => therapy === id),
    ),
  );
  return uses.filter((use) => use.sessions + use.hurt > 0).toSorted((a, b) => b.sessions - a.sessions);
}

function useOf(id: string, all: readonly Entry[]): TherapyUse {
  const sessions = all.filter(wasDone);
  const rated = sessions.filter(({ painBefore, painAfter }) => isRating(painBefore) && isRating(painAfter));
  const before = mean(rated.map(({ painBefore }) => painBefore!));
  const after = mean(rated.map(({ painAfter }) => painAfter!));
  return {
    id,
    sessions: sessions.length,
    minutes: minutesIn(sessions),
    rated: rated.length,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    hurt: all.filter(({ hurt = [], ended }) => hurt.length > 0 || ended === 'hurt').length,
  };
}

/** Exercise outside sessions, by id or in the user's own words, the most frequent first. */
export function exercisesIn(entries: readonly Entry[]): Summary['exercises'] {
  const done = entries.filter((entry) => entry.kind === 'exercise' && wasDone(entry));
  const ids = [...new Set(done.map(({ activity = '' }) => activity))];
  const uses = ids.map((id) => {
    const own = done.filter(({ activity = '' }) => activity === id);
    return { id, times: own.length, minutes: minutesIn(own) };
  });
  return uses.toSorted((a, b) => b.times - a.times);
}

/** Triggers, with the pain of days with and without them; the most frequent first. "I don't know" is none. */
export function triggersIn(entries: readonly Entry[], days: readonly Day[], habits: DayHabits): TriggerDays[] {
  const rated = days.filter(({ worst }) => worst !== undefined);
  const dates = datesById(entries, habits, ({ triggers }) => triggers?.filter((id) => id !== NO_TRIGGER));
  const all = [...dates].map(([id, noted]) => comparisonOf(id, noted, rated));
  return all.filter(({ daysWith }) => daysWith > 0).toSorted((a, b) => b.daysWith - a.daysWith);
}

function comparisonOf(id: string, noted: ReadonlySet<string>, rated: readonly Day[]): TriggerDays {
  const isWith = ({ date }: Day) => noted.has(date);
  const on = rated.filter(isWith).map(({ worst }) => worst!);
  const off = rated.filter((day) => !isWith(day)).map(({ worst }) => worst!);
  const enough = on.length >= LEAST_DAYS && off.length >= LEAST_DAYS;
  return {
    id,
    daysWith: on.length,
    daysWithout: off.length,
    ...(enough && { medians: { with: median(on)!, without: median(off)! } }),
  };
}

/** Where it hurt, and on how many days; the most frequent first. */
export function areasIn(entries: readonly Entry[], habits: DayHabits): Summary['areas'] {
  return byDays(datesById(entries, habits, ({ areas }) => areas)).map(([id, days]) => ({ id, days }));
}

/** What helped, and on how many days; the most frequent first. "Nothing" is none. */
export function helpedIn(entries: readonly Entry[], habits: DayHabits): Summary['areas'] {
  const named = datesById(entries, habits, ({ helped }) => helped?.filter((id) => id !== NOTHING_HELPED));
  return byDays(named).map(([id, days]) => ({ id, days }));
}

/** Medicines as the user last spelled them, and on how many days they were taken; the most frequent first. */
export function medicinesIn(entries: readonly Entry[], habits: DayHabits): Summary['medicines'] {
  const words = new Map(
    entries.flatMap(({ medicine = '' }) => medicinesNamed(medicine).map((name) => [normal(name), name] as const)),
  );
  const named = datesById(entries, habits, ({ medicine = '' }) => medicinesNamed(medicine).map(normal));
  return byDays(named).map(([key, days]) => ({ name: words.get(key)!, days }));
}

/** On how many days a medicine was taken. */
export function medicineDaysIn(entries: readonly Entry[], habits: DayHabits): number {
  return countDays(
    entries.filter(({ medicine }) => medicine?.trim()),
    habits,
  );
}

function datesById(
  entries: readonly Entry[],
  habits: DayHabits,
  idsOf: (entry: Entry) => readonly string[] | undefined,
): Map<string, Set<string>> {
  const dates = new Map<string, Set<string>>();
  for (const entry of entries) {
    for (const id of idsOf(entry) ?? []) {
      const known = dates.get(id);
      if (known) known.add(livedDay(entry.at, habits));
      else dates.set(id, new Set([livedDay(entry.at, habits)]));
    }
  }
  return dates;
}

function byDays(dates: ReadonlyMap<string, ReadonlySet<string>>): (readonly [string, number])[] {
  const counts = [...dates].map(([id, days]) => [id, days.size] as const);
  return counts.toSorted(([, a], [, b]) => b - a);
}
