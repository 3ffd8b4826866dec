import type { JournalTexts } from '../../content/journal-content.ts';
import { periodText, sayDate } from '../core/say-when.ts';
import { daysABar, groupsOf, periodOf, worstOf } from '../core/summary/groups.ts';
import type { Day, PegRating, Summary, TherapyUse, TriggerDays } from '../core/summary/types.ts';
import { SEVERE } from '../core/rating.ts';
import type { Words } from '../core/records.ts';
import { pluralize } from '../../text/plural.ts';
import { sanitize } from '../../text/sanitize.ts';
import { bullets, hasBars, type Page, paragraph, sparkline } from '../../terminal/page.ts';
import { weekLines } from './weeks.ts';

/** How many days are read out at most, where no bars can be drawn. */
const READ_OUT = 14;

/** What is needed to show a summary. */
export interface StatsView {
  readonly summary: Summary;
  /** The words for ids in entries. */
  readonly words: Words;
  readonly texts: JournalTexts['stats'];
  readonly now: Date;
}

/** A period of the journal, as lines. */
export function statsLines(page: Page, { summary, words, texts, now }: StatsView): string[] {
  const { period, ratedDays, days } = summary;
  const heading = page.style.heading(`Pain, ${periodText(period, now)}`);
  const parts = [
    ...(ratedDays === 0 ? [paragraph(page, texts.empty)] : ratedParts(page, summary, now)),
    sessionLines(page, summary.therapies, words),
    exerciseLines(page, summary.exercises, words),
    triggerLines(page, summary.triggers, words, texts),
    pegLines(page, summary.peg, now),
  ];
  const shown = parts.filter((lines) => lines.length > 0);
  const title = `${heading}: rated on ${ratedDays} of ${pluralize(days.length, 'day')}`;
  return ['', ...paragraph(page, title), ...shown.flatMap((lines) => ['', ...lines])];
}

function ratedParts(page: Page, summary: Summary, now: Date): string[][] {
  return [
    painLines(page, summary.days, now),
    weekLines(page, summary.weeks, now),
    paragraph(page, burdenText(summary)),
  ];
}

// The worst pain of each day as a row of bars. Where there are more days than columns, a bar is several days.
function painLines(page: Page, days: readonly Day[], now: Date): string[] {
  if (!hasBars(page)) return readOut(page, days, now);
  const columns = page.width - 2;
  const step = daysABar(days, columns);
  const bars = sparkline(page, groupsOf(days, step).map(worstOf));
  const [first, last] = [sayDate(days[0]!.date, now), sayDate(days.at(-1)!.date, now)];
  const between = bars.length - first.length - last.length;
  const dates = between > 0 ? `${first}${' '.repeat(between)}${last}` : periodText(periodOf(days), now);
  const each = step === 1 ? 'each day' : `each ${step} days`;
  return [
    ...paragraph(page, `The worst pain of ${each}, from 0 to 10 (${page.glyphs.gap} means not rated)`).map(
      page.style.strong,
    ),
    `  ${bars}`,
    `  ${dates}`,
  ];
}

function readOut(page: Page, days: readonly Day[], now: Date): string[] {
  const last = days.slice(-READ_OUT);
  const which = last.length === 1 ? 'the last day' : `each of the last ${last.length} days`;
  return paragraph(page, `The worst pain of ${which}, ${periodText(periodOf(last), now)}: ${ratingsText(last)}.`);
}

// "8, 10, unrated, 5, unrated for 5 days, 4": "none" would sound like a pain of 0.
function ratingsText(days: readonly Day[]): string {
  const ratings = days.map(({ worst }) => worst ?? '-').join(', ');
  return ratings.replace(/-(?:, -)*/g, (gap) => {
    return gap === '-' ? 'unrated' : `unrated for ${pluralize(gap.split(', ').length, 'day')}`;
  });
}

function burdenText({ severeDays, limitedDays, medicineDays, late }: Summary): string {
  const parts = [
    `Days at ${SEVERE} or more: ${severeDays}`,
    `Days limited by pain: ${limitedDays}`,
    `Days with a medicine: ${medicineDays}`,
    ...(late.entries > 0 ? [`Entries written more than a day later: ${late.entries} of ${late.of}`] : []),
  ];
  return `${parts.join('. ')}.`;
}

function sessionLines(page: Page, therapies: readonly TherapyUse[], words: Words): string[] {
  if (therapies.length === 0) return [];
  const title = 'Sessions, with the mean pain before and after';
  return [
    ...paragraph(page, title).map(page.style.strong),
    ...bullets(
      page,
      therapies.map((use) => useText(use, words)),
    ),
  ];
}

function useText({ id, sessions, minutes, rated, before, after, hurt }: TherapyUse, words: Words): string {
  const pains = hurt === 0 ? '' : `, it hurt in ${hurt}`;
  if (sessions === 0) return sanitize(`${words(id)}: stopped early${pains}`);
  const times = sessions === 1 ? 'once' : `${sessions} times`;
  const pain = rated === 0 ? 'not rated' : `pain ${before} before and ${after} after (${rated} rated)`;
  return sanitize(`${words(id)}: ${times}, ${minutes} min, ${pain}${pains}`);
}

function exerciseLines(page: Page, exercises: Summary['exercises'], words: Words): string[] {
  if (exercises.length === 0) return [];
  const text = ({ id, times, minutes }: Summary['exercises'][number]) =>
    sanitize(`${words(id) || 'exercise'}: ${times === 1 ? 'once' : `${times} times`}, ${minutes} min`);
  const title = paragraph(page, 'Exercise outside sessions').map(page.style.strong);
  return [...title, ...bullets(page, exercises.map(text))];
}

function triggerLines(
  page: Page,
  triggers: readonly TriggerDays[],
  words: Words,
  texts: JournalTexts['stats'],
): string[] {
  if (triggers.length === 0) return [];
  const title = 'Triggers, with the median of the worst pain on those days';
  return [
    ...paragraph(page, title).map(page.style.strong),
    ...bullets(
      page,
      triggers.map((trigger) => triggerText(trigger, words)),
    ),
    ...paragraph(page, texts.association, '  '),
  ];
}

function triggerText({ id, daysWith, daysWithout, medians }: TriggerDays, words: Words): string {
  const days = pluralize(daysWith, 'day');
  if (!medians) return sanitize(`${words(id)}: on ${days} (too few days to compare)`);
  const without = `${medians.without} on the ${pluralize(daysWithout, 'day')} without`;
  return sanitize(`${words(id)}: ${medians.with} on the ${days} with it, ${without}`);
}

function pegLines(page: Page, peg: readonly PegRating[], now: Date): string[] {
  const [first, last] = [peg[0], peg.at(-1)];
  if (!first || !last) return [];
  const from = first === last ? '' : `${first.score} on ${sayDate(first.at, now)}, `;
  return paragraph(page, `PEG (pain, enjoyment, activity; 0 to 10): ${from}${last.score} on ${sayDate(last.at, now)}`);
}

/** The whole summary for scripts. */
export function statsDocument({ notesWithSigns, ...numbers }: Summary): object {
  return { ...numbers, heard: notesWithSigns };
}
