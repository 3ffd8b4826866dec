import { lookUpPacked } from '../../text/packed-index.ts';
import type { BuiltIndex } from './types.ts';

/** Passages that share words with a question, by their ids; the best has 1, the others as much less as they score less. */
export function sharing(stems: readonly string[], { book, passages }: BuiltIndex): ReadonlyMap<string, number> {
  const scores = new Map<string, number>();
  const shared = new Map<string, number>();
  for (const stem of new Set(stems)) {
    for (const entry of lookUpPacked(book, stem)) {
      const [place, score] = entry.split(' ').map(Number);
      const id = passages[place!]!;
      scores.set(id, (scores.get(id) ?? 0) + score!);
      shared.set(id, (shared.get(id) ?? 0) + 1);
    }
  }
  // A passage that has more of the words counts for more, as MiniSearch counts it.
  const whole = new Map([...scores].map(([id, score]) => [id, score * shared.get(id)!]));
  const best = Math.max(...whole.values());
  return new Map([...whole].map(([id, score]) => [id, score / best]));
}
