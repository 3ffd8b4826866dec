import { messageOf } from '../../errors.ts';
import { search } from '../search/search.ts';
import type { QuestionAnswer } from '../views/faq.ts';
import type { Search } from './search.ts';

/** More would be a list to read, and no answer. */
const MOST = 3;

/** What the guide has on a question. Never throws: a fault is part of the answer. */
export function answerOf(query: string, { index, passage }: Search): QuestionAnswer {
  try {
    const { answered, results } = search(query, index);
    const best = results.slice(0, MOST).map(({ id, score }) => ({ passage: passage(id), score }));
    return { query, answered, results: best };
  } catch (error) {
    return { query, answered: false, results: [], fault: messageOf(error) };
  }
}
