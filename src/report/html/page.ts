import type { Entry } from '../../journal/core/records.ts';
import { sayFullDate, sayFullPeriod } from '../../journal/core/say-when.ts';
import type { Summary } from '../../journal/core/summary/types.ts';
import { pluralize } from '../../text/plural.ts';
import { burdenBox, painBox } from './boxes.ts';
import { chart } from './chart.ts';
import { html, type Markup, short } from './markup.ts';
import { MAKER } from '../own.ts';
import { pegSection, triedSection, triggersSection, whereSection } from './sections.ts';
import { signsSection } from './signs.ts';
import { STYLE } from './style.ts';
import type { ReportWords, Subject } from './subject.ts';

const QUESTIONS = 4;
const LONGEST_QUESTION = 120;

/** The report: one file that asks nothing of the network and runs nothing. */
export function reportPage(subject: Subject): string {
  const { summary, texts, entries, words } = subject;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${MAKER} ${subject.version}">
<title>${texts.title}, ${periodText(summary)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${texts.title}</h1>
<p>${periodText(summary)}. ${coverageText(summary)}</p>
<div class="two">${painBox(subject)}${burdenBox(summary)}</div>
${signsSection(subject)}
<section>
<h2>Pain by day</h2>
${summary.ratedDays === 0 ? html`<p>${texts.noRatings}</p>` : chart(summary.days)}
</section>
<div class="two">${pegSection(subject)}${whereSection(subject)}</div>
<div class="two">${triggersSection(subject)}${triedSection(subject)}</div>
${questionsSection(subject)}
${byHand(subject)}
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
  const written = late.entries === 0 ? 'no entry was' : `${late.entries} of ${late.of} entries were`;
  return `${rated}; ${written} written more than a day later.`;
}

// Who has none yet has some in the waiting room.
function questionsSection({ questions }: Subject): Markup {
  const left = questions.length - QUESTIONS;
  const asked = questions.slice(0, QUESTIONS).map((question) => html`<li>${short(question, LONGEST_QUESTION)}</li>`);
  return html`<section>
<h2>My questions</h2>
${asked.length === 0 ? html`<p class="line">&nbsp;</p>` : html`<ol>${asked}</ol>`}
${left > 0 && html`<p>and ${left} more</p>`}
</section>`;
}

function byHand({ texts, today, version }: Subject): Markup {
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
<caption class="hidden">All entries, the oldest first</caption>
<thead><tr><th scope="col">When</th><th scope="col">What</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</section>`;
}
