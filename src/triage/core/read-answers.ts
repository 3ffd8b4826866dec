import type { ChoiceQuestion, Question } from '../../content/types.ts';
import { ONSET_AT } from '../../journal/core/onset.ts';
import { UsageError } from '../../errors.ts';
import { isShallow } from '../../text/json.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import { type Answers, isPossible } from './answers.ts';
import { evaluate, isDecided } from './evaluate.ts';
import { isUpper } from './levels.ts';
import type { TypedOnset } from './read-onset.ts';
import { type TriageKnowledge, unanswered } from './result.ts';

/** Reads a day or a time. @throws UsageError for anything else */
export type ReadTime = (question: ChoiceQuestion, typed: string) => TypedOnset;

export interface ReadAnswers {
  readonly answers: Answers;
  /** What was ignored because the signs alone decide; otherwise empty. */
  readonly ignored: readonly string[];
}

const SHAPE =
  'use this form: {"signs":["fever"],"unsure":[],"age":"20-44", ...}; to see all ids, run: unspasm triage --questions --json';

/**
 * Reads the answers of a triage from JSON text.
 * An emergency is never held back by a slip elsewhere: when the signs that are understood decide
 * one, whatever is missing or wrong beside them is left out and named in `ignored`.
 * @param readTime reads an answer that is given as a day or a time; without it only ids are understood
 * @throws UsageError naming every missing answer, unknown id (with the nearest one) and impossible value
 */
export function readAnswers(content: TriageKnowledge, text: string, readTime?: ReadTime): ReadAnswers {
  const given = parse(text);
  const problems: string[] = [];
  const signs = knownSigns(content, 'signs', given['signs'], problems);
  const unsure = knownSigns(content, 'unsure', unsureIn(given, problems), problems);
  const values = new Map<string, string | number>();
  // The day or the time is more exact than the choice beside it, which may have been right on another day.
  const { [ONSET_AT]: onsetAt, ...others } = given;
  for (const [id, value] of [
    ...Object.entries(others),
    ...(onsetAt === undefined ? [] : [[ONSET_AT, onsetAt] as const]),
  ]) {
    if (id !== 'signs' && id !== 'unsure') readValue({ content, values, problems, readTime }, id, value);
  }
  const answers = { signs: new Set(signs), unsure: new Set(unsure), values };
  const finding = evaluate(content, answers);
  if (isUpper(finding.level)) return { answers, ignored: problems };
  const missing = unanswered(content.questions, answers).filter(({ id }) => !Object.hasOwn(given, id));
  if (!isDecided(finding))
    problems.push(...missing.map((question) => `missing: "${question.id}" (${expected(question)})`));
  if (problems.length > 0) throw refusal(problems);
  return { answers, ignored: [] };
}

function parse(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`the answers aren't valid JSON: ${(error as Error).message}`, {
      code: 'bad-json',
      hint: SHAPE,
    });
  }
  if (!isShallow(value))
    throw new UsageError('the answers are nested too deeply', { code: 'bad-answers', hint: SHAPE });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError("the answers aren't a JSON object", { code: 'bad-answers', hint: SHAPE });
  }
  return value as Record<string, unknown>;
}

// Only the signs themselves have to be there; a slip beside them must not hold an emergency back.
function unsureIn(given: Record<string, unknown>, problems: string[]): unknown {
  const unsure = given['unsure'] ?? [];
  if (Array.isArray(unsure)) return unsure;
  problems.push('"unsure" isn\'t a list of ids');
  return [];
}

function knownSigns(content: TriageKnowledge, key: string, given: unknown, problems: string[]): string[] {
  if (!Array.isArray(given)) {
    const what = given === undefined ? 'is missing' : "isn't a list of ids";
    const hint = `give a list, or [] for none; ${SHAPE}`;
    throw new UsageError(`"${key}" ${what}`, { code: 'bad-answers', hint });
  }
  const known = [...content.signs.keys()];
  return given.filter((id): id is string => {
    if (typeof id === 'string' && content.signs.has(id)) return true;
    problems.push(`unknown sign in "${key}": ${JSON.stringify(id)}${didYouMean(String(id), known)}`);
    return false;
  });
}

interface Reading {
  readonly content: TriageKnowledge;
  readonly values: Map<string, string | number>;
  readonly problems: string[];
  readonly readTime: ReadTime | undefined;
}

function readValue({ content, values, problems, readTime }: Reading, key: string, value: unknown): void {
  // A saved check has what was typed beside the choice that it falls into.
  const id = key === ONSET_AT ? 'onset' : key;
  const question = content.questions.find((one) => one.id === id);
  if (!question) {
    const known = ['signs', 'unsure', ...content.questions.map((one) => one.id)];
    problems.push(`unknown question: "${id}"${didYouMean(id, known)}`);
  } else if (isPossible(question, value)) {
    values.set(id, value);
  } else if (question.type === 'choice' && question.typed && readTime && typeof value === 'string') {
    try {
      const typed = readTime(question, value);
      values.set(id, typed.id).set(ONSET_AT, typed.at);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      problems.push(`"${key}": ${error.message}; use ${expected(question)}`);
    }
  } else {
    // A script that puts a variable into JSON easily makes a text of a number.
    const quotes = question.type === 'integer' && typeof value === 'string' ? ', without quotes' : '';
    problems.push(`"${id}" can't be ${JSON.stringify(value)}; use ${expected(question)}${quotes}`);
  }
}

function expected(question: Question): string {
  if (question.type === 'integer') return `a whole number from ${question.min} to ${question.max}`;
  const choices = question.choices.map((choice) => choice.id).join(' | ');
  return question.typed ? `${choices}, or a day or a time such as "yesterday 18:30"` : choices;
}

function refusal(problems: readonly string[]): UsageError {
  const advice = { code: 'bad-answers', hint: SHAPE };
  if (problems.length === 1) return new UsageError(problems[0]!, advice);
  return new UsageError("the answers can't be used:", { ...advice, details: problems });
}
