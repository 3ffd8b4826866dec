import { clauseAround } from './clauses.ts';
import type { Found } from './finder.ts';
import type { Reading } from './reading.ts';
import type { ContextName, Hit } from './types.ts';

/** Whether the sign is over, or old and unchanged: no news of this episode. */
export function isPast(hit: Hit, reading: Reading): boolean {
  const [start, end] = clauseAround(reading.tokens, hit.start);
  const cues = reading.cues(hit.start).filter((cue) => cue.start < hit.start || cue.end > hit.end);
  const within = (name: ContextName) => cues.some(({ of, start: at }) => of === name && at >= start && at < end);
  if (cues.some((cue) => cue.of === 'over' && endsIt(cue, hit, reading))) return true;
  return !hit.lasting && within('old') && !within('anew') && !worsens(end, reading);
}

/** "numb for years and now it is spreading": what follows makes news of it. */
function worsens(from: number, reading: Reading): boolean {
  const [, end] = clauseAround(reading.tokens, from);
  for (let at = from; at < end; at += 1) if (reading.is(at, 'worse')) return true;
  return false;
}

/** How many clauses back "all gone now" reaches. */
const REACH = 3;

// In a clause that says another sign, "gone" is about that one; in one about the pain, about the pain.
function endsIt(cue: Found<ContextName>, hit: Hit, reading: Reading): boolean {
  const { tokens, hits } = reading;
  const own = tokens[hit.start]?.clause ?? 0;
  const clause = tokens[cue.start]?.clause ?? 0;
  if (clause === own) return true;
  if (clause < own || clause - own > REACH) return false;
  const [start, end] = clauseAround(tokens, cue.start);
  const said = hitsBetween(hits, start, end);
  if (said.length === 0 && ofPain(start, cue.start, reading) && !ofPain(hit.start, hit.end, reading)) return false;
  return !said.some(({ id }) => id !== hit.id);
}

function ofPain(from: number, to: number, { cues }: Reading): boolean {
  return cues(from).some(({ of, start }) => of === 'pain' && start >= from && start < to);
}

function hitsBetween(hits: readonly Hit[], start: number, end: number): Hit[] {
  return hits.filter((other) => other.start >= start && other.start < end);
}
