import type { Context } from '../../app/context.ts';
import { paragraph } from '../../terminal/page.ts';
import type { Prompter } from '../../terminal/prompter.ts';
import { type Interview, NEW_INTERVIEW, placeOf, type Reply, screensOf } from '../core/interview.ts';
import type { TriageKnowledge } from '../core/result.ts';
import { continuedCheck, continuesAt, unfinishedCheck } from '../core/unfinished.ts';

export interface SaveOptions {
  /** The result is written as a JSON document. */
  readonly json: boolean;
  /** It is saved in the journal. */
  readonly save: boolean;
}

/** One check of the warning signs, asked of somebody. */
export interface Check extends SaveOptions {
  readonly context: Context;
  readonly content: TriageKnowledge;
  readonly prompter: Prompter;
}

/** A new check, or the one that was left in the middle in the last two hours. */
export async function beginning({ context, content, prompter, json }: Check): Promise<Interview> {
  const { answerStore, capabilities, now } = context;
  const unfinished = continuedCheck(content, answerStore.unfinishedCheck(), now().getTime());
  if (!unfinished || json || !capabilities.interactive) return NEW_INTERVIEW;
  const where = whereText(content, unfinished) ?? 'You had a result, which is shown first';
  const chosen = await prompter.choice({
    title: 'Your warning-sign check',
    intro: `${where}. Do you want to continue?`,
    options: [
      { id: 'continue', label: 'Continue from there', key: 'c' },
      { id: 'new', label: 'Start again', key: 's' },
    ],
    default: 'continue',
    canGoBack: false,
  });
  if (chosen === 'continue') return unfinished;
  answerStore.forgetCheck();
  return NEW_INTERVIEW;
}

/** Saves what was said for somebody who leaves in the middle, and then says how to continue. */
export function leave(check: Check, interview: Interview): void {
  remember(check, interview);
  if (!isSaved(check) || interview.done.length === 0) return;
  const where = whereText(check.content, interview);
  const next = where ? `${where}. To continue, run: unspasm triage` : 'To see your result, run: unspasm triage';
  check.prompter.show(paragraph(check.context.page, `Your answers are saved for two hours. ${next}`));
}

/** Saves what was said, from the first answer on, in case the program ends unexpectedly. It counts for two hours. */
export function remember(check: Check, interview: Interview): void {
  if (!isSaved(check) || !hasAnswers(interview)) return;
  const { answerStore, now } = check.context;
  answerStore.rememberCheck(unfinishedCheck(interview, now().getTime()));
}

// Somebody who only looked at the first list has nothing to continue.
function hasAnswers({ done, replies }: Interview): boolean {
  return done.length > 0 || [...replies.values()].some(isMarked);
}

function isMarked(said: Reply): boolean {
  return typeof said !== 'object' || said.signs.length + said.unsure.length > 0;
}

function isSaved({ save, json, context }: Check): boolean {
  return save && !json && context.capabilities.interactive;
}

/** Where a saved check continues, in words; nothing where its result is shown first. */
function whereText(content: TriageKnowledge, interview: Interview): string | undefined {
  const screen = continuesAt(content, interview);
  return screen && `You were at ${placeOf(content, screen)} of ${screensOf(content).length}`;
}
