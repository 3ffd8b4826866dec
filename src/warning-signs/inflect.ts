/** What a word may be a form of, the likeliest first: "dribbling" of "dribble", "legs" of "leg". */
export function stems(word: string): string[] {
  const found: string[] = [];
  for (const [ending, replacements] of ENDINGS) {
    if (!word.endsWith(ending) || word.length - ending.length < (ending === 'ly' ? 4 : 2)) continue;
    const stem = word.slice(0, -ending.length);
    for (const replacement of replacements) found.push(stem + replacement);
    if (ending !== 's' && doubled(stem)) found.push(stem.slice(0, -1));
  }
  return found;
}

const ENDINGS: readonly [ending: string, replacements: readonly string[]][] = [
  ['ies', ['y']],
  ['ied', ['y']],
  ['es', ['', 'e']],
  ['s', ['']],
  ['ed', ['e', '']],
  ['ing', ['', 'e']],
  ['in', ['', 'e']],
  ["in'", ['', 'e']],
  ['ly', ['']],
];

function doubled(stem: string): boolean {
  return stem.length > 2 && stem.at(-1) === stem.at(-2);
}
