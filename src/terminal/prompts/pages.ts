/** The items of one page of a list: from the first to the one before the last number. */
export type PageSpan = readonly [from: number, to: number];

/**
 * A list cut into pages of whole items, each with as many as fit. An item that is higher than a page
 * has one to itself.
 * @param heights the rows that each item takes @param room the rows of a page
 */
export function pagesOf(heights: readonly number[], room: number): PageSpan[] {
  const pages: PageSpan[] = [];
  let [from, used] = [0, 0];
  for (const [at, height] of heights.entries()) {
    if (at > from && used + height > room) {
      pages.push([from, at]);
      [from, used] = [at, 0];
    }
    used += height;
  }
  return [...pages, [from, heights.length]];
}
