/** "a", "a, or b", "a, b, or c": with a comma before the last, as an item may contain an "or" of its own. */
export function alternatives(items: readonly string[]): string {
  return [items.slice(0, -1).join(', '), ...items.slice(-1)].filter(Boolean).join(', or ');
}
