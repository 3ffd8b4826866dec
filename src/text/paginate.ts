/** Lines that stay together: a sentence, a step of a list, a box. */
export type Part = readonly string[];
/** Parts that follow each other; an empty line comes between two blocks. */
export type Block = readonly Part[];

/**
 * Blocks as pages. A part that fits on a page isn't split.
 * @param height the lines that the first page may have
 * @param nextHeight the lines that each other page may have
 */
export function paginate(blocks: readonly Block[], height: number, nextHeight = height): string[][] {
  const pages: string[][] = [];
  const roomOf = (page: number) => Math.max(1, page === 0 ? height : nextHeight);
  const add = (part: Part, gap: number): void => {
    const page = pages.at(-1);
    if (page && page.length + gap + part.length <= roomOf(pages.length - 1))
      return void page.push(...(gap > 0 ? [''] : []), ...part);
    for (let at = 0; at < part.length; at += roomOf(pages.length - 1))
      pages.push(part.slice(at, at + roomOf(pages.length)));
  };
  for (const block of blocks)
    block.filter(({ length }) => length > 0).forEach((part, at) => add(part, at === 0 ? 1 : 0));
  return pages;
}
