import type { EpisodeLimits, JournalTexts } from '../../content/journal-content.ts';
import type { EpisodeFacts } from '../core/episode-list.ts';
import { shortId } from '../core/find.ts';
import type { Words } from '../core/records.ts';
import { periodText, sayDate } from '../core/say-when.ts';
import { toIso } from '../core/when.ts';
import { fillIn } from '../../text/fill-in.ts';
import { pluralize } from '../../text/plural.ts';
import { sanitize } from '../../text/sanitize.ts';
import { bullets, type Page, paragraph, withId } from '../../terminal/page.ts';
import { labelled } from './labels.ts';

/** What is needed to show episodes. */
export interface EpisodesView {
  /** The newest first. */
  readonly episodes: readonly EpisodeFacts[];
  /** The words for ids in entries. */
  readonly words: Words;
  readonly texts: JournalTexts['episodes'];
  /** What episodes were counted by. */
  readonly limits: EpisodeLimits;
  readonly now: Date;
}

/** Episodes as a list. */
export function episodeLines(page: Page, view: EpisodesView): string[] {
  const { episodes, texts } = view;
  if (episodes.length === 0) return paragraph(page, withLimits(texts.none, view));
  return bullets(
    page,
    episodes.map((episode) => sanitize(factsText(page, episode, view))),
  );
}

function withLimits(text: string, { limits }: EpisodesView): string {
  const { newEpisodePain, recoveredHours, quietDays } = limits;
  return fillIn(text, { pain: `${newEpisodePain}`, hours: `${recoveredHours}`, days: `${quietDays}` });
}

// "1 Nov to 3 Nov (3 days): worst 8; trigger: long sitting or standing; helped: ice; ended: pain 0 for 24 hours"
function factsText(page: Page, episode: EpisodeFacts, view: EpisodesView): string {
  const { from, to, isEstimate, ended, days, worst, triggers, helped } = episode;
  const { words, texts, now } = view;
  const about = isEstimate && days > 1 ? 'about ' : '';
  const length = `${about}${pluralize(days, 'day')}`;
  const when =
    to === undefined
      ? `Since ${sayDate(from, now)} (${length} so far)`
      : `${periodText({ from, to }, now)} (${length})`;
  const parts = [
    worst === undefined ? 'not rated' : `worst ${worst}`,
    ...labelled(triggers.map(words), (text) => `trigger: ${text}`),
    ...labelled(helped.map(words), (text) => `helped: ${text}`),
    ...(ended ? [`ended: ${withLimits(texts[ended], view)}`] : []),
  ];
  return withId(page, `${when}: ${parts.join('; ')}`, shortId(episode));
}

/** The same for scripts. */
export function episodesDocument(episodes: readonly EpisodeFacts[]): object {
  return {
    episodes: episodes.map(({ id, at, onset, end, ended, days, worst, triggers, helped }) => ({
      id,
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
