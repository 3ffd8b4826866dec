import { sentenceAround } from './clauses.ts';
import type { Understood } from './reading.ts';
import type { Hit, TemperatureLimits } from './types.ts';

/** How many fevers are enough for one text. */
const PATIENCE = 20;

/** The temperatures that are a fever, in degrees of either kind. */
export function findFevers(limits: TemperatureLimits, reading: Understood): Hit[] {
  const hits: Hit[] = [];
  reading.tokens.forEach((token, at) => {
    if (token.word !== '#' || token.value === undefined || hits.length >= PATIENCE) return;
    const unit = unitAfter(at, reading);
    const fever = isFever(token.value, unit, limits);
    const sure = fever ? certainty(at, unit, reading) : undefined;
    if (sure !== undefined) hits.push({ id: limits.id, sure, start: at, end: at + 1, measured: true });
  });
  return hits;
}

type Unit = 'c' | 'f' | 'other' | undefined;

function unitAfter(at: number, { tokens, is }: Understood): Unit {
  for (const next of [at + 1, at + 2]) {
    if (tokens[next]?.before !== '') return undefined;
    if (is(next, 'celsius')) return 'c';
    if (is(next, 'fahrenheit')) return 'f';
    if (next === at + 1 && is(next, 'measure')) return 'other';
  }
  return undefined;
}

function isFever(value: number, unit: Unit, { celsius, fahrenheit }: TemperatureLimits): boolean {
  const isIn = ([least, most]: readonly [number, number]) => value >= least && value <= most;
  return unit !== 'other' && ((unit !== 'f' && isIn(celsius)) || (unit !== 'c' && isIn(fahrenheit)));
}

/** Whether a number is surely the warmth of a body, perhaps, or (undefined) something else. */
function certainty(at: number, unit: Unit, reading: Understood): boolean | undefined {
  const { tokens, is } = reading;
  const around = nearby(at, reading);
  const has = (className: string) => around.some((near) => is(near, className));
  if (has('heated') || is(at - 1, 'counted')) return undefined;
  if (has('body') || unit === 'c' || unit === 'f') return true;
  const value = tokens[at]?.value ?? 0;
  // "It read 39", but not "I got up at noon. 39 steps".
  if ([at - 1, at - 2].some((near) => around.includes(near) && is(near, 'reading'))) return true;
  return Number.isInteger(value) ? undefined : false;
}

function nearby(at: number, { tokens }: Understood): number[] {
  const [start, end] = sentenceAround(tokens, at);
  const from = Math.max(start, at - 12);
  return Array.from({ length: Math.min(end, at + 12) - from }, (_, index) => from + index);
}
