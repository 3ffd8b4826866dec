import type { Choice, ChoiceQuestion, Question } from '../../content/types.ts';
import type { Onset } from '../../journal/core/onset.ts';

/** What an answer about the onset means; a choice without a time of its own stands for its span. */
export function onsetOf(questions: readonly Question[], answer: string): Onset | undefined {
  const question = onsetQuestion(questions);
  const choice = question?.choices.find(({ id }) => id === answer);
  if (choice?.hours !== undefined || choice?.days) return choice;
  return question?.spans?.find(({ id }) => id === (choice?.span ?? answer));
}

/**
 * The span that somebody is in by now, so long after what they said: never an earlier one than they said.
 * @param answer the id of what was said, if anything was
 */
export function spanByNow(questions: readonly Question[], hours: number, answer?: string | number): Choice | undefined {
  const question = onsetQuestion(questions);
  const spans = question?.spans ?? [];
  const said = question?.choices.find(({ id }) => id === answer)?.span ?? answer;
  const first = Math.max(
    0,
    spans.findIndex(({ id }) => id === said),
  );
  return spans.slice(first).find(({ upTo }) => upTo === undefined || hours < upTo);
}

function onsetQuestion(questions: readonly Question[]): ChoiceQuestion | undefined {
  const question = questions.find(({ id }) => id === 'onset');
  return question?.type === 'choice' ? question : undefined;
}
