import type { Context } from '../app/context.ts';
import { present, type Shown } from '../app/present.ts';
import { isFault, messageOf } from '../errors.ts';
import { mayAsk } from '../terminal/capabilities.ts';
import { keptAnswers } from '../triage/core/answers.ts';
import { isUpper } from '../triage/core/levels.ts';
import { resultOf } from '../triage/core/result.ts';
import { verdictStyle, verdictText } from '../triage/views/result.ts';
import { crisisLines, detectedLines, maybeLine } from './views/detected.ts';
import { knowledgeOf } from '../triage/knowledge.ts';
import { emergencyNumber, namedCountry } from '../triage/number.ts';
import { doubtfulOnes, type DetectedSign, idsOf, sureOnes } from './detect.ts';

/**
 * Answers the warning signs in a text before anything else is shown. Sure signs get triage's result, with the number to
 * call. Doubtful ones are asked about; where nobody can be asked, a line names them. After a fault, plain lines name
 * all of them.
 * @param json whether standard output is for a JSON document alone: the answer then goes to standard error
 * @returns the sure signs, and those that the user confirmed
 */
export async function answerSigns(
  context: Context,
  detected: readonly DetectedSign[],
  json: boolean,
): Promise<DetectedSign[]> {
  try {
    return await answerAll(context, detected, json);
  } catch (error) {
    if (!isFault(error)) throw error;
    context.note(detected.map((sign) => plainLine(sign, messageOf(error))));
    return sureOnes(detected);
  }
}

// For signs whose whole answer a fault keeps from being shown.
function plainLine({ label, level }: DetectedSign, fault: string): string {
  const act = isUpper(level) ? 'If so, get medical help now' : 'If so, check it now: unspasm triage';
  return `unspasm: what you wrote may be a warning sign: ${label}. ${act}. (A bug kept the rest from being shown: ${fault})`;
}

async function answerAll(context: Context, detected: readonly DetectedSign[], json: boolean): Promise<DetectedSign[]> {
  const sure = sureOnes(detected);
  await show(context, sure, json);
  const doubtful = doubtfulOnes(detected);
  if (json || !mayAsk(context.capabilities)) {
    context.note(doubtful.map(maybeLine));
    return sure;
  }
  const confirmed = await confirm(context, doubtful);
  await show(context, confirmed, json);
  return [...sure, ...confirmed];
}

async function show(context: Context, signs: readonly DetectedSign[], json: boolean): Promise<void> {
  if (signs.length === 0) return;
  const answer = answerTo(context, signs);
  await (json ? context.note(answer.lines()) : present(context, answer));
}

/**
 * What is said about sure signs: the verdict with the number to call, the first steps, and the words that mention them.
 * Thoughts of ending one's life get their own answer.
 */
export function answerTo(context: Context, signs: readonly DetectedSign[]): Shown {
  const { content, page } = context;
  const crisis = content.crisis();
  const number = emergencyNumber(context, namedCountry(context));
  const others = signs.filter(({ id }) => id !== crisis.id);
  const answers = keptAnswers({ signs: idsOf(others) });
  const result = others.length > 0 ? resultOf(knowledgeOf(context), answers, number) : undefined;
  const lines = () => [
    ...(others.length < signs.length ? crisisLines(page, crisis, number) : []),
    ...(result ? detectedLines(page, result, others) : []),
  ];
  return result ? { lines, reminder: () => verdictStyle(page, result)(verdictText(result)) } : { lines };
}

async function confirm(context: Context, doubtful: readonly DetectedSign[]): Promise<DetectedSign[]> {
  const confirmed: DetectedSign[] = [];
  for (const sign of doubtful) {
    const prompter = await context.prompter();
    const isThere = await prompter.confirm({
      title: 'To be sure',
      intro: `You wrote "${sign.matched}". Do you mean this? ${sign.label}.`,
      yes: { label: 'yes, or not sure' },
    });
    if (isThere) confirmed.push({ ...sign, sure: true });
  }
  return confirmed;
}
