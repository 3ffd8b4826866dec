import { openContent } from '../system/content.ts';
import { makePages } from './pages.ts';

/** The entry of the build: all help pages, by topic. @param dataFolder the path of `data/` */
export const pagesFor = (dataFolder: string) => makePages(openContent(dataFolder));
