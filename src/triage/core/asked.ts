import type { TriageContent } from '../../content/types.ts';
import { pluralize } from '../../text/plural.ts';

/** What can be asked: the checklists with their signs, and the questions. */
export type Askable = Pick<TriageContent, 'checklists' | 'questions'>;

/** How much of one screen of the triage was asked: of a checklist its signs, of a question the one that it is. */
export interface Coverage {
  readonly title: string;
  readonly asked: number;
  readonly of: number;
}

/**
 * What was left out: the id of a checklist of which no sign was asked, the ids of the signs that were
 * left out of the others, and the ids of the questions without an answer; in the order of asking.
 * @param asked ids of the signs that were asked
 * @param answered ids of the questions that were answered
 */
export function notAskedOf(
  { checklists, questions }: Askable,
  asked: ReadonlySet<string>,
  answered: { readonly has: (question: string) => boolean },
): string[] {
  const left = checklists.flatMap(({ id, signs }) => {
    const missing = signs.filter((sign) => !asked.has(sign));
    return missing.length === signs.length ? [id] : missing;
  });
  return [...left, ...questions.map(({ id }) => id).filter((id) => !answered.has(id))];
}

/** How much of each screen was asked, in their order. @param notAsked as {@link notAskedOf} returns it */
export function coverageOf({ checklists, questions }: Askable, notAsked: readonly string[]): Coverage[] {
  const missing = new Set(notAsked);
  const screens = [...checklists, ...questions.map(({ id, title }) => ({ id, title, signs: [id] }))];
  return screens.map(({ id, title, signs }) => {
    const left = missing.has(id) ? signs.length : signs.filter((sign) => missing.has(sign)).length;
    return { title, asked: signs.length - left, of: signs.length };
  });
}

/**
 * What was left out, in words: "Act now (4 of 12 signs)", "Age". An id that isn't known here, because
 * another version asked for it, stands for itself.
 */
export function notAskedTexts(content: Askable, notAsked: readonly string[]): string[] {
  const { checklists, questions } = content;
  const known = new Set([...checklists.flatMap(({ id, signs }) => [id, ...signs]), ...questions.map(({ id }) => id)]);
  const screens = coverageOf(content, notAsked).filter(({ asked, of }) => asked < of);
  return [
    ...screens.map(({ title, asked, of }) =>
      asked === 0 ? title : `${title} (${of - asked} of ${pluralize(of, 'sign')})`,
    ),
    ...notAsked.filter((id) => !known.has(id)),
  ];
}
