import { clauseAround, sentenceAround } from './clauses.ts';
import type { Found } from './finder.ts';
import type { Reading } from './reading.ts';
import type { ContextName, Hit } from './types.ts';

export type Meant = 'said' | 'perhaps' | 'supposed';

/** Whether a sign is said to be there, or only supposed: "can stress cause fever?", "what if I can't pee". */
export function howMeant(hit: Hit, reading: Reading): Meant {
  const meant = asMeant(hit, reading);
  return meant === 'supposed' && isGrave(hit, reading) ? 'perhaps' : meant;
}

/** A grave sign of one's own, as a thought of ending one's life, is asked about even where it is only supposed. */
function isGrave(hit: Hit, { tokens, is }: Reading): boolean {
  const [start, end] = sentenceAround(tokens, hit.start);
  return hit.grave === true && tokens.slice(start, end).some((_, index) => is(start + index, 'mine'));
}

function asMeant(hit: Hit, reading: Reading): Meant {
  const [start, end] = scopeOf(hit, reading);
  if (reading.cues(hit.start).some((cue) => cue.of === 'generally' && inSentence(cue.start, hit, reading)))
    return 'supposed';
  const before = reading.cues(hit.start).filter((cue) => cue.start >= start && cue.end <= hit.start);
  if (before.some(({ of }) => of === 'hypothetical')) return 'supposed';
  if (before.some(({ of }) => of === 'perhaps')) return 'perhaps';
  const opener = before.find(({ of }) => of === 'opener') ?? asked(hit, start, reading);
  return opener ? inQuestion(hit, opener, end, reading) : 'said';
}

function inSentence(at: number, hit: Hit, { tokens }: Reading): boolean {
  return tokens[at]?.sentence === tokens[hit.start]?.sentence;
}

/** How many words back a supposition is looked for. */
const REACH = 40;

/** Where a supposition could have begun: a clause with a subject of its own stands by itself. */
function scopeOf(hit: Hit, { tokens, is }: Reading): [start: number, end: number] {
  const [own, end] = clauseAround(tokens, hit.start);
  let start = own;
  const sentence = tokens[hit.start]?.sentence;
  while (
    start > 0 &&
    tokens[start - 1]?.sentence === sentence &&
    !is(start, 'own') &&
    !is(start, 'but') &&
    own - start < REACH
  ) {
    [start] = clauseAround(tokens, start - 1);
  }
  return [start, end];
}

/** A sentence of a word or two with a question mark asks about it in general. */
function asked(hit: Hit, start: number, { tokens }: Reading): Found<ContextName> | undefined {
  const [, end] = clauseAround(tokens, hit.start);
  return tokens[end]?.before === '?' ? { of: 'opener', start, end: start } : undefined;
}

// A question that names whose leg it is tells that it is so.
function inQuestion(hit: Hit, opener: Found<ContextName>, end: number, { tokens, is }: Reading): Meant {
  const words = Array.from({ length: Math.max(0, end - opener.end) }, (_, index) => opener.end + index);
  const general = words.some((at) => at < hit.end && is(at, 'general'));
  if (general) return 'supposed';
  if (words.some((at) => is(at, 'evidence') && (at < hit.end || !is(at, 'me')))) return 'said';
  if (hit.measured) return 'perhaps';
  const asker = tokens.slice(opener.start, opener.end).some(({ word }) => word === 'i');
  return asker ? 'perhaps' : 'supposed';
}
