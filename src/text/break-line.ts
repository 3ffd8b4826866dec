/**
 * A text as lines of at most `width` characters, broken between words. Every character counts as one column: that is
 * enough for help pages and errors, which needn't load `wrap.ts` and its library.
 */
export function breakLine(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const [, gap = '', word = ''] of text.matchAll(/( *)([^ ]+)/g)) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + gap.length + word.length <= width)
      lines[lines.length - 1] = line + gap + word;
    else lines.push(word);
  }
  return lines.length > 0 ? lines : [''];
}
