import type { Context } from '../../app/context.ts';
import type { Country, Question } from '../../content/types.ts';
import { Cancelled } from '../../errors.ts';
import type { Entry } from '../../journal/core/records.ts';
import {
  BACK,
  type ChecklistPrompt,
  type ChoicePrompt,
  type Prompter,
  questionOptions,
} from '../../terminal/prompter.ts';
import type { Answers } from '../core/answers.ts';
import {
  answersOf,
  askedIn,
  change,
  goOn,
  type Interview,
  isCertain,
  isUrgent,
  NEW_INTERVIEW,
  nextScreen,
  reply,
  type Reply,
  type Screen,
  screensLeft,
  screensOf,
  setAside,
  stepBack,
} from '../core/interview.ts';
import { isUpper } from '../core/levels.ts';
import { resultOf, type TriageKnowledge } from '../core/result.ts';
import { continuedCheck, unfinishedCheck } from '../core/unfinished.ts';
import { resultDocument } from '../views/document.ts';
import { answeredScreens, resultLines } from '../views/result.ts';
import { saveResult } from './save.ts';
import { askCountry, showResult } from './show-result.ts';
import { knownItems, learnFrom } from '../../profile/known.ts';
import { emergencyNumber } from '../number.ts';

export interface SaveOptions {
  /** The result is written as a JSON document. */
  readonly json: boolean;
  /** It is saved in the journal. */
  readonly save: boolean;
}

/** One check of the warning signs, asked of somebody. */
interface Check extends SaveOptions {
  readonly context: Context;
  readonly content: TriageKnowledge;
  readonly prompter: Prompter;
}

/** Leaves the check in the middle. */
const LEAVE = 'leave';
/** Starts the ice in the middle: the rest can be asked later. */
const ICE = 'ice';
/** The checklists that decide an emergency come first, and are this many. */
const EMERGENCY_LISTS = 3;

/**
 * Asks screen by screen, shows the result as soon as it is certain, and offers what can follow it.
 * @param named the country that an option, the environment or the settings name
 */
export async function holdInterview(
  context: Context,
  content: TriageKnowledge,
  named: Country | undefined,
  options: SaveOptions,
): Promise<void> {
  const check: Check = { context, content, prompter: await context.prompter(), ...options };
  let country = named;
  let interview = await beginning(check);
  let saved: Entry | undefined;
  for (;;) {
    const screen = nextScreen(content, interview);
    if (screen) {
      const next = await ask(check, interview, screen);
      if (next === ICE) return context.start('ice');
      interview = next;
      continue;
    }
    const result = resultOf(content, answersOf(interview), emergencyNumber(context, country), askedIn(interview));
    if (check.json) context.printJson(resultDocument(result));
    else if (!context.capabilities.interactive) context.print(resultLines(context.page, content, result));
    if (check.save) saved = saveResult(context, answersOf(interview), result, saved);
    context.answerStore.forgetCheck();
    if (check.save) learnFromCheck(context, answersOf(interview));
    if (check.json || !context.capabilities.interactive) return;
    const left = isUpper(result.level) ? screensLeft(content, interview) : 0;
    const next = await showResult(context, check, result, left);
    if (next === 'done') return;
    if (next === 'country') country = (await askCountry(context, check.prompter)) ?? country;
    if (next === 'change') interview = await changed(check, interview);
    if (next === 'go-on') interview = goOn(content, interview);
  }
}

/** A new check, or the one that was left in the middle in the last two hours. */
async function beginning({ context, content, prompter, json }: Check): Promise<Interview> {
  const { answerStore, capabilities, now } = context;
  const unfinished = continuedCheck(content, answerStore.unfinishedCheck(), now().getTime());
  if (!unfinished || json || !capabilities.interactive) return NEW_INTERVIEW;
  const at = unfinished.done.length + 1;
  const chosen = await prompter.choice({
    title: 'Your warning-sign check',
    intro: `You were at ${at} of ${screensOf(content).length}. Do you want to continue?`,
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

/** Asks one screen. @returns the interview after it, or that ice is to start now @throws Cancelled when somebody leaves */
async function ask(check: Check, interview: Interview, screen: Screen): Promise<Interview | typeof ICE> {
  const { content } = check;
  const screens = screensOf(content);
  const at = screens.findIndex(({ id }) => id === screen.id) + 1;
  const escape = check.context.capabilities.interactive ? LEAVE : undefined;
  const where = {
    place: `${at}/${screens.length}`,
    canGoBack: interview.done.length > 0,
    ...(escape && { escape }),
  };
  const next =
    screen.kind === 'question'
      ? await askQuestion(check, interview, screen, where)
      : await askSigns(check, interview, screen, { ...where, isAfterEmergencies: at > EMERGENCY_LISTS });
  if (next === LEAVE) throw new Cancelled('left with Esc');
  if (next !== ICE) remember(check, next);
  return next;
}

type Where = Pick<ChecklistPrompt, 'place' | 'canGoBack' | 'escape'>;

async function askSigns(
  check: Check,
  interview: Interview,
  screen: Screen & { readonly kind: 'checklist' },
  { isAfterEmergencies, ...where }: Where & { readonly isAfterEmergencies: boolean },
): Promise<Interview | typeof ICE | typeof LEAVE> {
  const { prompter, content, context, json } = check;
  const { title, intro, signs } = screen.checklist;
  const before = interview.replies.get(screen.id);
  const said = await prompter.checklist({
    ...where,
    title,
    intro,
    preface: interview.replies.size === 0 ? content.disclaimer.short : '',
    items: signs.map((id) => content.signs.get(id)!),
    ...(typeof before === 'object'
      ? { marked: before.signs, unsure: before.unsure, seen: before.asked }
      : { marked: knownSigns(context).filter((id) => signs.includes(id)) }),
    ...(isAfterEmergencies &&
      !json &&
      context.capabilities.interactive && { aside: { id: ICE, label: 'start ice now', key: 'i' } }),
    // Nobody with chest pain is made to read eleven more signs.
    mayLeave: (marks) => isUrgent(content, interview, screen, marks),
  });
  if (said === BACK) return stepBack(interview);
  const { shown: asked, aside, ...marks } = said;
  if (aside === undefined) return reply(interview, screen, { ...marks, asked });
  remember(check, setAside(interview, screen, { ...marks, asked }));
  leaveWord(check, interview);
  return aside as typeof ICE | typeof LEAVE;
}

async function askQuestion(
  check: Check,
  interview: Interview,
  screen: Screen & { readonly kind: 'question' },
  where: Pick<ChoicePrompt, 'place' | 'canGoBack' | 'escape'>,
): Promise<Interview | typeof LEAVE> {
  const said = await check.prompter.choice(questionPrompt(screen.question, where, interview.replies.get(screen.id)));
  if (said === BACK) return stepBack(interview);
  if (said === LEAVE) {
    leaveWord(check, interview);
    return LEAVE;
  }
  return reply(interview, screen, screen.question.type === 'choice' ? said : Number(said));
}

function questionPrompt(
  question: Question,
  where: Pick<ChoicePrompt, 'place' | 'canGoBack' | 'escape'>,
  earlier: Reply | undefined,
): ChoicePrompt {
  const { title, prompt: intro } = question;
  const before = typeof earlier === 'object' || earlier === undefined ? {} : { before: String(earlier) };
  return { ...where, title, intro, options: questionOptions(question), ...before };
}

function learnFromCheck(context: Context, { signs, values }: Answers): void {
  learnFrom(context, 'signs', [...signs]);
  learnFrom(context, 'answers', [...values.values()].map(String));
}

// What was said about somebody's health before is marked, for them to confirm.
function knownSigns(context: Context): string[] {
  return knownItems(context).flatMap(({ means }) => means.signs ?? []);
}

// Saved from the first answer on, in case the program ends unexpectedly. After two hours the check starts from the beginning.
function remember({ context, save, json }: Check, interview: Interview): void {
  if (!save || json || !context.capabilities.interactive || interview.replies.size === 0) return;
  context.answerStore.rememberCheck(unfinishedCheck(interview, context.now().getTime()));
}

function leaveWord({ prompter, content, save }: Check, interview: Interview): void {
  if (!save || interview.done.length === 0) return;
  const where = `${interview.done.length + 1} of ${screensOf(content).length}`;
  prompter.show([`Your answers are saved for two hours. You were at ${where}: unspasm triage continues from there.`]);
}

/** What somebody wants to change: after an emergency the screen that decided it, otherwise the one that they choose. */
async function changed({ prompter, content }: Check, interview: Interview): Promise<Interview> {
  if (isCertain(content, interview)) return stepBack(interview);
  const answered = answeredScreens(screensOf(content), interview, content.signs);
  const options = answered.map(({ id, title, said }, at) => ({
    id,
    label: `${title}: ${said}`,
    key: String.fromCodePoint('a'.codePointAt(0)! + at),
  }));
  const chosen = await prompter.choice({
    title: 'Your answers',
    intro: 'Which one do you want to change?',
    options: [...options, { id: 'result', label: 'None: back to the result', key: '1' }],
    default: 'result',
    canGoBack: true,
  });
  return chosen === BACK || chosen === 'result' ? interview : change(interview, chosen);
}
