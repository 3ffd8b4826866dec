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
  /** Whether a part is divided only if it is higher than a page, such as a box. */
  readonly isWhole?: (part: Part) => boolean;
}

/** A page that is being filled. */
interface Filled {
  readonly lines: string[];
  /** Where a part begins below the first line, with the empty line before a block. */
  readonly starts: number[];
  /** It begins with the next part of a block that is on the page before it. */
  readonly goesOn: boolean;
}

/**
 * Blocks as pages. A part that fits on a page isn't split, unless the page before it would stay more than half empty. No
 * part of a list is alone on the last page.
 */
export function paginate(blocks: readonly Block[], heights: PageHeights): string[][] {
  const { first, next = first, last = Infinity } = heights;
  const pages = fill(blocks, heights, (page) => Math.max(1, page === 0 ? first : next));
  const end = pages.pop();
  if (end === undefined) return [];
  const room = Math.max(1, Math.min(last, next));
  const ends = end.lines.length > last ? dividedEnd(end, room) : withCompany(pages.pop(), end, room);
  return [...pages.map(({ lines }) => lines), ...ends];
}

function fill(blocks: readonly Block[], { isWhole }: PageHeights, roomOf: (page: number) => number): Filled[] {
  const pages: Filled[] = [];
  const add = (part: Part, isFirst: boolean): void => {
    const page = pages.at(-1);
    const gap = isFirst ? 1 : 0;
    const whole = roomOf(pages.length - 1);
    const room = page ? whole - page.lines.length - gap : 0;
    const mayDivide = part.length > roomOf(pages.length) || !isWhole?.(part);
    const fills = page && mayDivide && page.lines.length * 2 < whole && Math.min(room, part.length - LEAST) >= LEAST;
    const here = part.length <= room ? part.length : fills ? Math.min(room, part.length - LEAST) : 0;
    if (here > 0) {
      page!.starts.push(page!.lines.length);
      page!.lines.push(...(gap > 0 ? [''] : []), ...part.slice(0, here));
    }
    for (let at = here; at < part.length; at += roomOf(pages.length - 1))
      pages.push({ lines: part.slice(at, at + roomOf(pages.length)), starts: [], goesOn: at === 0 && !isFirst });
  };
  for (const block of blocks) block.filter(({ length }) => length > 0).forEach((part, at) => add(part, at === 0));
  return pages;
}

// As much as possible stays on the page before the last: what follows is the last block that fits, or the last parts.
function dividedEnd({ lines, starts }: Filled, last: number): string[][] {
  const fitting = starts.filter((start) => lines.length - start - (lines[start] === '' ? 1 : 0) <= last);
  const latest = Math.max(lines.length - last, Math.min(LEAST, lines.length - 1));
  const at = fitting.findLast((start) => lines[start] === '') ?? fitting.at(-2) ?? fitting.at(-1) ?? latest;
  return [lines.slice(0, at), withoutGap(lines.slice(at))];
}

function withCompany(before: Filled | undefined, end: Filled, last: number): string[][] {
  if (!before) return [end.lines];
  const start = before.starts.at(-1);
  const moved = start === undefined ? [] : withoutGap(before.lines.slice(start));
  const isAlone = end.goesOn && end.starts.length === 0 && moved.length > 0;
  if (!isAlone || moved.length + end.lines.length > last) return [before.lines, end.lines];
  return [before.lines.slice(0, start), [...moved, ...end.lines]];
}

function withoutGap(lines: readonly string[]): string[] {
  return lines[0] === '' ? lines.slice(1) : [...lines];
}

/** Blocks as lines, with an empty line between two of them. */
export function joined(blocks: readonly Block[]): string[] {
  return blocks
    .map((block) => block.flat())
    .filter((lines) => lines.length > 0)
    .flatMap((lines, at) => (at === 0 ? lines : ['', ...lines]));
}
