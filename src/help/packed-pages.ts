/** The pages by topic. */
export type HelpPages = Readonly<Record<string, string>>;

/** Ends a page in the packed text; no page contains it. */
const FORM_FEED = '\f';

/** All pages as one text, each under its topic: to find one in a text takes less than to parse them all. */
export function packPages(pages: HelpPages): string {
  return (
    FORM_FEED +
    Object.entries(pages)
      .flatMap(([topic, page]) => [topic, '\n', page, FORM_FEED])
      .join('')
  );
}

/** The page of a topic, which may be any text; undefined where there is none. */
export function pageIn(packed: string, topic: string): string | undefined {
  const found = packed.indexOf(`${FORM_FEED}${topic}\n`);
  // A text with a line break in it could match the beginning of a page.
  if (found < 0 || topic.includes('\n')) return undefined;
  const from = found + topic.length + 2;
  return packed.slice(from, packed.indexOf(FORM_FEED, from));
}

/** All pages of a packed text. */
export function unpackPages(packed: string): HelpPages {
  const each = packed.split(FORM_FEED).filter((one) => one !== '');
  return Object.fromEntries(each.map((one) => [one.split('\n', 1)[0]!, one.slice(one.indexOf('\n') + 1)]));
}
