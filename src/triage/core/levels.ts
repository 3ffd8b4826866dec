import { LEVELS, type Level } from '../../content/types.ts';

/** The most urgent of the levels; `self-care` for none. */
export function highest(levels: Iterable<Level>): Level {
  const present = new Set(levels);
  return LEVELS.find((level) => present.has(level)) ?? 'self-care';
}

/** Whether the level means help now: an ambulance, or an emergency department. */
export function isUpper(level: Level): boolean {
  return level === 'ambulance' || level === 'emergency';
}

/** Whether the first level is the more urgent of the two. */
export function isMoreUrgent(level: Level, than: Level): boolean {
  return LEVELS.indexOf(level) < LEVELS.indexOf(than);
}
