import { defineCommand, JSON_FLAG } from '../../app/command.ts';
import { shortId } from '../core/find.ts';
import { entryFor } from '../entries.ts';
import { ID } from '../options.ts';
import { readEpisodes } from './episodes.ts';
import { refusal } from './merge.ts';
import { logEntry } from './save.ts';

export const command = defineCommand({
  name: 'log split',
  summary: 'begin a new episode with an entry',
  description: [
    'Counts an entry, and those after it, as a new episode, where they were counted as part of the one before by mistake. The id of the entry is in the list of unspasm log list.',
    'Nothing that you logged changes. To undo it, use log undo or log merge.',
  ],
  arguments: [ID],
  options: { json: JSON_FLAG },
  examples: [{ command: 'unspasm log split k3f9q', does: 'begin a new episode with this entry' }],
  seeAlso: ['unspasm log episodes', 'unspasm log merge'],
  run: ({ args, options }, context) => {
    const first = entryFor(context, args[0]!);
    const time = Date.parse(first.at);
    const { episodes } = readEpisodes(context);
    const episode = episodes.find(({ start, end = Infinity }) => start <= time && time <= end);
    if (!episode) throw refusal(`the entry ${shortId(first)} isn't part of an episode`, 'log list --all');
    if (episode.id === first.id || episode.start === time)
      throw refusal(`an episode already begins with the entry ${shortId(first)}`, 'log list --all');
    return logEntry(context, { kind: 'split', at: first.at }, options.json === true);
  },
});
