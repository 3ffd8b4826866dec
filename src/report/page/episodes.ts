import type { EpisodeFacts } from '../../journal/core/episode-list.ts';
import { sayFullDate, sayFullPeriod } from '../../journal/core/say-when.ts';
import type { Period } from '../../journal/core/summary/types.ts';
import { toIso } from '../../journal/core/when.ts';
import { pluralize } from '../../text/plural.ts';
import type { ReportData } from './report-data.ts';

/** The episodes that a period touches, the oldest first. @param newestFirst all of them */
export function episodesIn(newestFirst: readonly EpisodeFacts[], { from, to }: Period): EpisodeFacts[] {
  const touches = ({ at, end }: EpisodeFacts) =>
    at.slice(0, 10) <= to && (end === undefined || toIso(end).slice(0, 10) >= from);
  return newestFirst.filter(touches).toReversed();
}

/** When the last episode of the period began, and whether it is over: the first thing that a doctor asks. */
export function episodeSentence({ episodes }: ReportData): string {
  const last = episodes.at(-1);
  if (!last) return 'No episode of pain was recorded in this period.';
  const count = episodes.length > 1 ? ` It is one of ${episodes.length} episodes in this period.` : '';
  return last.end === undefined
    ? `The current episode began ${aboutOr(last, 'on ')}${sayFullDate(last.at)} (day ${last.days}).${count}`
    : `The last episode was ${episodeDates(last)}.${count}`;
}

/** "about 12 Nov 2026 to 14 Nov 2026 (3 days)", "since 12 Nov 2026 (3 days so far)". */
export function episodeDates(episode: EpisodeFacts): string {
  const { at, end, days } = episode;
  if (end === undefined) return `since ${aboutOr(episode)}${sayFullDate(at)} (${pluralize(days, 'day')} so far)`;
  const dates = sayFullPeriod({ from: at.slice(0, 10), to: toIso(end).slice(0, 10) });
  return `${aboutOr(episode)}${dates} (${pluralize(days, 'day')})`;
}

// Somebody who said "1 to 3 days ago" to the warning-sign check didn't name a day.
function aboutOr({ onset, days }: EpisodeFacts, otherwise = ''): string {
  return onset !== undefined && days > 1 ? 'about ' : otherwise;
}
