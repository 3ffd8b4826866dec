import { signsIn } from './built.ts';
import { asAll } from './rates.ts';

/** What is detected in a text: the ids in order, sure and doubtful ones alike. */
export function told(text: string): string[] {
  return signsIn(text)
    .map(({ id }) => id)
    .toSorted();
}

/** The same, with the parts of a sign taken for that sign, and both legs for a leg. */
export function toldRoughly(text: string): string[] {
  return asAll(told(text))
    .filter((id) => id !== 'both-legs')
    .toSorted();
}
