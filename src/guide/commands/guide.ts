import { JSON_OPTION, type Candidate, type CommandDeclaration, type Invocation } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { UsageError } from '../../errors.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import { chapterLines, chapterListLines, guideDocument } from '../views/guide.ts';

export const command: CommandDeclaration = {
  name: 'guide',
  summary: 'read the guide: all of it, in short passages',
  description: [
    'Lists the chapters of the guide, or shows a chapter or a passage of it. Notes say where other sources add to the guide or disagree with it.',
  ],
  arguments: [{ syntax: '[topic]', description: 'the id of a chapter or of a passage', values: topics }],
  options: [{ flags: '--sources', description: 'show where each passage comes from' }, JSON_OPTION],
  examples: [
    { command: 'unspasm guide', does: 'the chapters' },
    { command: 'unspasm guide first-aid', does: 'one chapter' },
    { command: 'unspasm guide rice-ice --sources', does: 'one passage, with its sources' },
  ],
  seeAlso: ['unspasm triage', 'unspasm rest', 'unspasm medicines'],
  run,
};

function topics({ content }: Context): Candidate[] {
  return content.chapters().flatMap((chapter) => [chapter, ...chapter.passages].map(toCandidate));
}

function toCandidate({ id, title }: { readonly id: string; readonly title: string }): Candidate {
  return { value: id, description: title };
}

function run({ args, options }: Invocation, { content, page, print, printJson }: Context): void {
  const chapters = content.chapters();
  const topic = args[0];
  const whole = chapters.find((chapter) => chapter.id === topic);
  const holder = chapters.find((chapter) => chapter.passages.some((passage) => passage.id === topic));
  const part = holder && { ...holder, passages: holder.passages.filter((passage) => passage.id === topic) };
  const shown = whole ?? part;
  if (topic !== undefined && !shown) {
    const known = chapters.flatMap((chapter) => [chapter.id, ...chapter.passages.map((passage) => passage.id)]);
    throw new UsageError(`the guide has no chapter or passage "${topic}"${didYouMean(topic, known)}`, {
      code: 'unknown-topic',
      hint: 'unspasm guide lists the chapters; unspasm faq looks words up',
    });
  }
  if (options['json']) return printJson(guideDocument(shown ? [shown] : chapters, content.sources()));
  if (!shown) return print(chapterListLines(page, chapters));
  print(chapterLines(page, shown, options['sources'] ? content.sources() : undefined));
}
