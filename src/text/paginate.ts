/** Lines that stay together: a sentence, a step of a list, a box. */
export type Part = readonly string[];
/** Parts that follow each other; an empty line comes between two blocks. */
export type Block = readonly Part[];

/** A part that is divided has at least this many lines on each page. */
const LEAST = 2;

/** The lines that the pages of a text may have. */
export interface PageHeights {
  readonly first: number;
  readonly next?: number;
  /** The last page may have fewer. */
  readonly last?: number;
}

/**
 * Blocks as pages. A part that fits on a page isn't split, unless the page before it would stay more than half empty.
 */
export function paginate(blocks: readonly Block[], { first, next = first, last }: PageHeights): string[][] {
  const pages: string[][] = [];
  const roomOf = (page: number) => Math.max(1, page === 0 ? first : next);
  /** Where on the last page a part or a block begins. */
  let starts: number[] = [];
  const open = (lines: readonly string[]) => {
    pages.push([...lines]);
    starts = [];
  };
  const add = (part: Part, gap: number): void => {
    const page = pages.at(-1);
    const whole = roomOf(pages.length - 1);
    const room = page ? whole - page.length - gap : 0;
    const fills = page && page.length * 2 < whole && Math.min(room, part.length - LEAST) >= LEAST;
    const here = part.length <= room ? part.length : fills ? Math.min(room, part.length - LEAST) : 0;
    if (here > 0) {
      starts.push(page!.length);
      page!.push(...(gap > 0 ? [''] : []), ...part.slice(0, here));
    }
    for (let at = here; at < part.length; at += roomOf(pages.length - 1))
      open(part.slice(at, at + roomOf(pages.length)));
  };
  for (const block of blocks)
    block.filter(({ length }) => length > 0).forEach((part, at) => add(part, at === 0 ? 1 : 0));
  const end = pages.at(-1);
  if (end === undefined || last === undefined || end.length <= last) return pages;
  return [...pages.slice(0, -1), ...dividedEnd(end, starts, Math.max(1, Math.min(last, next)))];
}

// As much as possible stays on the page before the last: what follows is the last block that fits, or the last parts.
function dividedEnd(end: readonly string[], starts: readonly number[], last: number): string[][] {
  const fits = (start: number) => end.length - start - (end[start] === '' ? 1 : 0) <= last;
  const latest = Math.max(end.length - last, Math.min(LEAST, end.length - 1));
  const at = starts.findLast((start) => end[start] === '' && fits(start)) ?? starts.findLast(fits) ?? latest;
  const rest = end.slice(at);
  return [end.slice(0, at), rest[0] === '' ? rest.slice(1) : rest];
}

/** Blocks as lines, with an empty line between two of them. */
export function joined(blocks: readonly Block[]): string[] {
  return blocks
    .map((block) => block.flat())
    .filter((lines) => lines.length > 0)
    .flatMap((lines, at) => (at === 0 ? lines : ['', ...lines]));
}
