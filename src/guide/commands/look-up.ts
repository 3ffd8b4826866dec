import { join } from 'node:path';
import type { Chapter, Passage } from '../../content/types.ts';
import type { Context } from '../../app/context.ts';
import { present } from '../../app/present.ts';
import { AlreadyReportedError, messageOf } from '../../errors.ts';
import { ownValue } from '../../text/own-value.ts';
import { openModel } from '../../understanding/core/model.ts';
import { type DetectedSign, type Detection, sureOnes } from '../../understanding/detect.ts';
import { nearestTopics, referralFor } from '../search/refusal.ts';
import { search, type SearchIndex } from '../search/search.ts';
import type { BuiltIndex } from '../search/types.ts';
import { answerLines, besideLines, faqDocument, type PassageContext, type QuestionAnswer } from '../views/faq.ts';

/** How many passages an answer names; more would be a list to read. */
const MOST_RESULTS = 3;

/** The guide, ready to answer questions. */
export interface OpenGuide extends PassageContext {
  readonly index: SearchIndex;
  /** A passage of the guide; only its chapter is read. */
  readonly passage: (id: string) => Passage;
}

/** Reads the index and the model of questions, which the build puts beside the program. */
export function openGuide({ content, readText, readBytes }: Context): OpenGuide {
  const read = (file: string) => readText(join(import.meta.dirname, file));
  const built: BuiltIndex = { ...(JSON.parse(read('search.json')) as BuiltIndex), scores: read('search.txt') };
  return {
    index: { built, model: openModel(readBytes(join(import.meta.dirname, 'questions.model'))) },
    passage: (id) => content.chapter(ownValue(built.chapterOf, id)!).passages.find((passage) => passage.id === id)!,
    sources: content.sources(),
    commandFor: (passage) => ownValue(built.commands, passage),
  };
}

/** The chapter of the common questions. */
export function commonQuestions({ content }: Context): Chapter {
  return content.chapter('questions');
}

/** What the guide says to a question. Never throws: a fault is part of the answer. */
export function answerOf(query: string, { index, passage }: OpenGuide): QuestionAnswer {
  try {
    const { answered, results } = search(query, index);
    const best = results.slice(0, MOST_RESULTS).map(({ id, score }) => ({ passage: passage(id), score }));
    if (answered) return { query, answered, results: best };
    const referral = referralFor(query, index.built);
    return { query, answered, results: nearestTopics(query, best, index.built), ...(referral && { referral }) };
  } catch (error) {
    return { query, answered: false, results: [], fault: messageOf(error) };
  }
}

/** A question that was looked up in the guide, and read for warning signs. */
interface LookedUp {
  readonly guide: OpenGuide;
  readonly answer: QuestionAnswer;
  readonly detection: Detection;
}

/**
 * Shows the answer to a question, or prints its document.
 * @throws AlreadyReportedError where the guide has no answer and the question mentions no warning sign
 */
export async function reportAnswer(context: Context, lookedUp: LookedUp, json: boolean): Promise<void> {
  const { guide, answer, detection } = lookedUp;
  if (json) context.printJson(documentOf(lookedUp));
  const isAnswered = json
    ? answer.answered || sureOnes(detection.signs).length > 0
    : await showAnswer(context, guide, answer, detection.signs);
  if (!isAnswered) throw new AlreadyReportedError('no answer');
}

/**
 * Shows an answer, the warning signs in the question first. Somebody who thinks of ending their life gets that answer
 * alone, and after a warning sign nobody reads that the guide has no answer.
 * @param detected the signs found in the question
 * @returns whether there was anything to show: an answer, or a sign
 */
export async function showAnswer(
  context: Context,
  guide: OpenGuide,
  answer: QuestionAnswer,
  detected: readonly DetectedSign[],
): Promise<boolean> {
  const signs = detected.length === 0 ? [] : await answerDetected(context, detected);
  if (signs.some(({ id }) => id === context.content.crisis().id)) return true;
  const hasSign = signs.length > 0;
  if (!hasSign) {
    await present(context, { lines: () => answerLines(context.page, answer, guide) });
    return answer.answered;
  }
  const beside = besideSigns(answer, guide);
  if (beside.answered) await present(context, { lines: () => besideLines(context.page, beside) });
  return true;
}

// The code that answers signs is loaded only when there are some.
async function answerDetected(context: Context, detected: readonly DetectedSign[]): Promise<DetectedSign[]> {
  const { answerSigns } = await import('../../understanding/answer-signs.ts');
  return answerSigns(context, detected, false);
}

/** The answer for scripts: beside a sure warning sign it names the same passages as the words do. */
export function documentOf({ guide, answer, detection }: LookedUp): object {
  const hasSign = sureOnes(detection.signs).length > 0;
  return faqDocument(hasSign ? besideSigns(answer, guide) : answer, detection);
}

// Right after "get help now" nobody should be offered ice, yoga, a massage or a tablet.
function besideSigns(answer: QuestionAnswer, { commandFor }: OpenGuide): QuestionAnswer {
  const results = answer.results.filter(({ passage }) => commandFor(passage.id) === 'triage');
  return { ...answer, results, answered: answer.answered && results.length > 0 };
}
