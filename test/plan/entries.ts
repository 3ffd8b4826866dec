import { content } from '../content/data-files.ts';
import type { Entry } from '../../src/journal/core/records.ts';
import { entry } from '../journal/lines.ts';

/** The plan's data. */
export const PLAN = content.plan();

const DAY_MS = 24 * 3_600_000;
/** A Monday. */
const START = Date.parse('2026-06-01T08:00:00Z');

/** A moment so many days after the start, in milliseconds since 1970. */
export const day = (days: number): number => START + Math.round(days * DAY_MS);

/** The same as ISO 8601, by a clock so many hours ahead of UTC. */
export function at(days: number, ahead = 0): string {
  const shown = new Date(day(days) + ahead * 3_600_000).toISOString().slice(0, 19);
  return `${shown}${ahead < 0 ? '-' : '+'}${String(Math.abs(ahead)).padStart(2, '0')}:00`;
}

/** A whole session of the core routine at a level. */
export function core(days: number, routineLevel: string | undefined, fields: Partial<Entry> = {}): Entry {
  const stretches = PLAN.core.levels[0]!.exercises.map(({ stretch }) => stretch);
  const level = routineLevel === undefined ? {} : { routineLevel };
  return entry(at(days), {
    kind: 'session',
    therapy: 'core',
    minutes: 6,
    planned: 6,
    ended: 'done',
    stretches,
    ...level,
    ...fields,
  });
}

/** A walk that was guided, or logged. */
export const walk = (days: number, minutes: number, fields: Partial<Entry> = {}): Entry =>
  entry(at(days), { kind: 'session', therapy: 'walk', minutes, planned: minutes, ended: 'done', ...fields });
