import type { EverydayContent } from '../../content/session-types.ts';
import type { Chapter, Passage, Position, Source } from '../../content/types.ts';
import { keyRow, numbered, type Page, paragraph, titled } from '../../terminal/page.ts';

/** The list of chapters, each with its passages' ids. */
export function chapterListLines(page: Page, chapters: readonly Chapter[]): string[] {
  const { style } = page;
  const widest = Math.max(...chapters.map((chapter) => chapter.id.length));
  const rows = chapters.flatMap(({ id, title }) => keyRow(page, id, widest, title));
  return [
    style.heading('The guide to back spasms'),
    '',
    ...rows,
    '',
    ...paragraph(page, 'Read a chapter: unspasm guide <chapter>'),
  ];
}

/** A chapter. @param sources every source by its id; without them, no source is shown */
export function chapterLines(page: Page, chapter: Chapter, sources?: ReadonlyMap<string, Source>): string[] {
  const passages = chapter.passages.flatMap((passage) => ['', ...passageLines(page, passage, sources)]);
  return [page.style.heading(chapter.title), ...passages];
}

function passageLines(page: Page, passage: Passage, sources: ReadonlyMap<string, Source> | undefined): string[] {
  const shown = sources ? sourceIdsOf(passage).flatMap((id) => sourceLines(page, sources.get(id)!, '    ')) : [];
  return [...passageText(page, passage), ...shown];
}

/** What a passage says: title, text and note. */
export function passageText(page: Page, passage: Passage): string[] {
  const note = passage.note ? paragraph(page, `Note: ${passage.note.text}`, '  ') : [];
  return [titled(page, passage), ...paragraph(page, passage.text, '  '), ...note];
}

/** The sources of a passage and of its note. */
export function sourceIdsOf({ sources, note }: Passage): string[] {
  return [...sources, ...(note?.sources ?? [])];
}

/** A source: title, publisher, year and address, as far as they are known. */
export function sourceLines(page: Page, { title, publisher, year, url }: Source, indent: string): string[] {
  const where = [publisher, year, url].filter((part) => part !== null).join(', ');
  return paragraph(page, `Source: ${title} (${where})`, indent);
}

/** One resting position, step by step. */
export function positionLines(page: Page, { name, steps }: Position): string[] {
  return [page.style.strong(name), ...numbered(page, steps)];
}

/** How to get up, turn over and so on, each step by step, with what sends to a doctor. */
export function everydayLines(page: Page, { intro, moves }: EverydayContent): string[] {
  const lines = moves.flatMap(({ name, steps, warning }) => [
    '',
    page.style.strong(name),
    ...numbered(page, steps),
    ...(warning ? paragraph(page, warning, '  ').map(page.style.caution) : []),
  ]);
  return ['', ...paragraph(page, intro), ...lines];
}

/** The chapters as JSON, each passage with its sources in full. */
export function guideDocument(chapters: readonly Chapter[], sources: ReadonlyMap<string, Source>): object {
  const full = (ids: readonly string[]) => ids.map((id) => sources.get(id));
  return {
    chapters: chapters.map(({ id, title, passages }) => ({
      id,
      title,
      passages: passages.map(({ note, ...passage }) => ({
        ...passage,
        sources: full(passage.sources),
        ...(note && { note: { text: note.text, sources: full(note.sources) } }),
      })),
    })),
  };
}
