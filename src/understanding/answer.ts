import type { Context } from '../app/context.ts';
import { isFault, messageOf } from '../errors.ts';
import { mayAsk } from '../terminal/capabilities.ts';
import { keptAnswers } from '../triage/core/answers.ts';
import { isUpper } from '../triage/core/levels.ts';
import { resultOf } from '../triage/core/result.ts';
import { crisisLines, detectedLines, maybeLine } from './views/detected.ts';
import { knowledgeOf } from '../triage/knowledge.ts';
import { emergencyNumber, namedCountry } from '../triage/number.ts';
import { doubtfulOnes, type DetectedSign, idsOf, sureOnes } from './detect.ts';

/**
 * Answers to the warning signs that were heard, before anything else is shown: what is sure in
 * triage's own words, with the number to call; what is doubtful is asked, or where nobody can be
 * asked, named in a line. A fault in that costs no more than the words.
 * @param json standard output is for a document alone
 * @returns the signs that are there, with those that were confirmed
 */
export async function answerSigns(
  context: Context,
  heard: readonly DetectedSign[],
  json: boolean,
): Promise<DetectedSign[]> {
  try {
    return await answerAll(context, heard, json);
  } catch (error) {
    if (!isFault(error)) throw error;
    context.note(heard.map((sign) => plainLine(sign, messageOf(error))));
    return sureOnes(heard);
  }
}

// Said where a fault keeps the whole answer from being shown: what was heard must not go with it.
function plainLine({ label, level }: DetectedSign, fault: string): string {
  const act = isUpper(level) ? 'If it is so, get medical help now' : 'Check it: unspasm triage';
  return `unspasm: what you wrote may be a warning sign: ${label}. ${act}. (A fault: ${fault})`;
}

async function answerAll(context: Context, heard: readonly DetectedSign[], json: boolean): Promise<DetectedSign[]> {
  const sure = sureOnes(heard);
  show(context, sure, json);
  const doubtful = doubtfulOnes(heard);
  if (json || !mayAsk(context.capabilities)) {
    context.note(doubtful.map(maybeLine));
    return sure;
  }
  const confirmed = await confirm(context, doubtful);
  show(context, confirmed, json);
  return [...sure, ...confirmed];
}

function show(context: Context, signs: readonly DetectedSign[], json: boolean): void {
  if (signs.length > 0) (json ? context.note : context.print)(answerLines(context, signs));
}

function answerLines(context: Context, signs: readonly DetectedSign[]): string[] {
  const { content, page } = context;
  const crisis = content.crisis();
  const number = emergencyNumber(context, namedCountry(context));
  const others = signs.filter(({ id }) => id !== crisis.id);
  const answers = keptAnswers({ signs: idsOf(others) });
  return [
    ...(others.length < signs.length ? crisisLines(page, crisis, number) : []),
    ...(others.length > 0 ? detectedLines(page, resultOf(knowledgeOf(context), answers, number), others) : []),
  ];
}

async function confirm(context: Context, doubtful: readonly DetectedSign[]): Promise<DetectedSign[]> {
  const confirmed: DetectedSign[] = [];
  for (const sign of doubtful) {
    const prompter = await context.prompter();
    const isThere = await prompter.confirm({
      title: 'To be sure',
      intro: `"${sign.matched}": is it this? ${sign.label}.`,
      yes: { label: 'yes, or not sure' },
    });
    if (isThere) confirmed.push({ ...sign, sure: true });
  }
  return confirmed;
}
