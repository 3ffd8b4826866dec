import { clauseAround } from './clauses.ts';
import type { Reading } from './reading.ts';
import type { Hit } from './types.ts';

/** Whether the sign is about somebody or something that nobody asks help for: a dog, a tap, a hero in a film. */
export function isElsewhere(hit: Hit, reading: Reading): boolean {
  const [start] = clauseAround(reading.tokens, hit.start);
  if (nearest(reading, start, hit) === 'other') return true;
  if (inStory(hit, reading)) return true;
  return aboutPerson(hit, reading, start) && carriesOwnBack(hit, reading);
}

type Who = 'other' | 'me' | 'person' | undefined;

/** Who is named last before the sign, in its clause or, where that begins with "he" or "it", in the one before. */
function nearest(reading: Reading, start: number, hit: Hit): Who {
  const own = whoLast(reading, start, hit.start);
  if (own !== undefined || start === 0 || !reading.is(start, 'pronoun')) return own;
  const [before] = clauseAround(reading.tokens, start - 1);
  return reading.tokens[start - 1]?.sentence === reading.tokens[start]?.sentence
    ? whoLast(reading, before, start)
    : own;
}

// "walking like a newborn foal" is about the one who walks.
function whoLast({ tokens, is }: Reading, from: number, to: number): Who {
  for (let at = to - 1; at >= from; at -= 1) {
    if (is(at, 'me')) return 'me';
    if (is(at, 'person')) return isOwned(tokens[at + 1]?.word) ? 'other' : 'person';
    const compared = tokens.slice(Math.max(from, at - 3), at).some(({ word }) => word === 'like');
    if (is(at, 'other') && !compared) return 'other';
  }
  return undefined;
}

function isOwned(next: string | undefined): boolean {
  return next === 'dog' || next === 'cat';
}

function inStory(hit: Hit, { tokens, is }: Reading): boolean {
  const sentence = tokens[hit.start]?.sentence;
  for (let at = hit.start - 1; at >= 0 && tokens[at]?.sentence === sentence; at -= 1) {
    if (is(at, 'mine')) return false;
    if (is(at, 'story')) return true;
  }
  return false;
}

function aboutPerson(hit: Hit, reading: Reading, start: number): boolean {
  if (reading.is(hit.start, 'person')) return true;
  const who = nearest(reading, start, hit);
  return who === 'person';
}

/** Somebody else is ill and the back is the writer's: "wife has a fever, my back hurts from nursing her". */
function carriesOwnBack(hit: Hit, reading: Reading): boolean {
  const { tokens, is } = reading;
  const clause = tokens[hit.start]?.clause;
  const theirs = tokens.some(
    ({ word }, at) =>
      word === 'back' && (is(at - 1, 'theirs') || (tokens[at - 1]?.word === 'is' && is(at - 2, 'theirs'))),
  );
  if (theirs) return false;
  return reading.cues(hit.start).some(({ of, start }) => of === 'burden' && tokens[start]?.clause !== clause);
}
