import { expect, test } from 'vitest';
import { type Episode, episodesOf } from '../../src/journal/core/episodes.ts';
import { fold } from '../../src/journal/core/fold.ts';
import type { Entry } from '../../src/journal/core/records.ts';
import { entry, numbersFrom, RULES } from './lines.ts';

const DAY_MS = 86_400_000;
const BEGIN = Date.parse('2026-01-05T00:00:00Z');

interface Spasm {
  /** In days since the beginning of the history. */
  readonly from: number;
  readonly to: number;
}

interface History {
  readonly spasms: readonly Spasm[];
  readonly entries: readonly Entry[];
}

/** Numbers from `least` to `most`, the same ones for the same seed. */
function dice(seed: number): (least: number, most: number) => number {
  const next = numbersFrom(seed * 7919 + 1);
  return (least, most) => least + next() * (most - least);
}

const iso = (day: number) => new Date(BEGIN + day * DAY_MS).toISOString();

/**
 * Months of somebody with spasms of known begin and end. Most are rated once or twice a day, with some days missed; the
 * zero at the end is often forgotten, and some have a rating of 1 instead. In between there are weeks without entries, or
 * with ratings of 0 and 1.
 */
function historyOf(seed: number): History {
  const roll = dice(seed);
  const spasms: Spasm[] = [];
  const entries: Entry[] = [];
  const rate = (day: number, pain: number) => entries.push(entry(iso(day), { pain }));
  for (let day = roll(1, 5), count = Math.floor(roll(1, 9)); spasms.length < count; day += roll(9, 60)) {
    const [from, length] = [day, roll(0.5, 21)];
    for (; day < from + length; day += roll(0.3, roll(0, 1) < 0.15 ? 4 : 1.6)) {
      rate(day, Math.max(2, Math.round(8 - (6 * (day - from)) / length + roll(-1, 1))));
    }
    spasms.push({ from, to: from + length });
    const [ending, since] = [roll(0, 1), from + length];
    if (ending < 0.4) rate(since + 0.2, 0);
    else if (ending < 0.55) rate(since + 0.2, 1);
    if (roll(0, 1) < 0.3)
      for (let quiet = since + 1.5; quiet < since + 8; quiet += 2) rate(quiet, Math.round(roll(0, 1)));
  }
  return { spasms, entries };
}

/** Whether the episodes are the spasms: as many, each begun with its first rating, and ended at most four days, the longest time
 * without a rating, before the end, or in the week after it. */
function fits(episodes: readonly Episode[], spasms: readonly Spasm[]): boolean {
  if (episodes.length !== spasms.length) return false;
  return spasms.every(({ from, to }, at) => {
    const { start, end = NaN } = episodes[at]!;
    const [began, over] = [(start - BEGIN) / DAY_MS, (end - BEGIN) / DAY_MS];
    return Math.abs(began - from) < 0.01 && over > to - 4.1 && over < to + 7;
  });
}

test('of two hundred histories at most one in fifty comes out as other episodes than there were', () => {
  const wrong = Array.from({ length: 200 }, (_, seed) => seed).filter((seed) => {
    const { spasms, entries } = historyOf(seed);
    const later = new Date(BEGIN + (spasms.at(-1)!.to + 30) * DAY_MS);
    return !fits(episodesOf(fold(entries), RULES, later), spasms);
  });
  expect(wrong.length).toBeLessThanOrEqual(4);
});

test('a new spasm is day 1, whatever was forgotten before', () => {
  for (let seed = 0; seed < 100; seed += 1) {
    const { spasms, entries } = historyOf(seed);
    const now = spasms.at(-1)!.to + 10;
    const fresh = entry(iso(now), { pain: 7 });
    expect(episodesOf(fold([...entries, fresh]), RULES, new Date(iso(now + 0.1))).at(-1)).toEqual({
      id: fresh.id,
      start: Date.parse(fresh.at),
      at: fresh.at,
    });
  }
});
