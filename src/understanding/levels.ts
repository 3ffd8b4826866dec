import type { Context } from '../app/context.ts';
import type { Level } from '../content/types.ts';

/**
 * Looks up where a warning sign in an entry sends somebody who reports it. An id that isn't known here comes from another
 * version: it counts as urgent.
 */
export function signLevelLookup({ content }: Pick<Context, 'content'>): (sign: string) => Level {
  return (id) => (id === content.crisis().id ? 'emergency' : (content.signs().get(id)?.level ?? 'urgent'));
}
