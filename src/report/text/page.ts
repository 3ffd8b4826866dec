import { sayFullPeriod } from '../../journal/core/say-when.ts';
import { median } from '../../journal/core/rating.ts';
import { daysABar, groupsOf, periodOf, WEEK, worstOf } from '../../journal/core/summary/groups.ts';
import type { Day } from '../../journal/core/summary/types.ts';
import { sanitize } from '../../text/sanitize.ts';
import { columnsOf, wrap } from '../../text/wrap.ts';
import { withoutIsolates } from '../page/isolate.ts';
import type { Chart, Content, EntryLine, Page, Section, Table } from '../page/page.ts';

/** Plain text is read in mails and printed: lines of this many characters fit everywhere. */
const WIDTH = 78;
/** Nothing is readable in fewer columns. */
const NARROWEST = 20;
/** How many rows a chart has. */
const ROWS = 14;

/**
 * A report as plain text, with the same sections as on paper.
 * @param columns of the window in which it is read, if it is narrower than plain text usually is
 */
export function textOfPage(page: Page, columns = WIDTH): string {
  const width = Math.max(NARROWEST, Math.min(columns, WIDTH));
  const { title, intro, rows, byHand, foot, entries } = page;
  const blocks = [
    [title, '='.repeat(title.length)],
    ...intro.map((line) => paragraph(line, width)),
    ...rows.flat().map((section) => sectionLines(section, width)),
    byHand.map((what) => `${what} ${'_'.repeat(Math.min(40, width - what.length - 1))}`),
    ...foot.map((line) => paragraph(line, width)),
    ...(entries ? [entriesLines(entries, width)] : []),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** How plain text begins its list of the patient's own questions; only a line to write on is without a number. */
export const QUESTIONS_START = `My questions\n${'-'.repeat('My questions'.length)}\n1. `;

function sectionLines({ title, content }: Section, width: number): string[] {
  const lines = content.flatMap((one) => contentLines(one, width));
  return title === undefined ? lines : [...titleLines(title, width), ...lines];
}

function titleLines(title: string, width: number): string[] {
  return [...paragraph(title, width), '-'.repeat(Math.min(title.length, width))];
}

function contentLines(content: Content, width: number): string[] {
  if (content.kind === 'text') return paragraph(content.text, width);
  if (content.kind === 'table') return tableLines(content.table, width);
  if (content.kind === 'chart') return chartLines(content.chart, width);
  if (content.kind === 'blank') return ['_'.repeat(Math.min(60, width))];
  return content.items.flatMap((item, at) => paragraph(item, width, content.isNumbered ? `${at + 1}. ` : '- '));
}

// Columns as wide as what is in them.
function tableLines({ caption, isBox, heads, rows, foot }: Table, width: number): string[] {
  const cells = [...(heads ? [heads] : []), ...rows.map(({ head, cells: others }) => [head, ...others.map(String)])];
  const safe = cells.map((line) => line.map((cell) => sanitize(withoutIsolates(cell))));
  const widths = (safe[0] ?? []).map((_, at) => Math.max(...safe.map((line) => columnsOf(line[at] ?? ''))));
  const title = isBox ? titleLines(caption, width) : [];
  return [
    ...title,
    ...safe.map((line) =>
      line
        .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - columnsOf(cell)))
        .join('  ')
        .trimEnd(),
    ),
    ...(foot === undefined ? [] : paragraph(foot, width)),
  ];
}

// It has fewer rows than the chart on paper has bars, so that a row may stand for more days. The worst of many days is
// nearly always high: for more than a week, the median of their worst pain says more.
function chartLines({ extremes, days }: Chart, columns: number): string[] {
  const each = daysABar(days, ROWS);
  const groups = groupsOf(days, each);
  const names = groups.map((group) => sayFullPeriod(periodOf(group)));
  const width = Math.max(...names.map(({ length }) => length));
  return [
    ...paragraph(`${chartTitle(each)}, 0 to 10. ${extremes}`, columns),
    ...groups.map((group, at) => `${names[at]!.padEnd(width)}  ${barText(group, each)}`),
  ];
}

function chartTitle(each: number): string {
  if (each === 1) return 'The worst pain of each day';
  return each <= WEEK
    ? `The worst pain of each ${each} days`
    : `The median of the worst pain of each day, and the worst, in each ${each} days`;
}

function barText(days: readonly Day[], each: number): string {
  const worst = worstOf(days);
  const typical = median(days.flatMap((day) => day.worst ?? []));
  if (worst === undefined || typical === undefined) return 'not rated';
  const [size, text] = each <= WEEK ? [worst, `${worst}`] : [typical, `${typical} (worst ${worst})`];
  return `${'#'.repeat(Math.round(size))} ${text}`.trim();
}

function entriesLines(entries: readonly EntryLine[], width: number): string[] {
  return [
    ...titleLines('All entries', width),
    ...entries.flatMap(({ when, text }) => paragraph(`${when}: ${text}`, width)),
  ];
}

function paragraph(text: string, width: number, first = ''): string[] {
  return wrap(sanitize(withoutIsolates(text)), width, { first });
}
