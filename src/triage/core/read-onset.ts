import type { Choice, ChoiceQuestion } from '../../content/types.ts';
import { readDay, readWhen } from '../../journal/core/read-when.ts';
import { habitsOf, livedDay, today } from '../../journal/core/habits.ts';
import { dayNumber } from '../../journal/core/summary/days.ts';
import { toIso } from '../../journal/core/when.ts';

const HOUR_MS = 3_600_000;

/** When the pain began, as it was typed: the choice that it falls into, and the day or the time itself. */
export interface TypedOnset {
  readonly id: string;
  /** An ISO date where only the day was typed, otherwise a time with its offset. */
  readonly at: string;
}

/** Reads when the pain began, in plain words. @throws UsageError for what isn't a day or a time, or is in the future */
export function readOnset({ choices, spans = [] }: ChoiceQuestion, typed: string, now: Date): TypedOnset {
  const day = readDay(typed, now);
  const latest = today(now);
  // A day that is still to come is refused like any such time.
  const moment = day === undefined || day > latest ? readWhen(typed, now) : undefined;
  const at = moment ? toIso(moment) : day!;
  const hours = moment ? (now.getTime() - moment.getTime()) / HOUR_MS : Infinity;
  const days = dayNumber(latest) - dayNumber(day ?? livedDay(at, habitsOf(now)));
  const fits = ({ upTo, days: own, span }: Choice) => {
    if (own) return days >= own.from && days <= own.to;
    if (upTo !== undefined) return hours < upTo;
    const limit = spans.find(({ id }) => id === span)?.upTo;
    return limit === undefined || days * 24 < limit;
  };
  return { id: choices.find(fits)!.id, at };
}
