import type { Checklist, Question } from '../content/types.ts';
import type { Answers } from './answers.ts';
import { evaluate, isDecided } from './evaluate.ts';
import type { TriageKnowledge } from './result.ts';

/** One screen of the triage. */
export type Screen =
  | { readonly kind: 'checklist'; readonly id: string; readonly checklist: Checklist }
  | { readonly kind: 'question'; readonly id: string; readonly question: Question };

/** The signs that a person marks on a checklist. */
export interface Marks {
  readonly signs: readonly string[];
  readonly unsure: readonly string[];
}

/** What a person says on one screen: marks, a choice's id, or a number. */
export type Reply = Marks | string | number;

/** How far a triage has come. A value: each step returns a new one. */
export interface Interview {
  /** What was said, by the id of the screen; kept when a screen is asked again. */
  readonly replies: ReadonlyMap<string, Reply>;
  /** Ids of the screens that are answered, in the order of answering. */
  readonly done: readonly string[];
  /** The user was told of an emergency and chose to go on. */
  readonly goesOn: boolean;
  /** The one screen that is asked again after all were answered. */
  readonly changing?: string;
}

export const NEW_INTERVIEW: Interview = { replies: new Map(), done: [], goesOn: false };

/** All screens in the order in which they are asked: the most urgent signs first. */
export function screensOf(content: TriageKnowledge): Screen[] {
  return [
    ...content.checklists.map((checklist) => ({ kind: 'checklist' as const, id: checklist.id, checklist })),
    ...content.questions.map((question) => ({ kind: 'question' as const, id: question.id, question })),
  ];
}

/** The screen to ask next; nothing when the result is certain or everything has been asked. */
export function nextScreen(content: TriageKnowledge, interview: Interview): Screen | undefined {
  if (!interview.goesOn && isDecided(evaluate(content, answersOf(interview)))) return undefined;
  return screensOf(content).find((screen) => !interview.done.includes(screen.id));
}

/** The interview with one more screen answered. */
export function reply({ changing: _changed, ...interview }: Interview, screen: Screen, said: Reply): Interview {
  const replies = new Map(interview.replies).set(screen.id, said);
  return { ...interview, replies, done: [...interview.done, screen.id] };
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

/** Everything that was said on the screens that are answered. */
export function answersOf({ replies, done }: Interview): Answers {
  const said = done.map((id) => [id, replies.get(id)] as const);
  const marks = said.flatMap(([, one]) => (typeof one === 'object' ? [one] : []));
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
