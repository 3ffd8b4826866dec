/** A text as lines of at most `width` letters, broken between words; every letter is taken to be one column wide. */
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
