/** Every phrase that a pattern stands for: "hug/pull knee" is "hug knee" and "pull knee". */
export function expand(pattern: string): string[] {
  const choices = pattern.split(' ').map((words) => words.split('/'));
  return choices.reduce<string[]>(
    (begun, words) => begun.flatMap((before) => words.map((word) => `${before} ${word}`.trim())),
    [''],
  );
}
