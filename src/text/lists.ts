/** Words as one text, in which each can be found with {@link holds}. */
export function listed(words: readonly string[]): string {
  return ` ${[...new Set(words)].join(' ')} `;
}

/** Whether a list of words holds this one. */
export function holds(list: string, word: string): boolean {
  return list.includes(` ${word} `);
}

/** How many words are looked for in a text before it is worth taking it apart. */
const MANY = 200;

/** The same for who will ask again and again. */
export function holder(list: string): (word: string) => boolean {
  let asked = 0;
  let words: ReadonlySet<string> | undefined;
  return (word) => {
    asked += 1;
    if (asked > MANY) words ??= new Set(list.trim().split(' '));
    return words ? words.has(word) : holds(list, word);
  };
}
