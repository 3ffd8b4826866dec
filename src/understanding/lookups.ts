import type { Context } from '../app/context.ts';
import type { Level } from '../content/types.ts';

/**
 * Looks up where a warning sign in an entry sends somebody who reports it. An id that isn't known here comes from another
 * version: it counts as urgent.
 */
export function signLevelLookup({ content }: Pick<Context, 'content'>): (sign: string) => Level {
  return (id) => (id === content.crisis().id ? 'emergency' : (content.signs().get(id)?.level ?? 'urgent'));
}

/** Looks up the words for a warning sign in an entry; an id that isn't known any more stays as it is. */
export function signLabelLookup({ content }: Context): (sign: string) => string {
  const crisis = content.crisis();
  const signs = content.signs();
  return (id) => (id === crisis.id ? crisis.label : (signs.get(id)?.label ?? id));
}
