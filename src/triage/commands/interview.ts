import type { Context } from '../../app/context.ts';
import type { ChoiceQuestion, Country, Question, TypedChoice } from '../../content/types.ts';
import { Cancelled, UsageError } from '../../errors.ts';
import { habitsOf } from '../../journal/core/habits.ts';
import type { Entry } from '../../journal/core/records.ts';
import { BACK, type ChecklistPrompt, type ChoicePrompt, LIST_KEYS, questionOptions } from '../../terminal/prompter.ts';
import {
  answersOf,
  askedIn,
  change,
  goOn,
  type Interview,
  isCertain,
  isPastEmergencies,
  isUrgent,
  nextScreen,
  placeOf,
  reply,
  type Reply,
  type Screen,
  screensLeft,
  screensOf,
  setAside,
  stepBack,
} from '../core/interview.ts';
import { isUpper } from '../core/levels.ts';
import type { TypedOnset } from '../core/read-onset.ts';
import { resultOf, type TriageKnowledge, type TriageResult } from '../core/result.ts';
import { resultDocument } from '../views/document.ts';
import { answeredScreens, resultLines } from '../views/result.ts';
import { saveResult } from './save.ts';
import { type AfterResult, askCountry, showResult, startNext } from './show-result.ts';
import { beginning, type Check, leave, remember, type SaveOptions } from './unfinished.ts';
import { knownItems, learnFrom } from '../../profile/known.ts';
import { emergencyNumber } from '../number.ts';

/** Leaves the check in the middle. */
const LEAVE = 'leave';
/** Starts the ice in the middle: the rest can be asked later. */
const ICE = 'ice';

/** What an empty line does where a day or a time is to be typed. */
const LIST = 'choose from the list';

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
      const asked = await ask(check, interview, screen);
      interview = asked.interview;
      if (asked.startsIce && (await context.open(ICE)) !== 'left') return leave(check, interview);
      continue;
    }
    const result = resultOf(content, answersOf(interview), emergencyNumber(context, country), askedIn(interview));
    if (check.json) context.printJson(resultDocument(result));
    else if (!context.capabilities.interactive) context.print(resultLines(context.page, result));
    if (check.save) saved = saveResult(context, answersOf(interview), result, saved);
    context.answerStore.forgetCheck();
    const next = await whatNext(check, interview, result);
    if (next === 'done' || typeof next === 'object') learnFromCheck(check, interview);
    if (next === 'done') return;
    if (typeof next === 'object' && !(await startNext(context, next.start))) return;
    if (next === 'country') country = (await askCountry(context, check.prompter, result)) ?? country;
    if (next === 'change') interview = await changed(check, interview);
    if (next === 'go-on') interview = goOn(content, interview);
  }
}

/** What somebody wants after a result: nothing where it was only written. */
async function whatNext(check: Check, interview: Interview, result: TriageResult): Promise<AfterResult> {
  const { context, content } = check;
  if (check.json || !context.capabilities.interactive) return 'done';
  return showResult(context, check.prompter, result, isUpper(result.level) ? screensLeft(content, interview) : 0);
}

/** The interview after a screen. */
interface Asked {
  readonly interview: Interview;
  /** The screen wasn't answered: ice is to start now. */
  readonly startsIce?: boolean;
}

/** Asks one screen. @throws Cancelled when somebody leaves */
async function ask(check: Check, interview: Interview, screen: Screen): Promise<Asked> {
  const { content } = check;
  const escape = check.context.capabilities.interactive ? LEAVE : undefined;
  const where = {
    place: `${placeOf(content, screen)}/${screensOf(content).length}`,
    canGoBack: interview.done.length > 0,
    ...(escape && { escape }),
  };
  const asked =
    screen.kind === 'question'
      ? await askQuestion(check, interview, screen, where)
      : await askSigns(check, interview, screen, where);
  if (asked === LEAVE) throw new Cancelled('left with Esc');
  remember(check, asked.interview);
  return asked;
}

type Where = Pick<ChecklistPrompt, 'place' | 'canGoBack' | 'escape'>;

async function askSigns(
  check: Check,
  interview: Interview,
  screen: Screen & { readonly kind: 'checklist' },
  where: Where,
): Promise<Asked | typeof LEAVE> {
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
    ...(isPastEmergencies(content, screen) &&
      !json &&
      context.capabilities.interactive && { aside: { id: ICE, label: 'start ice now', key: 'i' } }),
    onMark: ({ shown: asked, ...marks }) => remember(check, setAside(interview, screen, { ...marks, asked })),
    // Nobody with chest pain is made to read eleven more signs.
    mayLeave: (marks) => isUrgent(content, interview, screen, marks),
  });
  if (said === BACK) return { interview: stepBack(interview) };
  const { shown: asked, aside, ...marks } = said;
  if (aside === undefined) return { interview: reply(interview, screen, { ...marks, asked }) };
  const soFar = setAside(interview, screen, { ...marks, asked });
  if (aside === ICE) return { interview: soFar, startsIce: true };
  leave(check, soFar);
  return LEAVE;
}

async function askQuestion(
  check: Check,
  interview: Interview,
  screen: Screen & { readonly kind: 'question' },
  where: Pick<ChoicePrompt, 'place' | 'canGoBack' | 'escape'>,
): Promise<Asked | typeof LEAVE> {
  const { question } = screen;
  const said = await check.prompter.choice(questionPrompt(question, where, interview.replies.get(screen.id)));
  if (question.type === 'choice' && question.typed?.id === said) {
    const typed = await askTyped(check, question, question.typed, where);
    if (!typed) return askQuestion(check, interview, screen, where);
    return { interview: reply(interview, screen, typed.id, typed.at) };
  }
  if (said === BACK) return { interview: stepBack(interview) };
  if (said === LEAVE) {
    leave(check, interview);
    return LEAVE;
  }
  return { interview: reply(interview, screen, question.type === 'choice' ? said : Number(said)) };
}

/** Asks for a day or a time, until it can be read. @returns nothing for somebody who would rather choose from the list */
async function askTyped(
  { context, prompter }: Check,
  question: ChoiceQuestion,
  { prompt }: TypedChoice,
  { place }: Pick<ChoicePrompt, 'place'>,
): Promise<TypedOnset | undefined> {
  const { readOnset } = await import('../core/read-onset.ts');
  for (let intro = prompt; ;) {
    const said = await prompter.text({
      ...(place !== undefined && { place }),
      title: question.title,
      intro,
      default: LIST,
      canGoBack: true,
      escape: BACK,
    });
    if (said === BACK || said === LIST) return undefined;
    try {
      return readOnset(question, said, context.now());
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      intro = `${error.message}: ${error.hint}.`;
    }
  }
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

// A slip that is corrected on the result isn't learned: only the answers with which somebody leaves it are.
function learnFromCheck({ context, save }: Check, interview: Interview): void {
  if (!save) return;
  const { signs, values } = answersOf(interview);
  learnFrom(context, 'signs', [...signs]);
  learnFrom(context, 'answers', [...values.values()].map(String));
}

// What was said about somebody's health before is marked, for them to confirm.
function knownSigns(context: Context): string[] {
  return knownItems(context).flatMap(({ means }) => means.signs ?? []);
}

/** What somebody wants to change: after an emergency the screen that decided it, otherwise the one that they choose. */
async function changed({ context, prompter, content }: Check, interview: Interview): Promise<Interview> {
  if (isCertain(content, interview)) return stepBack(interview);
  const answered = answeredScreens(screensOf(content), interview, content.signs, habitsOf(context.now()));
  const options = answered.map(({ id, title, said }, at) => ({
    id,
    label: `${title}: ${said}`,
    key: LIST_KEYS[at]!,
  }));
  const chosen = await prompter.choice({
    title: 'Your answers',
    intro: 'Which one do you want to change?',
    options: [...options, { id: 'result', label: 'Back to the result', brief: 'result', key: 'r' }],
    default: 'result',
    escape: 'result',
    canGoBack: true,
  });
  return chosen === BACK || chosen === 'result' ? interview : change(interview, chosen);
}
