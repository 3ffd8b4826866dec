import { stemmer } from 'stemmer';
import { withoutAccents } from '../../text/letters.ts';

/** Nobody asks with more than this, and a file given by mistake mustn't take long. */
const MOST_WORDS = 200;
const MOST_CHARACTERS = 8000;

// Words that are left out before anything is looked up. "Not" and "without" stay: "can't pee" is about that.
const STOP = new Set(
  `a an the my your his her its our their this that these those i im ive id me you youre he she it we they them
  is are was were be been am being do does did done doing to of in on at for with and or so if as by from about
  there here will would could should may might just really very has have had having what whats which
  when where how than then s t u ur`.split(/\s+/),
);

// "How long" asks something different from "long".
const ASKED_AMOUNT = /\bhow (long|often|many|much|far|soon|fast)\b/g;

/** The words of a text in lower case, without those that say nothing by themselves. */
export function tokenize(text: string): string[] {
  const plain = withoutAccents(text.slice(0, MOST_CHARACTERS))
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/\b(?:[a-z]\.){2,}/g, (dotted) => dotted.replaceAll('.', ''))
    .replace(/\b(a|x) ?[&-] ?(e|rays?)\b/g, '$1$2')
    .replace(/[^a-z0-9/]+/g, ' ')
    .replaceAll('/', ' ')
    .replace(ASKED_AMOUNT, 'how$1');
  return plain
    .split(' ')
    .filter((word) => word !== '' && !STOP.has(word))
    .slice(0, MOST_WORDS);
}

/** Whether a text has one of the small words that hold a sentence together: "ice or heat", not "cat-cow press-ups". */
export function hasSmallWord(text: string): boolean {
  return text
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => STOP.has(word));
}

/** The stem of each word of a text: what its forms have in common. */
export function stemsOf(text: string): string[] {
  return tokenize(text).map((word) => stemmer(word));
}
