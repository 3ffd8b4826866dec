import type { Checklist, Level, Question } from '../../content/types.ts';
import { ONSET_AT } from '../../journal/core/onset.ts';
import type { Answers } from './answers.ts';
import { evaluate, type Finding, isDecided } from './evaluate.ts';
import { isMoreUrgent, isUpper } from './levels.ts';
import type { TriageKnowledge } from './result.ts';

/** One screen of the triage. */
export type Screen =
  | { readonly kind: 'checklist'; readonly id: string; readonly checklist: Checklist }
  | { readonly kind: 'question'; readonly id: string; readonly question: Question };

/** The signs that a person marks on a checklist. */
export interface Marks {
  readonly signs: readonly string[];
  readonly unsure: readonly string[];
  /** Those that were on the screen: of no other does a missing mark mean no. */
  readonly asked: readonly string[];
}

/** What a person says on one screen: marks, a choice's id, or a number. */
export type Reply = Marks | string | number;

/** How far a triage has come. A value: each step returns a new one. */
export interface Interview {
  /** What was said, by the id of the screen; kept when a screen is asked again. */
  readonly replies: ReadonlyMap<string, Reply>;
  /** Ids of the screens that are answered, in the order of answering. */
  readonly done: readonly string[];
  /** The user was told to get help now, at this level and for these reasons, and chose to go on. */
  readonly goesOn?: { readonly level: Level; readonly reasons: readonly string[] };
  /** When the pain began, where somebody typed the day or the time: an ISO date, or a time with its offset. */
  readonly onsetAt?: string;
  /** The one screen that is asked again after all were answered. */
  readonly changing?: string;
}

/** The question that can be answered with a day or a time. */
const ONSET = 'onset';

export const NEW_INTERVIEW: Interview = { replies: new Map(), done: [] };

/** All screens in the order in which they are asked: the most urgent signs first. */
export function screensOf(content: TriageKnowledge): Screen[] {
  return [
    ...content.checklists.map((checklist) => ({ kind: 'checklist' as const, id: checklist.id, checklist })),
    ...content.questions.map((question) => ({ kind: 'question' as const, id: question.id, question })),
  ];
}

/** Which of the screens it is, from 1 on. */
export function placeOf(content: TriageKnowledge, screen: Screen): number {
  return screensOf(content).findIndex(({ id }) => id === screen.id) + 1;
}

/** Whether no checklist from this screen on has a sign that means help now, so that the rest may be asked later. */
export function isPastEmergencies(content: TriageKnowledge, screen: Screen): boolean {
  const left = screensOf(content).slice(placeOf(content, screen) - 1);
  const signs = left.flatMap((one) => (one.kind === 'checklist' ? one.checklist.signs : []));
  return !signs.some((id) => isUpper(content.signs.get(id)!.level));
}

/** The screen to ask next; nothing when the result is certain or everything has been asked. */
export function nextScreen(content: TriageKnowledge, interview: Interview): Screen | undefined {
  return isCertain(content, interview) ? undefined : firstOpen(content, interview);
}

/**
 * Whether the result is certain, so that nothing may hold it back. A person who went on after an
 * emergency isn't stopped by it again, but by a more urgent one, or by another one when it was a slip.
 */
export function isCertain(content: TriageKnowledge, interview: Interview): boolean {
  const finding = evaluate(content, answersOf(interview));
  const { goesOn } = interview;
  if (goesOn === undefined) return isDecided(finding);
  const upper = upperReasons(finding);
  return (
    isMoreUrgent(finding.level, goesOn.level) ||
    (upper.length > 0 && !upper.some((reason) => goesOn.reasons.includes(reason)))
  );
}

function upperReasons({ reasons }: Finding): string[] {
  return reasons.filter(({ level }) => isUpper(level)).map(({ id }) => id);
}

/** How many screens aren't answered yet, or not with all their signs. */
export function screensLeft(content: TriageKnowledge, interview: Interview): number {
  const whole = withoutPartial(content, interview);
  return screensOf(content).filter(({ id }) => !whole.done.includes(id)).length;
}

/** The interview that goes on after an emergency: what was left out of a checklist is asked, too. */
export function goOn(content: TriageKnowledge, interview: Interview): Interview {
  const finding = evaluate(content, answersOf(interview));
  const goesOn = { level: finding.level, reasons: upperReasons(finding) };
  return { ...withoutPartial(content, interview), goesOn };
}

/** Whether help is needed now because of these marks, so that nobody is to be shown more signs first. */
export function isUrgent(
  content: TriageKnowledge,
  interview: Interview,
  screen: Screen,
  marks: Omit<Marks, 'asked'>,
): boolean {
  const marked = reply(interview, screen, { ...marks, asked: [] });
  return isCertain(content, marked) && isUpper(evaluate(content, answersOf(marked)).level);
}

function firstOpen(content: TriageKnowledge, { done }: Interview): Screen | undefined {
  return screensOf(content).find((screen) => !done.includes(screen.id));
}

function withoutPartial({ checklists }: TriageKnowledge, interview: Interview): Interview {
  const partial = new Set(checklists.filter((list) => isPartial(list, interview)).map(({ id }) => id));
  return { ...interview, done: interview.done.filter((id) => !partial.has(id)) };
}

function isPartial({ id, signs }: Checklist, { replies }: Interview): boolean {
  const marks = replies.get(id);
  return typeof marks === 'object' && signs.some((sign) => !marks.asked.includes(sign));
}

/**
 * The interview with one more screen answered.
 * @param onsetAt the day or the time that was typed, where that is how the question about the onset was answered
 */
export function reply(
  { changing: _changed, onsetAt: former, ...interview }: Interview,
  screen: Screen,
  said: Reply,
  onsetAt = screen.id === ONSET ? undefined : former,
): Interview {
  const replies = new Map(interview.replies).set(screen.id, said);
  return { ...interview, replies, done: [...interview.done, screen.id], ...(onsetAt !== undefined && { onsetAt }) };
}

/** The interview with what was said so far on a screen that isn't finished: it is asked again, with that in it. */
export function setAside(interview: Interview, screen: Screen, said: Reply): Interview {
  return { ...interview, replies: new Map(interview.replies).set(screen.id, said) };
}

/** The interview one screen back: the last is asked again, or the one that was to be changed stays as it was. */
export function stepBack({ changing, ...interview }: Interview): Interview {
  const { done } = interview;
  return { ...interview, done: changing === undefined ? done.slice(0, -1) : [...done, changing] };
}

/** The interview in which one screen is asked again. */
export function change(interview: Interview, id: string): Interview {
  return { ...interview, done: interview.done.filter((one) => one !== id), changing: id };
}

/** The signs that were asked on the screens that are answered. */
export function askedIn(interview: Interview): ReadonlySet<string> {
  return new Set(marksIn(interview).flatMap(({ asked }) => asked));
}

function marksIn({ replies, done }: Interview): Marks[] {
  return done.map((id) => replies.get(id)).filter((one): one is Marks => typeof one === 'object');
}

/** Everything that was said on the screens that are answered. */
export function answersOf(interview: Interview): Answers {
  const { replies, done, onsetAt } = interview;
  const said = done.map((id) => [id, replies.get(id)] as const);
  if (onsetAt !== undefined && done.includes(ONSET)) said.push([ONSET_AT, onsetAt]);
  const marks = marksIn(interview);
  return {
    signs: new Set(marks.flatMap((one) => one.signs)),
    unsure: new Set(marks.flatMap((one) => one.unsure)),
    values: new Map(
      said.filter(
        (entry): entry is readonly [string, string | number] =>
          typeof entry[1] === 'string' || typeof entry[1] === 'number',
      ),
    ),
  };
}
