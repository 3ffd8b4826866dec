import type { Choice, Question } from '../content/types.ts';
import type { Option } from '../terminal/prompter.ts';

/** Choices with the key of each: ten at most, as the tenth is 0, as on a keyboard. */
export function choiceOptions(choices: readonly Choice[]): Option[] {
  return choices.map(({ id, label }, at) => ({ id, label, key: String((at + 1) % 10) }));
}

/** The options of a question; of a number each value, typed as it is. */
export function questionOptions(question: Question): Option[] {
  if (question.type === 'choice') return choiceOptions(question.choices);
  return question.words.map((label, at) => {
    const value = String(question.min + at);
    return { id: value, label, key: value };
  });
}
