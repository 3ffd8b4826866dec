import type { EpisodeFacts } from '../../journal/core/episode-list.ts';
import { sayFullDate, sayFullPeriod } from '../../journal/core/say-when.ts';
import type { Period } from '../../journal/core/summary/types.ts';
import { pluralize } from '../../text/plural.ts';
import { list, section, type Section, textOf } from './page.ts';
import type { ReportData } from './report-data.ts';
import { shorten } from './isolate.ts';

/** The episodes that a period touches, the oldest first. @param newestFirst all of them */
export function episodesIn(newestFirst: readonly EpisodeFacts[], { from, to }: Period): EpisodeFacts[] {
  const touches = (one: EpisodeFacts) => one.from <= to && (one.to === undefined || one.to >= from);
  return newestFirst.filter(touches).toReversed();
}

/** When the last episode of the period began, and whether it is over: the first thing that a doctor asks. */
export function episodeSentence({ episodes }: ReportData): string {
  const last = episodes.at(-1);
  if (!last) return 'No episode of pain was recorded in this period.';
  const count = episodes.length > 1 ? ` It is one of ${episodes.length} episodes in this period.` : '';
  return last.end === undefined
    ? `The current episode began ${aboutOr(last, 'on ')}${sayFullDate(last.from)} (day ${last.days}).${count}`
    : `The last episode was ${episodeDates(last)}.${count}`;
}

/** "about 12 Nov 2026 to 14 Nov 2026 (3 days)", "since 12 Nov 2026 (3 days so far)". */
export function episodeDates(episode: EpisodeFacts): string {
  const { from, to, days } = episode;
  if (to === undefined) return `since ${aboutOr(episode)}${sayFullDate(from)} (${pluralize(days, 'day')} so far)`;
  const dates = sayFullPeriod({ from, to });
  return `${aboutOr(episode)}${dates} (${pluralize(days, 'day')})`;
}

// Somebody who said "1 to 3 days ago" to the warning-sign check didn't name a day.
function aboutOr({ isEstimate, days }: EpisodeFacts, otherwise = ''): string {
  return isEstimate && days > 1 ? 'about ' : otherwise;
}

/** How many flare-ups fit on the page, the latest, and how many characters of a trigger or of what helped. */
const SHOWN = 5;
const LONGEST = 24;
/** How many triggers of a flare-up are named, and how many things that helped. */
const NAMED = 2;

/** The episodes of the period: how many, how long, what set them off and what helped. */
export function flareUpsSection({ episodes, words }: ReportData): Section {
  const rest = episodes.length - SHOWN;
  const lines = episodes.slice(-SHOWN).map((episode) => flareUpText(episode, words.of));
  const items = [...(rest > 0 ? [`${pluralize(rest, 'earlier flare-up')}, not listed here`] : []), ...lines];
  return section('Flare-ups', items.length === 0 ? textOf('None was recorded.') : list(items));
}

// "12 Nov 2026 to 14 Nov 2026 (3 days): worst 8; trigger: long sitting; helped: ice"
function flareUpText(episode: EpisodeFacts, words: (id: string) => string): string {
  const { worst, triggers, helped } = episode;
  const parts = [
    worst === undefined ? 'not rated' : `worst ${worst}`,
    ...named('trigger', triggers, words),
    ...named('helped', helped, words),
  ];
  const dates = episodeDates(episode);
  return `${dates.charAt(0).toUpperCase()}${dates.slice(1)}: ${parts.join('; ')}`;
}

function named(label: string, ids: readonly string[], words: (id: string) => string): string[] {
  const shown = ids.slice(0, NAMED).map((id) => shorten(words(id), LONGEST));
  const more = ids.length > NAMED ? [`and ${ids.length - NAMED} more`] : [];
  return ids.length === 0 ? [] : [`${label}: ${[...shown, ...more].join(', ')}`];
}
