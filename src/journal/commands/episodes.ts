import { defineCommand, JSON_FLAG } from '../../app/command.ts';
import { episodesOf } from '../core/episodes.ts';
import { factsOf } from '../core/episode-list.ts';
import { isAhead } from '../core/timed.ts';
import { episodeLines, episodesDocument } from '../views/episodes.ts';
import { todayRules } from '../../today/day.ts';
import { journalWords } from '../content.ts';
import { readEntries } from '../entries.ts';

export const command = defineCommand({
  name: 'log episodes',
  summary: 'list your episodes: how long, how bad, and their triggers',
  description: [
    'Lists the episodes in the journal, the newest first. For each it shows the length, the worst pain, the trigger, what helped, and how it ended.',
    'An episode starts at the time that you give to triage, or with pain of 2 or more. It ends with pain 0 for a day, after a week without pain of 2 or more, or with log resolved.',
  ],
  options: { json: JSON_FLAG },
  examples: [{ command: 'unspasm log episodes', does: 'list all episodes' }],
  seeAlso: ['unspasm today', 'unspasm log resolved'],
  run: (_invocation, context) => {
    const now = context.now();
    const rules = todayRules(context);
    const entries = readEntries(context).filter(({ at }) => !isAhead(at, now));
    const episodes = factsOf(episodesOf(entries, rules, now), entries, rules, now);
    return {
      document: () => episodesDocument(episodes),
      lines: () => episodeLines(context.page, episodes, journalWords(context), now),
    };
  },
});
