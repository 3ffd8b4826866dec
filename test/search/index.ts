import { buildIndex } from '../../src/search/build.ts';
import { openIndex } from '../../src/search/search.ts';
import type { SearchContent } from '../../src/search/types.ts';
import { content, readData } from '../content/data-files.ts';

export const searchContent = readData('search.json') as SearchContent;

export const chapters = content.chapters();

/** The index over the real guide, as the build makes it. */
export const built = buildIndex(chapters, searchContent);

/** The same, as the program reads it. */
export const index = openIndex(JSON.parse(JSON.stringify(built)) as typeof built);
