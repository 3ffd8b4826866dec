import { howMeant } from './asking.ts';
import { statementAround } from './clauses.ts';
import { findOnce } from './finder.ts';
import { ready, type Ready } from './knowledge.ts';
import { isDenied } from './negation.ts';
import { isPast } from './past.ts';
import { read, type Reading, type Understood } from './reading.ts';
import { isElsewhere } from './subject.ts';
import { findFevers } from './temperature.ts';
import type { BuiltSigns, Heard, Hit } from './types.ts';
import { findLosses } from './weight.ts';

/** How many places that could say a sign are weighed: nobody says it a hundred times and means it once. */
const PATIENCE = 100;

/** The warning signs that a text says are there, each once, the sure ones first. @param built what the build made of the knowledge */
export function hear(text: string, built: BuiltSigns): Heard[] {
  const known = ready(built);
  const reading = read(text, known, (tokens) => findHits(tokens, known));
  const heard = new Map<string, Heard>();
  for (const [id, hits] of byId(reading.hits)) {
    const best = weigh(hits.slice(0, PATIENCE), reading);
    if (best) heard.set(id, { id, matched: wordsOf(best, text, reading), sure: best.sure });
  }
  return [...heard.values()].toSorted((one, other) => Number(other.sure) - Number(one.sure));
}

function findHits(reading: Understood, known: Ready): Hit[] {
  const said = findOnce(known.signs, reading.ground).map(({ of, start, end }) => ({ ...of, start, end }));
  const { temperature, lostWeight } = known.built;
  return [...said, ...findFevers(temperature, reading), ...findLosses(lostWeight.id, reading)];
}

function byId(hits: readonly Hit[]): Map<string, Hit[]> {
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) {
    const group = groups.get(hit.id);
    if (group) group.push(hit);
    else groups.set(hit.id, [hit]);
  }
  return groups;
}

/** The surest of the places that say a sign, if it is meant at all. */
function weigh(hits: readonly Hit[], reading: Reading): Hit | undefined {
  let doubtful: Hit | undefined;
  for (const hit of hits) {
    if (isElsewhere(hit, reading) || isPast(hit, reading) || isDenied(hit, reading) || isHarmless(hit, reading))
      continue;
    const meant = howMeant(hit, reading);
    if (meant === 'said' && hit.sure) return hit;
    if (meant !== 'supposed') doubtful ??= { ...hit, sure: false };
  }
  return doubtful;
}

/** Whether the same statement gives another reason for it, and doesn't deny that: "no, I'm not on a diet". */
function isHarmless(hit: Hit, reading: Reading): boolean {
  const [start, end] = statementAround(reading.tokens, reading.is, hit.start);
  return reading.harmless(hit.start).some((one) => {
    if (one.of !== hit.id || one.start < start || one.start >= end) return false;
    return !isDenied({ id: hit.id, sure: true, start: one.start, end: one.end }, reading);
  });
}

function wordsOf({ start, end }: Hit, text: string, { tokens }: Reading): string {
  return text.slice(tokens[start]?.from, tokens[end - 1]?.to);
}
