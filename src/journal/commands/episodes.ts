import { defineCommand, JSON_FLAG } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { factsOf } from '../core/episode-list.ts';
import { type Episode, episodesOf } from '../core/episodes.ts';
import type { Entry } from '../core/records.ts';
import { episodeLines, episodesDocument } from '../views/episodes.ts';
import { todayRules } from '../../today/day.ts';
import { journalWords } from '../content.ts';
import { countedEntries } from '../entries.ts';

export const command = defineCommand({
  name: 'log episodes',
  summary: 'list your episodes: how long, how bad, and their triggers',
  description: [
    'Lists the episodes in the journal, the newest first. For each it shows the length, the worst pain, the trigger, what helped, and how it ended.',
    'An episode starts at the time that you give to triage, or with a rating above very mild pain. It ends with log resolved, or by itself when you have logged no more than very mild pain for some time; the list shows how long that was.',
    'Each episode has the id of the entry with which it began. If one was counted wrongly, use log merge or log split.',
  ],
  options: { json: JSON_FLAG },
  examples: [{ command: 'unspasm log episodes', does: 'list all episodes' }],
  seeAlso: ['unspasm log merge', 'unspasm log split', 'unspasm log resolved'],
  run: (_invocation, context) => {
    const now = context.now();
    const limits = todayRules(context);
    const read = readEpisodes(context);
    const episodes = factsOf(read.episodes, read.entries, now);
    const { episodes: texts } = context.content.journalTexts();
    return {
      document: () => episodesDocument(episodes),
      lines: () => episodeLines(context.page, { episodes, words: journalWords(context), texts, limits, now }),
    };
  },
});

/** The episodes of the journal, the oldest first. */
export function readEpisodes(context: Context): { readonly episodes: Episode[]; readonly entries: readonly Entry[] } {
  const entries = countedEntries(context);
  return { entries, episodes: episodesOf(entries, todayRules(context), context.now()) };
}
