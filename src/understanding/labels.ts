import type { Context } from '../app/context.ts';

/** The words for a warning sign that an entry holds. */
export function labelsOf({ content }: Context): (sign: string) => string {
  const crisis = content.crisis();
  const signs = content.signs();
  return (id) => (id === crisis.id ? crisis.label : (signs.get(id)?.label ?? id));
}
