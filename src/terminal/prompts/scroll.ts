type Items = readonly (readonly string[])[];

/** The lines that some items of a list take, with a mark for each end where others are left out. */
export function heightOf(items: Items, from: number, to: number): number {
  const marks = (from > 0 ? 1 : 0) + (to < items.length ? 1 : 0);
  return items.length === 0 ? 0 : items.slice(from, to).flat().length + marks;
}

/** As many items around the highlighted one as fit into the height, with a mark where some are left out. */
export function scrolled(items: Items, active: number, height: number, mark: string): string[] {
  const [from, to] = grown(items, active, active + 1, height);
  const lines = items.slice(from, to).flat();
  const more = (count: number) => (count > 0 ? [`  ${mark} ${count} more`] : []);
  return [...more(from), ...lines, ...more(items.length - to)];
}

// Downwards first: what comes next is more use than what has been read.
function grown(items: Items, from: number, to: number, height: number): [from: number, to: number] {
  if (to < items.length && heightOf(items, from, to + 1) <= height) return grown(items, from, to + 1, height);
  if (from > 0 && heightOf(items, from - 1, to) <= height) return grown(items, from - 1, to, height);
  return [from, to];
}
