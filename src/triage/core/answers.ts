import type { Choice, Condition, Conditions, Level, Question, Sign } from '../../content/types.ts';
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

/** What conditions are checked against. */
export interface Case {
  readonly answers: Answers;
  readonly signs: ReadonlyMap<string, Sign>;
  /** Ids of the rules that hold; none while the rules themselves are checked. */
  readonly rules: ReadonlySet<string>;
  /** Ids of the reasons that are urgent or more; none while the rules themselves are checked. */
  readonly urgent: readonly string[];
}

/** Whether every row of the conditions holds for a decision at this level. */
export function hold(conditions: Conditions, one: Case, level: Level): boolean {
  return conditions.every((row) => holdsAny(row, one, level));
}

/** Whether at least one of the conditions holds for a decision at this level. */
export function holdsAny(row: readonly Condition[], one: Case, level: Level): boolean {
  return row.some((condition) => holds(condition, one, level));
}

/** The signs that the person isn't sure about and hasn't reported as well; what isn't known here is left out. */
export function inDoubt({ answers, signs }: Pick<Case, 'answers' | 'signs'>): Sign[] {
  return [...answers.unsure].filter((id) => !answers.signs.has(id)).flatMap((id) => signs.get(id) ?? []);
}

function holds(condition: Condition, one: Case, level: Level): boolean {
  const { answers, rules } = one;
  if ('sign' in condition) {
    const { sign, sure = false } = condition;
    return sure ? answers.signs.has(sign) : counts(answers, sign, level);
  }
  if ('rule' in condition) return rules.has(condition.rule);
  if ('inDoubt' in condition) {
    const doubts = inDoubt(one).filter((sign) => sign.level === condition.inDoubt);
    return doubts.filter((sign) => !condition.except?.includes(sign.id)).length >= condition.from;
  }
  if ('only' in condition) return one.urgent.every((id) => condition.only.includes(id));
  if ('of' in condition) return condition.of.filter((part) => holds(part, one, level)).length >= condition.atLeast;
  const value = answers.values.get(condition.question);
  if (value === undefined) return false;
  return 'from' in condition ? Number(value) >= condition.from : condition.is.includes(String(value));
}

/** Every choice that is or was an answer to a question: those that are offered, and the spans. */
export function choicesOf(question: Question | undefined): readonly Choice[] {
  return question?.type === 'choice' ? [...question.choices, ...(question.spans ?? [])] : [];
}

/** The answers as the rules go by them: a finer choice counts as the span that it belongs to. */
export function inSpans(questions: readonly Question[], answers: Answers): Answers {
  const values = new Map(answers.values);
  for (const question of questions) {
    if (question.type !== 'choice' || !question.spans) continue;
    const span = question.choices.find(({ id }) => id === values.get(question.id))?.span;
    if (span !== undefined) values.set(question.id, span);
  }
  return { ...answers, values };
}

/** Whether the question can be answered with this. */
export function isPossible(question: Question, value: unknown): value is string | number {
  if (question.type === 'choice') return choicesOf(question).some((choice) => choice.id === value);
  return Number.isInteger(value) && Number(value) >= question.min && Number(value) <= question.max;
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
