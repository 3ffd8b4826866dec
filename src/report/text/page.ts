import { sayFullPeriod } from '../../journal/core/say-when.ts';
import { daysABar, groupsOf } from '../../journal/core/summary/groups.ts';
import { sanitize } from '../../text/sanitize.ts';
import { wrap } from '../../text/wrap.ts';
import { barOf } from '../page/chart.ts';
import type { Chart, Content, EntryLine, Page, Section, Table } from '../page/page.ts';

/** Plain text is read in mails and printed: lines of this many characters fit everywhere. */
const WIDTH = 78;
/** How many rows a chart has. */
const ROWS = 14;

/** A report as plain text, with the same sections as on paper. */
export function textOfPage(page: Page): string {
  const { title, intro, rows, byHand, foot, entries } = page;
  const blocks = [
    [title, '='.repeat(title.length)],
    ...intro.map((line) => paragraph(line)),
    ...rows.flat().map(sectionLines),
    byHand.map((what) => `${what} ${'_'.repeat(40)}`),
    ...foot.map((line) => paragraph(line)),
    ...(entries ? [entriesLines(entries)] : []),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** How plain text begins its list of the patient's own questions; only a line to write on is without a number. */
export const QUESTIONS_START = `My questions\n${'-'.repeat('My questions'.length)}\n1. `;

function sectionLines({ title, content }: Section): string[] {
  const lines = content.flatMap(contentLines);
  return title === undefined ? lines : [title, '-'.repeat(title.length), ...lines];
}

function contentLines(content: Content): string[] {
  if (content.kind === 'text') return paragraph(content.text);
  if (content.kind === 'table') return tableLines(content.table);
  if (content.kind === 'chart') return chartLines(content.chart);
  if (content.kind === 'blank') return ['_'.repeat(60)];
  return content.items.flatMap((item, at) => paragraph(item, content.isNumbered ? `${at + 1}. ` : '- '));
}

// Columns as wide as what is in them; a table that is wider than the page is a list of sentences.
function tableLines({ caption, isBox, heads, rows, foot }: Table): string[] {
  const cells = [...(heads ? [heads] : []), ...rows.map(({ head, cells: others }) => [head, ...others.map(String)])];
  const safe = cells.map((line) => line.map((cell) => sanitize(cell)));
  const widths = (safe[0] ?? []).map((_, at) => Math.max(...safe.map((line) => line[at]?.length ?? 0)));
  const title = isBox ? [caption, '-'.repeat(caption.length)] : [];
  return [
    ...title,
    ...safe.map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    ),
    ...(foot === undefined ? [] : paragraph(foot)),
  ];
}

function chartLines({ text, days }: Chart): string[] {
  const bars = groupsOf(days, Math.max(1, daysABar(days, ROWS))).map(barOf);
  const names = bars.map((bar) => sayFullPeriod(bar));
  const width = Math.max(...names.map(({ length }) => length));
  return [
    ...paragraph(text),
    ...bars.map(({ worst }, at) => {
      const bar = worst === undefined ? 'not rated' : `${'#'.repeat(Math.round(worst))} ${worst}`;
      return `${names[at]!.padEnd(width)}  ${bar.trim()}`;
    }),
  ];
}

function entriesLines(entries: readonly EntryLine[]): string[] {
  const title = 'All entries';
  return [title, '-'.repeat(title.length), ...entries.flatMap(({ when, text }) => paragraph(`${when}: ${text}`))];
}

function paragraph(text: string, first = ''): string[] {
  return wrap(sanitize(text), WIDTH, { first });
}
