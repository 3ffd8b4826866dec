import type { Question, Sign } from '../../content/types.ts';
import type { Interview, Reply, Screen } from '../core/interview.ts';
import { coverageOf, notAskedTexts } from '../core/asked.ts';
import { isUpper } from '../core/levels.ts';
import type { Step } from '../core/plan.ts';
import type { TriageKnowledge, TriageResult } from '../core/result.ts';
import { pluralize } from '../../text/plural.ts';
import { noBreak } from '../../text/wrap.ts';
import { bullets, numbered, type Page, paragraph } from '../../terminal/page.ts';

/** How many things to do are shown at first: more are too many to take in with a locked back. */
export const FIRST_STEPS = 5;

/** A result, as a person reads it. @param whole the plan to its end, not its first steps alone */
export function resultLines(page: Page, content: TriageKnowledge, result: TriageResult, whole: boolean): string[] {
  const shown = whole || isUpper(result.level) ? result.plan : firstSteps(result.plan, FIRST_STEPS);
  return [
    ...(isUpper(result.level) ? [] : ['']),
    ...headlineLines(page, result),
    ...reasonLines(page, result),
    '',
    ...numbered(page, shown.map(stepText)),
    ...askedLines(page, content, result),
    '',
    ...safetyNetLines(page, result),
  ];
}

/** The first things to do, and all that says when to see a doctor, which is never counted or left out. */
export function firstSteps(plan: readonly Step[], count: number): readonly Step[] {
  const others = new Set(plan.filter((step) => !step.whenToSee).slice(0, count));
  return plan.filter((step) => step.whenToSee || others.has(step));
}

/** The steps of the plan that weren't in the result at first. */
export function furtherSteps(page: Page, { plan }: TriageResult): string[] {
  const shown = new Set(firstSteps(plan, FIRST_STEPS));
  const further = plan.filter((step) => !shown.has(step)).map(stepText);
  return ['', page.style.strong('What else helps'), ...numbered(page, further, shown.size + 1)];
}

/** The signs that change the answer; every result ends with them. */
function safetyNetLines(page: Page, { safetyNet, level }: TriageResult): string[] {
  const intro = paragraph(page, safetyNet.intro);
  const signs = safetyNet.signs.map((sign) => sign.text);
  return [...(isUpper(level) ? intro : intro.map(page.style.strong)), ...bullets(page, signs)];
}

/** Where to get help; in an emergency large and framed. */
export function headlineLines(page: Page, { level, headline, number }: TriageResult): string[] {
  if (!isUpper(level)) return paragraph(page, headline).map(page.style.heading);
  const words = headline.toUpperCase();
  const call = number.country ? `Emergency number: ${number.inFull}` : `Call ${number.inFull}`;
  return page.framed ? framed(page, words, call) : [words, call];
}

// Large, plain and framed: it has to be seen from the floor.
function framed(page: Page, words: string, call: string): string[] {
  const { style, glyphs } = page;
  const inner = page.width - 2;
  const across = glyphs.frameAcross.repeat(inner);
  const side = style.alarmFrame(glyphs.frameSide);
  const row = (paint: (text: string) => string) => (text: string) => side + paint(text.padEnd(inner)) + side;
  const fit = (text: string) => paragraph({ ...page, width: inner - 2 }, text, '  ');
  return [
    style.alarmFrame(glyphs.frameTop + across + glyphs.frameTopEnd),
    ...fit(words).map(row(style.alarm)),
    ...fit(call).map(row(style.strong)),
    style.alarmFrame(glyphs.frameBottom + across + glyphs.frameBottomEnd),
  ];
}

/** Why. */
export function reasonLines(page: Page, { reasons }: TriageResult): string[] {
  if (reasons.length === 0) return [];
  const words = reasons.map(({ label, unsure }) => (unsure ? `${label} (not sure: counted as yes)` : label));
  return paragraph(page, `Why: ${words.join('; ')}`);
}

// What was left out must not read as if it had been asked and denied. In an emergency only what to do is said.
function askedLines(page: Page, content: TriageKnowledge, { notAsked, level }: TriageResult): string[] {
  if (notAsked.length === 0 || isUpper(level)) return [];
  const asked = coverageOf(content, notAsked).filter((screen) => screen.asked > 0);
  const titles = asked.map((screen) =>
    screen.asked < screen.of ? `${screen.title} (${screen.asked} of ${pluralize(screen.of, 'sign')})` : screen.title,
  );
  const said = asked.length > 0 ? `Asked: ${titles.join(', ')}. ` : '';
  return ['', ...paragraph(page, `${said}Not asked yet: ${notAskedTexts(content, notAsked).join(', ')}.`)];
}

function stepText({ text, command }: Step): string {
  return command === undefined ? text : `${text} ${noBreak(`(unspasm ${command})`)}`;
}

/** What was said on one screen, in a few words. */
function replyText(screen: Screen, said: Reply | undefined, signs: ReadonlyMap<string, Sign>): string {
  if (typeof said === 'object') return marksText(said.signs, said.unsure, signs);
  if (screen.kind === 'checklist' || said === undefined) return 'not answered';
  return valueText(screen.question, said);
}

function marksText(marked: readonly string[], unsure: readonly string[], signs: ReadonlyMap<string, Sign>): string {
  const labels = [
    ...marked.map((id) => signs.get(id)!.label),
    ...unsure.map((id) => `${signs.get(id)!.label} (not sure)`),
  ];
  return labels.length === 0 ? 'none of these' : labels.join('; ');
}

function valueText(question: Question, value: string | number): string {
  if (question.type === 'choice') return question.choices.find((choice) => choice.id === value)!.label;
  return `${value}, ${question.words[Number(value) - question.min]}`;
}

/** All that can be asked, to be read. */
export function questionsLines(page: Page, content: TriageKnowledge): string[] {
  const checklists = content.checklists.flatMap(({ title, intro, signs }) => [
    '',
    page.style.heading(title),
    ...paragraph(page, intro),
    ...bullets(
      page,
      signs.map((id) => content.signs.get(id)!).map(({ id, label, details }) => `[${id}] ${label}. ${details}`),
    ),
  ]);
  const questions = content.questions.flatMap((question) => [
    '',
    page.style.heading(`[${question.id}] ${question.prompt}`),
    ...bullets(page, optionTexts(question)),
  ]);
  return [...checklists, ...questions];
}

function optionTexts(question: Question): string[] {
  if (question.type === 'choice') return question.choices.map(({ id, label }) => `[${id}] ${label}`);
  return question.words.map((words, at) => `${question.min + at}: ${words}`);
}

/** The screens that are done, each with what was said on it. */
export function answeredScreens(screens: readonly Screen[], { replies }: Interview, signs: ReadonlyMap<string, Sign>) {
  return screens.map((screen) => {
    const { title } = screen.kind === 'checklist' ? screen.checklist : screen.question;
    return { id: screen.id, title, said: replyText(screen, replies.get(screen.id), signs) };
  });
}
