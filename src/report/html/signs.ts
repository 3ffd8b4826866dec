import { sayFullDate } from '../../journal/say-when.ts';
import type { Check, Summary } from '../../journal/summary/types.ts';
import { html, type Markup, short } from './markup.ts';
import type { ReportWords, Subject } from './subject.ts';

/** So many checks fit on the page; those that found something go first. */
const SHOWN = 3;
/** So many notes that told of a sign, the latest. */
const NOTES = 1;
const LONGEST = 190;

/**
 * The warning signs: what was asked when, and what the answer was. Silence must never read as a
 * negative finding.
 */
export function signsSection({ summary, texts, words }: Subject): Markup {
  const { checks } = summary;
  const shown = mostTelling(checks);
  const left = checks.length - shown.length;
  const lines = [
    ...(checks.length === 0 ? [texts.signs.never] : []),
    ...shown.map((check) => checkText(check, words, texts.signs.none)),
    ...(left > 0 ? [`${left} more ${left === 1 ? 'check' : 'checks'}${restText(checks, shown)}.`] : []),
    ...heardTexts(summary, words),
  ];
  return html`<section>
<h2>Warning signs</h2>
<ul>${lines.map((line) => html`<li>${short(line, LONGEST)}</li>`)}</ul>
${checks.length > 0 && html`<p class="small">${texts.signs.silence}</p>`}
</section>`;
}

function heardTexts({ heard }: Summary, words: ReportWords): string[] {
  const last = heard.slice(-NOTES);
  const texts = last.map(
    ({ at, signs }) => `A note of ${sayFullDate(at)} told of: ${signs.map(words.sign).join('; ')}.`,
  );
  return heard.length > NOTES ? [...texts, `${heard.length - NOTES} more told of a sign.`] : texts;
}

// The latest of those that found something, then the latest of the others; told in the order of time.
function mostTelling(checks: readonly Check[]): Check[] {
  const latest = checks.toReversed();
  const byWeight = [...latest.filter(isTelling), ...latest.filter((check) => !isTelling(check))];
  const chosen = new Set(byWeight.slice(0, SHOWN));
  return checks.filter((check) => chosen.has(check));
}

function isTelling({ signs, unsure }: Check): boolean {
  return signs.length > 0 || unsure.length > 0;
}

function restText(checks: readonly Check[], shown: readonly Check[]): string {
  const telling = checks.filter((check) => isTelling(check) && !shown.includes(check)).length;
  return telling === 0 ? ', in which no sign was reported' : `, in ${telling} of which signs were reported`;
}

function checkText({ at, level, signs, unsure, notAsked }: Check, words: ReportWords, none: string): string {
  const parts = [
    signs.length === 0 && unsure.length === 0 && none,
    signs.length > 0 && `yes: ${signs.map(words.sign).join('; ')}`,
    unsure.length > 0 && `not sure: ${unsure.map(words.sign).join('; ')}`,
    notAsked.length > 0 && `not asked: ${notAsked.map(words.question).join('; ')}`,
    `the program said: ${level}`,
  ];
  const [answer = '', ...more] = parts.filter((part) => part !== false);
  return [`Asked on ${sayFullDate(at)}: ${answer}.`, ...more.map((part) => `${sentence(part)}.`)].join(' ');
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
