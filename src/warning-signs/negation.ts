import { clauseAround } from './clauses.ts';
import type { Reading } from './reading.ts';
import type { Hit } from './types.ts';

/** How many words a "no" reaches over. */
const SCOPE = 9;

/** Whether the words around a sign say that it is not there. */
export function isDenied(hit: Hit, reading: Reading): boolean {
  if (deniedAfter(hit, reading)) return true;
  const [start, end] = clauseAround(reading.tokens, hit.start);
  const denied =
    hasNegator(reading, Math.max(start, hit.start - (hit.denied ?? (hit.measured ? 3 : SCOPE))), hit.start) ||
    (!hit.measured && isListed(hit, reading, start));
  return denied && !turns(hit, reading, end);
}

function hasNegator({ is }: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (is(at, 'negator')) return true;
  return false;
}

/** "no numbness, tingling or weakness": a list goes on being denied until somebody says something else. */
function isListed(hit: Hit, reading: Reading, start: number): boolean {
  const { tokens, is } = reading;
  if (start === 0 || tokens[start]?.before === '.' || tokens[start]?.before === '?') return false;
  const [, end] = clauseAround(tokens, hit.start);
  for (let at = start; at < end; at += 1) if (is(at, 'turning')) return false;
  const linked = is(start, 'or') || hasOr(reading, start, end);
  if (!linked && (hit.end - start > 3 || !is(hit.start, 'noun'))) return false;
  const [before] = clauseAround(tokens, start - 1);
  return hasNegator(reading, before, start) || isListed({ ...hit, start: start - 1, end: start }, reading, before);
}

function hasOr({ is }: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (is(at, 'or')) return true;
  return false;
}

/** "fever: none", "chest pain no", "suicidal? no". */
function deniedAfter(hit: Hit, reading: Reading): boolean {
  return reading.cues(hit.end).some(({ of, start }) => of === 'denied' && follows(hit, start, reading));
}

function follows(hit: Hit, at: number, { tokens, is }: Reading): boolean {
  if (at < hit.end) return false;
  if (tokens[at]?.before === '?' && at === hit.end) return true;
  if (tokens[at]?.clause !== tokens[hit.end - 1]?.clause) return false;
  for (let between = hit.end; between < at; between += 1) {
    if (!is(between, 'filler') && !is(between, 'be') && !is(between, 'tail')) return false;
  }
  return true;
}

/** "never had that before this week", "wasn't numb yesterday. Is now": a denial that tells of something new. */
function turns(hit: Hit, { cues, tokens }: Reading, end: number): boolean {
  const clause = tokens[hit.start]?.clause ?? 0;
  return cues(hit.end).some(
    ({ of, start }) => of === 'flip' && start >= hit.end && (tokens[start]?.clause === clause || start === end),
  );
}
