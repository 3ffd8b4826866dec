import type { Condition, Conditions, Level } from '../../content/types.ts';
import { isUpper } from './levels.ts';

/** What a person has said so far. */
export interface Answers {
  /** The ids of the signs that are there. */
  readonly signs: ReadonlySet<string>;
  /** The ids of the signs that the person isn't sure about. */
  readonly unsure: ReadonlySet<string>;
  /** A choice's id, or a number, by the id of its question. */
  readonly values: ReadonlyMap<string, string | number>;
  /** What an earlier check of these answers came to, which nothing lowers, not even a sign that isn't known here. */
  readonly least?: Level;
}

/**
 * Whether a sign counts for a decision at this level. "Not sure" counts as yes where
 * missing the sign could do the most harm: for the two upper levels (our own, cautious choice).
 */
export function counts(answers: Answers, sign: string, level: Level): boolean {
  return answers.signs.has(sign) || (isUpper(level) && answers.unsure.has(sign));
}

/** Whether every row of the conditions holds for a decision at this level. */
export function hold(conditions: Conditions, answers: Answers, level: Level): boolean {
  return conditions.every((row) => holdsAny(row, answers, level));
}

/** Whether at least one of the conditions holds for a decision at this level. */
export function holdsAny(row: readonly Condition[], answers: Answers, level: Level): boolean {
  return row.some((condition) => holds(condition, answers, level));
}

function holds(condition: Condition, answers: Answers, level: Level): boolean {
  if ('sign' in condition) return counts(answers, condition.sign, level);
  const value = answers.values.get(condition.question);
  if (value === undefined) return false;
  return 'from' in condition ? Number(value) >= condition.from : condition.is.includes(String(value));
}

/** What was said in a triage that was kept. */
export function keptAnswers(kept: {
  readonly signs?: readonly string[];
  readonly unsure?: readonly string[];
  readonly answers?: Readonly<Record<string, string | number>>;
}): Answers {
  return {
    signs: new Set(kept.signs),
    unsure: new Set(kept.unsure),
    values: new Map(Object.entries(kept.answers ?? {})),
  };
}
