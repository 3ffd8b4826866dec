import type { EpisodeFacts } from '../core/episode-list.ts';
import type { Words } from '../core/records.ts';
import { periodText, sayDate } from '../core/say-when.ts';
import { toIso } from '../core/when.ts';
import { pluralize } from '../../text/plural.ts';
import { sanitize } from '../../text/sanitize.ts';
import { bullets, type Page, paragraph } from '../../terminal/page.ts';

/** Why an episode counts as over. */
const ENDINGS = {
  zero: 'pain 0 for a day',
  quiet: 'a week without pain of 2 or more',
  said: 'you said it was over',
} as const;

/** Episodes as a list. @param episodes the newest first */
export function episodeLines(page: Page, episodes: readonly EpisodeFacts[], words: Words, now: Date): string[] {
  if (episodes.length === 0)
    return paragraph(page, 'No episode so far. One begins with pain of 2 or more: unspasm log');
  return bullets(
    page,
    episodes.map((episode) => sanitize(factsText(episode, words, now))),
  );
}

// "1 Nov to 3 Nov (3 days): worst 8; trigger: heavy lifting; helped: ice; ended: pain 0 for a day"
function factsText({ at, onset, end, ended, days, worst, triggers, helped }: EpisodeFacts, words: Words, now: Date) {
  const about = onset !== undefined && days > 1 ? 'about ' : '';
  const length = `${about}${pluralize(days, 'day')}`;
  const when =
    end === undefined
      ? `Since ${sayDate(at, now)} (${length} so far)`
      : `${periodText({ from: at.slice(0, 10), to: toIso(end).slice(0, 10) }, now)} (${length})`;
  const parts = [
    worst === undefined ? 'not rated' : `worst ${worst}`,
    ...(triggers.length > 0 ? [`trigger: ${triggers.map(words).join(', ')}`] : []),
    ...(helped.length > 0 ? [`helped: ${helped.map(words).join(', ')}`] : []),
    ...(ended ? [`ended: ${ENDINGS[ended]}`] : []),
  ];
  return `${when}: ${parts.join('; ')}`;
}

/** The same for scripts. */
export function episodesDocument(episodes: readonly EpisodeFacts[]): object {
  return {
    episodes: episodes.map(({ at, onset, end, ended, days, worst, triggers, helped }) => ({
      start: at,
      onset: onset ?? null,
      end: end === undefined ? null : toIso(end),
      ended: ended ?? null,
      days,
      worst: worst ?? null,
      triggers,
      helped,
    })),
  };
}
