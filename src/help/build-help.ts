import { openContent } from '../system/content.ts';
import { allCommands } from '../app/program.ts';
import { manPage, type ManFacts } from './man/page.ts';
import { makePages } from './pages.ts';

/** The entry of the build: all help pages, by topic. @param dataFolder the path of `data/` */
export const pagesFor = (dataFolder: string) => makePages(openContent(dataFolder));

/** The manual page, in roff. @param dataFolder the path of `data/` */
export async function manFor(dataFolder: string, facts: Omit<ManFacts, 'safety'>): Promise<string> {
  const content = openContent(dataFolder);
  return manPage(await allCommands(content), { ...facts, safety: content.triage().disclaimer.full });
}
