import type { Question, Sign } from '../../content/types.ts';
import type { Interview, Screen } from '../core/interview.ts';
import type { Habits } from '../../journal/core/habits.ts';
import { sayFullTime } from '../../journal/core/say-when.ts';
import { choicesOf } from '../core/answers.ts';
import { isUpper } from '../core/levels.ts';
import type { Step } from '../core/plan.ts';
import type { TriageKnowledge, TriageResult } from '../core/result.ts';
import type { Block } from '../../text/paginate.ts';
import type { KeyVerb } from '../../terminal/capabilities.ts';
import { blocksOf, bullets, numberedParts, type Page, paragraph } from '../../terminal/page.ts';
import { nextStepLines } from './next-step.ts';

/** A result, as a person reads it: what everybody has to see, and what else can help. */
export interface ResultBlocks {
  readonly essential: readonly Block[];
  readonly further: readonly Block[];
}

/**
 * The blocks of a result: the verdict, the next step, when to see a doctor, the signs that change everything; then the
 * rest.
 * @param verb how the key of the next step is named, where it has one
 */
export function resultBlocks(page: Page, result: TriageResult, verb?: KeyVerb): ResultBlocks {
  return isUpper(result.level) ? emergencyBlocks(page, result) : ordinaryBlocks(page, result, verb);
}

/** All of a result as lines. */
export function resultLines(page: Page, result: TriageResult): string[] {
  const { essential, further } = resultBlocks(page, result);
  const lines = [...essential, ...further].flatMap((block) => (block.flat().length > 0 ? ['', ...block.flat()] : []));
  return isUpper(result.level) ? lines.slice(1) : lines;
}

// Nothing stands above the words that send somebody to get help, and nothing that can wait stands between.
function emergencyBlocks(page: Page, result: TriageResult): ResultBlocks {
  const essential = [
    [headlineLines(page, result)],
    numberedParts(page, stepTexts(result.plan)),
    [reasonLines(page, result)],
    ...blocksOf(safetyNetLines(page, result)),
  ];
  return { essential, further: [] };
}

function ordinaryBlocks(page: Page, result: TriageResult, verb: KeyVerb | undefined): ResultBlocks {
  const next = nextStep(result);
  const others = result.plan.filter((step) => step !== next);
  const whenToSee = others.filter((step) => step.whenToSee);
  const [first, ...rest] = numberedParts(page, stepTexts(others.filter((step) => !step.whenToSee)));
  return {
    essential: [
      [headlineLines(page, result)],
      next ? [nextStepLines(page, next, verb)] : [],
      [reasonLines(page, result)],
      whenToSee.map((step) => paragraph(page, step.text).map(page.style.strong)),
      ...blocksOf(safetyNetLines(page, result)),
    ],
    further: [first ? [[page.style.strong('What else helps'), ...first], ...rest] : []],
  };
}

/** The first things to do, and all that says when to see a doctor, which is never counted or left out. */
export function firstSteps(plan: readonly Step[], count: number): readonly Step[] {
  const others = new Set(plan.filter((step) => !step.whenToSee).slice(0, count));
  return plan.filter((step) => step.whenToSee || others.has(step));
}

// At home it is something that can be started now; otherwise whom to phone.
function nextStep({ plan, level }: TriageResult): Step | undefined {
  return (level === 'self-care' && plan.find((step) => step.command !== undefined)) || plan[0];
}

function stepTexts(steps: readonly Step[]): string[] {
  return steps.map(stepText);
}

function stepText({ text, command }: Step): string {
  return command === undefined ? text : `${text} (unspasm ${command})`;
}

/** The signs that change the answer; every result has them. */
function safetyNetLines(page: Page, { safetyNet, level }: TriageResult): string[] {
  const intro = paragraph(page, safetyNet.intro);
  const signs = safetyNet.signs.map((sign) => sign.text);
  return [...(isUpper(level) ? intro : intro.map(page.style.strong)), ...bullets(page, signs)];
}

/** Where to get help in a sentence, for where the first page has scrolled away. */
export function verdictText({ level, headline, number }: TriageResult): string {
  if (!isUpper(level)) return headline;
  const words = headline.toUpperCase();
  return number.country ? `${words}: ${number.brief}` : `${words}. Call ${number.brief}.`;
}

/** How that sentence is written. */
export function verdictStyle({ style }: Page, { level }: TriageResult): (text: string) => string {
  return isUpper(level) ? style.alarm : style.strong;
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
  // A row as wide as the window couldn't be where the cursor of a prompt rests.
  const inner = page.width - 3;
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

/** Why it is the result: one reason in a line, several as a list, because labels have commas of their own. */
export function reasonLines(page: Page, { reasons }: TriageResult): string[] {
  const words = reasons.map(({ label, unsure }) => (unsure ? `${label} (not sure: counted as yes)` : label));
  if (words.length === 0) return [];
  if (words.length === 1) return paragraph(page, `Why: ${words[0]!}`);
  return [...paragraph(page, 'Why:'), ...bullets(page, words)];
}

/** What was said on one screen, in a few words. */
function replyText(
  screen: Screen,
  { replies, onsetAt }: Interview,
  signs: ReadonlyMap<string, Sign>,
  habits: Partial<Habits>,
): string {
  const said = replies.get(screen.id);
  if (typeof said === 'object') return marksText(said.signs, said.unsure, signs);
  if (screen.kind === 'checklist' || said === undefined) return 'not answered';
  const isTyped = onsetAt !== undefined && screen.question.type === 'choice' && screen.question.typed;
  const value = valueText(screen.question, said);
  return isTyped ? `${value} (${sayFullTime(onsetAt, habits)})` : value;
}

function marksText(marked: readonly string[], unsure: readonly string[], signs: ReadonlyMap<string, Sign>): string {
  const labels = [
    ...marked.map((id) => signs.get(id)!.label),
    ...unsure.map((id) => `${signs.get(id)!.label} (not sure)`),
  ];
  return labels.length === 0 ? 'none of these' : labels.join('; ');
}

function valueText(question: Question, value: string | number): string {
  if (question.type === 'choice') return choicesOf(question).find((choice) => choice.id === value)!.label;
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
  if (question.type === 'choice') {
    const choices = question.choices.map(({ id, label }) => `[${id}] ${label}`);
    return question.typed ? [...choices, 'or a day or a time, such as "yesterday 18:30"'] : choices;
  }
  return question.words.map((words, at) => `${question.min + at}: ${words}`);
}

/** The screens that are done, each with what was said on it. */
export function answeredScreens(
  screens: readonly Screen[],
  interview: Interview,
  signs: ReadonlyMap<string, Sign>,
  habits: Partial<Habits>,
) {
  return screens.map((screen) => {
    const { title } = screen.kind === 'checklist' ? screen.checklist : screen.question;
    return { id: screen.id, title, said: replyText(screen, interview, signs, habits) };
  });
}
