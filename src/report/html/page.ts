import type { Entry } from '../../journal/core/records.ts';
import { sayFullDate, sayFullPeriod } from '../../journal/core/say-when.ts';
import type { Summary } from '../../journal/core/summary/types.ts';
import { pluralize } from '../../text/plural.ts';
import { burdenBox, painBox } from './boxes.ts';
import { chart } from './chart.ts';
import { html, type Markup, shorten } from './markup.ts';
import { MAKER, questionsMark } from '../own.ts';
import { pegSection, triedSection, triggersSection, whereSection } from './sections.ts';
import { signsSection } from './signs.ts';
import { STYLE } from './style.ts';
import type { ReportWords, ReportData } from './report-data.ts';

/** How many questions fit on the page, and how many characters of each. */
const QUESTIONS = 4;
const LONGEST_QUESTION = 120;

/** The report as an HTML page: one file without scripts, which loads nothing from the network. */
export function reportPage(report: ReportData): string {
  const { summary, texts, entries, words } = report;
  const asked = questionsMark(report.questions);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${MAKER} ${report.version}">
<meta name="${asked.name}" content="${asked.content}">
<title>${texts.title}, ${periodText(summary)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${texts.title}</h1>
<p>${periodText(summary)}. ${coverageText(summary)}</p>
<div class="two">${painBox(report)}${burdenBox(summary)}</div>
${signsSection(report)}
<section>
<h2>Pain by day</h2>
${summary.ratedDays === 0 ? html`<p>${texts.noRatings}</p>` : chart(summary.days)}
</section>
<div class="two">${pegSection(report)}${whereSection(report)}</div>
<div class="two">${triggersSection(report)}${triedSection(report)}</div>
${questionsSection(report)}
${handwrittenLine(report)}
${entries && entriesSection(entries, words)}
</main>
</body>
</html>
`;
  return page.markup;
}

function periodText({ period, days }: Summary): string {
  return `${sayFullPeriod(period)}${days.length > 1 ? ` (${days.length} days)` : ''}`;
}

function coverageText({ ratedDays, days, late }: Summary): string {
  const rated = `Pain was rated on ${ratedDays} of ${pluralize(days.length, 'day')}`;
  if (late.of === 0) return `${rated}.`;
  const written = late.entries === 0 ? 'No entry was' : `${late.entries} of ${late.of} entries were`;
  return `${rated}. ${written} written more than a day later.`;
}

// Where there are no questions yet, a line is left to write them in the waiting room.
function questionsSection({ questions }: ReportData): Markup {
  const rest = questions.length - QUESTIONS;
  const asked = questions.slice(0, QUESTIONS).map((question) => html`<li>${shorten(question, LONGEST_QUESTION)}</li>`);
  return html`<section>
<h2>My questions</h2>
${asked.length === 0 ? html`<p class="line">&nbsp;</p>` : html`<ol>${asked}</ol>`}
${rest > 0 && html`<p>and ${rest} more</p>`}
</section>`;
}

function handwrittenLine({ texts, today, version }: ReportData): Markup {
  return html`<p class="hand">Name: <span></span> Date of birth: <span></span></p>
<p class="small">${texts.selfReported} ${texts.byHand} Made with unspasm ${version} on ${sayFullDate(today)}.</p>`;
}

function entriesSection(entries: readonly Entry[], words: ReportWords): Markup {
  const rows = entries.map(
    (entry) => html`<tr><th scope="row">${sayFullDate(entry.at)} ${entry.at.slice(11, 16)}</th>
<td>${words.entry(entry)}</td></tr>
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
