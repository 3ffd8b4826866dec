import { search } from '../../search/search.ts';
import { faqDocument, type QuestionAnswer } from '../../views/faq.ts';
import type { HeardSign } from '../signs/hear.ts';
import type { Search } from './search.ts';

/** More would be a list to read, and no answer. */
const MOST = 3;

/** What the guide has on a question. */
export function answerOf(query: string, { index, passages }: Search): QuestionAnswer {
  const { answered, results } = search(query, index);
  const best = results.slice(0, MOST).map(({ id, score }) => ({ passage: passages.get(id)!, score }));
  return { query, answered, results: best };
}

/** The answer for scripts, with the warning signs that the question told of, the doubtful ones marked. */
export function documentOf(answer: QuestionAnswer, heard: readonly HeardSign[]): object {
  return faqDocument(answer, heard);
}
