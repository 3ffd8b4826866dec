import { MAKER, QUESTIONS_MARK, questionsMark } from '../own.ts';
import type { Content, EntryLine, Page, Section } from '../page/page.ts';
import { chartFigure } from './chart.ts';
import { html, type Markup } from './markup.ts';
import { STYLE } from './style.ts';
import { tableMarkup } from './table.ts';

/** A report as an HTML page: one file without scripts, which loads nothing from the network. */
export function htmlOf(page: Page): string {
  const { title, period, intro, rows, byHand, foot, entries } = page;
  const text = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${MAKER} ${page.version}">
<meta name="${QUESTIONS_MARK}" content="${questionsMark(page.questions)}">
<title>${title}, ${period}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${intro.map((line) => html`<p>${line}</p>`)}
${rows.map(rowMarkup)}
<p class="hand">${byHand.map((what) => html`${what} <span></span> `)}</p>
${foot.map((line) => html`<p class="small">${line}</p>`)}
${entries && entriesSection(entries)}
</main>
</body>
</html>
`;
  return text.markup;
}

function rowMarkup(sections: readonly Section[]): Markup {
  const [only, ...others] = sections.map(sectionMarkup);
  return others.length === 0
    ? html`${only}
`
    : html`<div class="two">${only}${others}</div>
`;
}

function sectionMarkup({ title, content }: Section): Markup {
  if (title === undefined) return html`${content.map(contentMarkup)}`;
  return html`<section>
<h2>${title}</h2>
${content.map(contentMarkup)}
</section>`;
}

function contentMarkup(content: Content): Markup {
  if (content.kind === 'table') return tableMarkup(content.table);
  if (content.kind === 'chart') return chartFigure(content.chart);
  if (content.kind === 'blank') return html`<p class="line">&nbsp;</p>`;
  if (content.kind === 'list') return listMarkup(content.items, content.isNumbered);
  return content.style ? html`<p class="${content.style}">${content.text}</p>` : html`<p>${content.text}</p>`;
}

function listMarkup(items: readonly string[], isNumbered?: true): Markup {
  const lines = items.map((item) => html`<li>${item}</li>`);
  return isNumbered ? html`<ol>${lines}</ol>` : html`<ul>${lines}</ul>`;
}

function entriesSection(entries: readonly EntryLine[]): Markup {
  const rows = entries.map(
    ({ when, text }) => html`<tr><th scope="row">${when}</th>
<td>${text}</td></tr>
`,
  );
  return html`<section class="all">
<h2>All entries</h2>
<table>
<caption class="hidden">All entries, oldest first</caption>
<thead><tr><th scope="col">When</th><th scope="col">Entry</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</section>`;
}
