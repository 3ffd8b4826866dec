import type { SearchContent } from '../../src/search/types.ts';
import { content, readData } from '../content/data-files.ts';

export { index } from '../language/built.ts';

export const searchContent = readData('search.json') as SearchContent;

export const chapters = content.chapters();
