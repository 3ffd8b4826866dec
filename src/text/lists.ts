/** Words as one text, in which each can be found with {@link holds}. */
export function listed(words: readonly string[]): string {
  return ` ${[...new Set(words)].join(' ')} `;
}

/** Whether a list of words holds this one. */
export function holds(list: string, word: string): boolean {
  return list.includes(` ${word} `);
}
