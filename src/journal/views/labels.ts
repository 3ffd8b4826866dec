/**
 * Words for ids, after their name: "helped: ice, walking". Where one of them has a comma of its own, the name comes before
 * each, so that it can be heard where the next one begins.
 * @param name puts the name to some words
 */
export function labelled(labels: readonly string[], name: (words: string) => string): string[] {
  if (labels.length === 0) return [];
  return labels.some((label) => label.includes(',')) ? labels.map(name) : [name(labels.join(', '))];
}
