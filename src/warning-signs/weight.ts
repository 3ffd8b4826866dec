import type { Understood } from './reading.ts';
import type { Hit } from './types.ts';

/** A weight that went down from one number to a smaller one: "wt 71 -> 64 kg", "from 11 stone 4 to 9 stone 12". */
export function findLosses(id: string, reading: Understood): Hit[] {
  return numbersOf(reading).flatMap((first, index, all) => {
    const hit = all.slice(index + 1, index + 3).map((second) => loss(id, first, second, reading));
    return hit.filter((one) => one !== undefined).slice(0, 1);
  });
}

function numbersOf({ tokens }: Understood): number[] {
  return tokens.flatMap(({ word }, at) => (word === '#' ? [at] : []));
}

function loss(id: string, first: number, second: number, reading: Understood): Hit | undefined {
  const { tokens, is } = reading;
  if (second - first > 6 || tokens[first]?.sentence !== tokens[second]?.sentence) return undefined;
  const between = tokens.slice(first + 1, second).some(({ word }) => word === 'to');
  const was = is(second - 1, 'was');
  const [one, other] = [tokens[first]?.value ?? 0, tokens[second]?.value ?? 0];
  const falls = between ? one > other : was && other > one;
  return falls && isWeight(first, second, reading) ? { id, sure: true, start: first, end: second + 1 } : undefined;
}

function isWeight(first: number, second: number, { tokens, is }: Understood): boolean {
  for (let at = Math.max(0, first - 4); at <= Math.min(tokens.length, second + 2); at += 1) {
    if (is(at, 'scales')) return true;
  }
  return false;
}
