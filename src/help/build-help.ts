import type { Content } from '../content/content.ts';
import { allCommands } from '../app/program.ts';
import { ROOT_TOPIC } from './find-page.ts';
import { type HelpPages, packPages } from './packed-pages.ts';
import { renderCommand, renderRoot, renderTopic } from './render.ts';
import { toAscii } from '../terminal/glyphs.ts';
import { filledTopics } from './topics.ts';
import { openContent } from '../system/content.ts';
import { manPage, type ManFacts } from './man/page.ts';

/**
 * All help pages by topic. The build writes them to `dist/`, so that showing one needs no parser. They are in ASCII, as
 * the build knows nothing of the terminal.
 */
export async function makePages(content: Content): Promise<HelpPages> {
  const commands = await allCommands(content);
  const topics = filledTopics(content);
  const pages = {
    [ROOT_TOPIC]: renderRoot(commands, topics, content.triage().disclaimer.full),
    ...Object.fromEntries(
      commands.flatMap((command) => [
        [command.name, renderCommand(command, command.subcommands)] as const,
        ...command.subcommands.map((one) => [one.name, renderCommand(one)] as const),
      ]),
    ),
    ...Object.fromEntries(Object.entries(topics).map(([name, topic]) => [name, renderTopic(topic)])),
  };
  return Object.fromEntries(Object.entries(pages).map(([topic, text]) => [topic, toAscii(text)]));
}

/** The entry of the build: all help pages as one text. @param dataFolder the path of `data/` */
export const pagesFor = async (dataFolder: string) => packPages(await makePages(openContent(dataFolder)));

/** The manual page, in roff. @param dataFolder the path of `data/` */
export async function manFor(dataFolder: string, facts: Omit<ManFacts, 'safety' | 'topics'>): Promise<string> {
  const content = openContent(dataFolder);
  return manPage(await allCommands(content), {
    ...facts,
    safety: content.triage().disclaimer.full,
    topics: filledTopics(content),
  });
}
