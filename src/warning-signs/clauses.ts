import type { Lexicon } from './lexicon.ts';
import type { Placed, Token } from './types.ts';

/** Words after which nobody knows any more how the sentence began. */
const LONGEST_CLAUSE = 40;

/** Numbers the clauses and sentences: what is denied or asked in one isn't so in the next. */
export function placeTokens(tokens: readonly Token[], lexicon: Lexicon): Placed[] {
  let clause = 0;
  let sentence = 0;
  let begun = 0;
  return tokens.map((token, at) => {
    if (token.before === '.' || token.before === '?') sentence += 1;
    if (opens(tokens, at, lexicon) || at - begun >= LONGEST_CLAUSE) [clause, begun] = [clause + 1, at];
    return { ...token, clause, sentence };
  });
}

// "but" turns, and "and" does where a new subject follows: "no fever and I wet myself".
function opens(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || at === 0) return false;
  if (token.before !== '' || lexicon.members('but').has(token.word)) return true;
  const joins = (one: Token | undefined) => one !== undefined && lexicon.members('join').has(one.word);
  const begins = (one: Token | undefined) => one !== undefined && lexicon.members('subject').has(one.word);
  if (!joins(token) || joins(tokens[at - 1])) return false;
  return begins(next) || (joins(next) && begins(tokens[at + 2]));
}

/** Where the clause of a word begins, and where it has ended. */
export function clauseAround(tokens: readonly Placed[], at: number): [start: number, end: number] {
  const clause = tokens[at]?.clause;
  let start = at;
  let end = at + 1;
  while (tokens[start - 1]?.clause === clause && start > 0) start -= 1;
  while (tokens[end]?.clause === clause && end < tokens.length) end += 1;
  return [start, end];
}

type Is = (at: number, className: string) => boolean;

/**
 * Where the statement of a word begins, and where it has ended, within its sentence: a clause with a
 * subject of its own says something else ("chest pain, my phone is dying"), unless it gives the cause.
 */
export function statementAround(tokens: readonly Placed[], is: Is, at: number): [start: number, end: number] {
  const sentence = tokens[at]?.sentence;
  let [start, end] = clauseAround(tokens, at);
  while (start > 0 && at - start < REACH && tokens[start - 1]?.sentence === sentence && !beginsAnew(start, is)) {
    [start] = clauseAround(tokens, start - 1);
  }
  while (end - at < REACH && tokens[end]?.sentence === sentence && !beginsAnew(end, is)) {
    [, end] = clauseAround(tokens, end);
  }
  return [start, end];
}

function beginsAnew(at: number, is: Is): boolean {
  return is(at, 'own') || is(at, 'but') || (is(at, 'join') && !is(at, 'cause') && is(at + 1, 'own'));
}

/** How far a sentence is looked at, each way. */
const REACH = 60;

/** Where the sentence of a word begins, and where it has ended, within reach. */
export function sentenceAround(tokens: readonly Placed[], at: number): [start: number, end: number] {
  const sentence = tokens[at]?.sentence;
  let start = at;
  let end = at + 1;
  while (start > 0 && at - start < REACH && tokens[start - 1]?.sentence === sentence) start -= 1;
  while (end < tokens.length && end - at < REACH && tokens[end]?.sentence === sentence) end += 1;
  return [start, end];
}
