import type { Context } from '../../app/context.ts';
import type { Question } from '../../content/types.ts';
import type { Entry } from '../../journal/core/records.ts';
import {
  BACK,
  type Back,
  type ChecklistPrompt,
  type ChoicePrompt,
  type Prompter,
  questionOptions,
} from '../../terminal/prompter.ts';
import type { EmergencyNumber } from '../core/emergency-number.ts';
import {
  answersOf,
  askedIn,
  change,
  goOn,
  type Interview,
  isCertain,
  isUrgent,
  type Marks,
  NEW_INTERVIEW,
  nextScreen,
  reply,
  type Reply,
  type Screen,
  screensLeft,
  screensOf,
  stepBack,
} from '../core/interview.ts';
import { resultOf, type TriageKnowledge, type TriageResult } from '../core/result.ts';
import { resultDocument } from '../views/document.ts';
import { answeredScreens, resultLines } from '../views/result.ts';
import { afterEarlyResult, afterResult } from './after.ts';
import { saveResult } from './save.ts';

export interface SaveOptions {
  /** The result is written as a JSON document. */
  readonly json: boolean;
  /** The result is saved in the journal. */
  readonly save: boolean;
}

/** Asks screen by screen, shows the result as soon as it is certain, and offers what to do next. */
export async function holdInterview(
  context: Context,
  content: TriageKnowledge,
  findNumber: () => EmergencyNumber,
  { json, save }: SaveOptions,
): Promise<void> {
  const { capabilities, page } = context;
  const prompter = await context.prompter();
  let interview = NEW_INTERVIEW;
  let saved: Entry | undefined;
  for (;;) {
    interview = await askToResult(context, prompter, content, interview);
    const early = isCertain(content, interview);
    const result = resultSoFar(content, interview, findNumber());
    const lines = () => spaced(resultLines(page, content, result, !capabilities.interactive), context);
    if (json) context.printJson(resultDocument(result));
    else context.print(lines());
    if (save) saved = saveResult(context, answersOf(interview), result, saved);
    if (json || !capabilities.interactive) return;
    if (!early) return afterResult(context, prompter, { result, above: lines });
    const left = screensLeft(content, interview);
    const next = await afterEarlyResult(context, prompter, { result, above: lines, left });
    if (next === 'done') return;
    prompter.show(['']);
    interview = next === 'change' ? stepBack(interview) : goOn(content, interview);
  }
}

// A blank line before the keys, where the window has room for it.
function spaced(lines: readonly string[], { capabilities, size }: Context): readonly string[] {
  return capabilities.interactive && lines.length + 3 <= size().rows ? [...lines, ''] : lines;
}

/** Asks until the result is certain, or until every screen is answered and the answers are confirmed. */
async function askToResult(
  context: Context,
  prompter: Prompter,
  content: TriageKnowledge,
  from: Interview,
): Promise<Interview> {
  let interview = from;
  for (;;) {
    const screen = nextScreen(content, interview);
    if (screen) {
      const answer = await ask(prompter, content, interview, screen);
      interview = answer === BACK ? stepBack(interview) : reply(interview, screen, answer);
    } else {
      if (isCertain(content, interview) || !context.capabilities.keyboard) return interview;
      const reviewed = await review(prompter, content, interview);
      if (reviewed === interview) return interview;
      interview = reviewed;
    }
  }
}

function resultSoFar(content: TriageKnowledge, interview: Interview, number: EmergencyNumber): TriageResult {
  return resultOf(content, answersOf(interview), number, askedIn(interview));
}

function ask(
  prompter: Prompter,
  content: TriageKnowledge,
  interview: Interview,
  screen: Screen,
): Promise<Reply | Back> {
  const screens = screensOf(content);
  const at = screens.findIndex(({ id }) => id === screen.id) + 1;
  const where = { place: `${at}/${screens.length}`, canGoBack: interview.done.length > 0 };
  const before = interview.replies.get(screen.id);
  if (screen.kind === 'question') return askQuestion(prompter, screen.question, where, before);
  return askSigns(prompter, content, interview, screen, where);
}

async function askSigns(
  prompter: Prompter,
  content: TriageKnowledge,
  interview: Interview,
  screen: Screen & { readonly kind: 'checklist' },
  where: Pick<ChecklistPrompt, 'place' | 'canGoBack'>,
): Promise<Marks | Back> {
  const { title, intro, signs } = screen.checklist;
  const before = interview.replies.get(screen.id);
  const said = await prompter.checklist({
    ...where,
    title,
    intro,
    preface: interview.replies.size === 0 ? content.disclaimer.short : '',
    items: signs.map((id) => content.signs.get(id)!),
    ...(typeof before === 'object' && { marked: before.signs, unsure: before.unsure, seen: before.asked }),
    // Nobody with chest pain is made to read eleven more signs.
    mayLeave: (marks) => isUrgent(content, interview, screen, marks),
  });
  if (said === BACK) return BACK;
  const { shown: asked, ...marks } = said;
  return { ...marks, asked };
}

async function askQuestion(
  prompter: Prompter,
  question: Question,
  where: Pick<ChoicePrompt, 'place' | 'canGoBack'>,
  earlier: Reply | undefined,
): Promise<Reply | Back> {
  const { title, prompt: intro, type } = question;
  const before = typeof earlier === 'object' || earlier === undefined ? {} : { before: String(earlier) };
  const said = await prompter.choice({ ...where, title, intro, options: questionOptions(question), ...before });
  if (said === BACK || type === 'choice') return said;
  return Number(said);
}

/** Shows all the answers on one screen. @returns the same interview if they are right, or one that asks a screen again */
async function review(prompter: Prompter, content: TriageKnowledge, interview: Interview): Promise<Interview> {
  const answered = answeredScreens(screensOf(content), interview, content.signs);
  const options = answered.map(({ id, title, said }, at) => ({
    id,
    label: `${title}: ${said}`,
    key: String.fromCodePoint('a'.codePointAt(0)! + at),
  }));
  const chosen = await prompter.choice({
    title: 'Your answers',
    intro: 'Is this right? Enter: result. Letter: change.',
    options: [{ id: 'show', label: 'Show the result', key: '1' }, ...options],
    default: 'show',
    canGoBack: true,
  });
  if (chosen === BACK) return stepBack(interview);
  return chosen === 'show' ? interview : change(interview, chosen);
}
