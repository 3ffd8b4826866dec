import { type Candidate, defineCommand, flag, JSON_FLAG } from '../../app/command.ts';
import type { Chapter } from '../../content/types.ts';
import type { Context } from '../../app/context.ts';
import { leadBack, present } from '../../app/present.ts';
import { UsageError } from '../../errors.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import { BACK, LIST_KEYS } from '../../terminal/prompter.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import { chapterLines, chapterListLines, guideDocument } from '../views/guide.ts';

export const command = defineCommand({
  name: 'guide',
  summary: 'read the guide, in short topics',
  description: [
    'Lists the chapters of the guide, or shows one chapter or topic. Notes say where other sources add to the guide or disagree with it.',
  ],
  arguments: [{ syntax: '[topic]', description: 'the id of a chapter or a topic', values: topics }],
  options: { sources: flag('show the sources of each topic'), json: JSON_FLAG },
  examples: [
    { command: 'unspasm guide', does: 'list the chapters' },
    { command: 'unspasm guide first-aid', does: 'read one chapter' },
    { command: 'unspasm guide rice-ice --sources', does: 'read one topic, with its sources' },
  ],
  seeAlso: ['unspasm triage', 'unspasm rest', 'unspasm medicines'],
  run: ({ args: [topic], options }, context) => {
    const { content, page, capabilities, inDialogue } = context;
    const chapters = content.chapters();
    if (topic === undefined && inDialogue && mayAsk(capabilities)) return chooseChapters(context, chapters);
    if (topic === undefined) {
      return {
        document: () => guideDocument(chapters, content.sources()),
        lines: () => chapterListLines(page, chapters),
      };
    }
    const chapter = findChapter(chapters, topic);
    return {
      document: () => guideDocument([chapter], content.sources()),
      lines: () => chapterLines(page, chapter, options.sources ? content.sources() : undefined),
    };
  },
});

// On a menu a key is pressed for a chapter, and the chapter leads back to the list.
async function chooseChapters(context: Context, chapters: readonly Chapter[]): Promise<void> {
  const options = chapters.map(({ id, title }, at) => ({ id, label: title, key: LIST_KEYS[at]! }));
  for (;;) {
    const prompter = await context.prompter();
    const title = 'The guide';
    const intro = 'Which chapter do you want to read?';
    const chosen = await prompter.choice({ title, intro, options, default: options[0]!.id, canGoBack: true });
    if (chosen === BACK) return;
    const chapter = chapters.find(({ id }) => id === chosen)!;
    await present(context, { lines: () => chapterLines(context.page, chapter) });
    await leadBack(context);
  }
}

function topics({ content }: Context): Candidate[] {
  return content.chapters().flatMap((chapter) => [chapter, ...chapter.passages].map(toCandidate));
}

function toCandidate({ id, title }: { readonly id: string; readonly title: string }): Candidate {
  return { value: id, description: title };
}

// A chapter by its id, or the chapter of a passage with that passage alone.
function findChapter(chapters: readonly Chapter[], topic: string): Chapter {
  const whole = chapters.find(({ id }) => id === topic);
  if (whole) return whole;
  for (const chapter of chapters) {
    const passages = chapter.passages.filter(({ id }) => id === topic);
    if (passages.length > 0) return { ...chapter, passages };
  }
  const known = chapters.flatMap(({ id, passages }) => [id, ...passages.map((passage) => passage.id)]);
  throw new UsageError(`the guide has no chapter or topic "${topic}"${didYouMean(topic, known)}`, {
    code: 'unknown-topic',
    hint: 'to see all chapters, run: unspasm guide. To ask a question, run: unspasm faq',
  });
}
