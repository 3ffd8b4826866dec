import { search } from '../../src/guide/search/search.ts';
import type { Question } from '../../src/guide/search/types.ts';
import type { Note } from '../../src/understanding/core/learn-signs.ts';
import { isUpper } from '../../src/triage/core/levels.ts';
import { GUIDE_SIGNS, KNOWLEDGE } from '../triage/answers.ts';
import { crisis, index, settings, signsIn, signsModel } from './built.ts';

/** A share of a whole, both as numbers of lines. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

export interface SignRates {
  /** Of lines with a sign, those of which every sign was detected. */
  readonly heard: Share;
  /** Of lines without one, those in which none was. */
  readonly quiet: Share;
  /** Of all lines, those with just the right signs. */
  readonly exact: Share;
}

const SEVEN: readonly string[] = GUIDE_SIGNS;

/** The signs that the model knows. Lines name others as well: for them it should say nothing. */
const LEARNED: ReadonlySet<string> = new Set(signsModel.judge('').map(({ id }) => id));

/** The signs as the guide counts them: a part of a sign is that sign. */
export function asGuide(signs: readonly string[]): string[] {
  const parts = Object.entries(settings.signs.parts);
  const whole = signs.map((sign) => parts.find(([, finer]) => finer.includes(sign))?.[0] ?? sign);
  return [...new Set(whole)].filter((sign) => SEVEN.includes(sign));
}

/** The signs that the model knows, but parts of one sign count as one: which part it is is hard to tell even for a reader. */
export function asAll(signs: readonly string[]): string[] {
  const parts = Object.entries(settings.signs.parts);
  const learned = signs.filter((sign) => LEARNED.has(sign));
  return [...new Set(learned.map((sign) => parts.find(([, finer]) => finer.includes(sign))?.[0] ?? sign))];
}

const EMERGENCIES: ReadonlySet<string> = new Set(
  [...KNOWLEDGE.signs.values()].filter(({ level }) => isUpper(level)).map(({ id }) => id),
);

/** Emergencies that aren't one of the guide's seven signs, nor a part of one. */
export function asOtherEmergencies(signs: readonly string[]): string[] {
  const guides = new Set([...SEVEN, ...Object.values(settings.signs.parts).flat()]);
  return signs.filter((sign) => !guides.has(sign) && EMERGENCIES.has(sign));
}

/** Thoughts of ending one's life alone. */
export function asCrisis(signs: readonly string[]): string[] {
  return signs.filter((sign) => sign === crisis.id);
}

/** The signs that are shown at once, without a question. */
export function shownIn(text: string): readonly { readonly id: string }[] {
  return signsIn(text).filter(({ id, sure }) => sure || id === crisis.id);
}

function isHeard({
  wanted,
  found,
}: {
  readonly wanted: readonly string[];
  readonly found: readonly string[];
}): boolean {
  return wanted.every((sign) => found.includes(sign));
}

/**
 * How well signs are detected in labelled lines.
 * @param as which signs count, and as what
 * @param find finds the signs in a text; those of the program unless another way is given
 */
export function signRates(
  lines: readonly Note[],
  as: (signs: readonly string[]) => string[],
  find: (text: string) => readonly { readonly id: string }[] = signsIn,
): SignRates {
  const judged = lines.map(({ text, signs }) => ({
    wanted: as(signs),
    found: as(find(text).map(({ id }) => id)),
  }));
  const [told, plain] = [
    judged.filter(({ wanted }) => wanted.length > 0),
    judged.filter(({ wanted }) => wanted.length === 0),
  ];
  return {
    heard: { right: told.filter(isHeard).length, of: told.length },
    quiet: { right: plain.filter(({ found }) => found.length === 0).length, of: plain.length },
    exact: {
      right: judged.filter((one) => isHeard(one) && one.found.length === one.wanted.length).length,
      of: judged.length,
    },
  };
}

export interface QuestionRates {
  /** Of questions with an answer, those with a right passage on top that was given as the answer. */
  readonly right: Share;
  /** Of questions without one, those that were turned down. */
  readonly refused: Share;
  /** Of questions that a passage on a warning sign answers, those with that passage or a sign. */
  readonly alarmed: Share;
}

/** How well questions are answered. */
export function questionRates(questions: readonly Question[]): QuestionRates {
  const judged = questions.map(({ text, passages }) => {
    const { answered, results } = search(text, index);
    const isRight = answered && passages.includes(results[0]!.id);
    const isAlarmed = isRight || signsIn(text).length > 0;
    return { passages, answered, isRight, isAlarmed };
  });
  const answerable = judged.filter(({ passages }) => passages.length > 0);
  const without = judged.filter(({ passages }) => passages.length === 0);
  const flagged = judged.filter(({ passages: [best] }) => best?.startsWith('redflag'));
  return {
    right: { right: answerable.filter(({ isRight }) => isRight).length, of: answerable.length },
    refused: { right: without.filter(({ answered }) => !answered).length, of: without.length },
    alarmed: { right: flagged.filter(({ isAlarmed }) => isAlarmed).length, of: flagged.length },
  };
}
