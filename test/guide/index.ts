import type { SearchContent } from '../../src/guide/search/types.ts';
import { content, readData } from '../content/data-files.ts';

export { index } from '../understanding/built.ts';

export const searchContent = readData('search.json') as SearchContent;

export const chapters = content.chapters();
