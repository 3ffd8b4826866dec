import { defineCommand, JSON_FLAG } from '../../app/command.ts';
import { UsageError } from '../../errors.ts';
import { shortId } from '../core/find.ts';
import { entryFor } from '../entries.ts';
import { ID } from '../options.ts';
import { readEpisodes } from './episodes.ts';
import { logEntry } from './save.ts';

export const command = defineCommand({
  name: 'log merge',
  summary: 'count an episode as part of the one before it',
  description: [
    'Joins an episode with the one before it, where it was counted as a new one by mistake. Its id is in the list of unspasm log episodes.',
    'Nothing that you logged changes. To undo it, use log undo or log split.',
  ],
  arguments: [{ ...ID, description: 'the id of an episode, from unspasm log episodes' }],
  options: { json: JSON_FLAG },
  examples: [{ command: 'unspasm log merge k3f9q', does: 'join this episode with the one before it' }],
  seeAlso: ['unspasm log episodes', 'unspasm log split'],
  run: ({ args, options }, context) => {
    const { episodes } = readEpisodes(context);
    const first = entryFor(context, args[0]!);
    const place = episodes.findIndex(({ id }) => id === first.id);
    if (place < 0) throw refusal(`no episode begins with the entry ${shortId(first)}`, 'log episodes');
    if (place === 0) throw refusal(`no episode comes before ${shortId(first)}`, 'log episodes');
    return logEntry(context, { kind: 'merge', at: first.at }, options.json === true);
  },
});

/** The refusal of an entry that isn't the right one. @param list the command that shows the ids of others */
export function refusal(why: string, list: string): UsageError {
  return new UsageError(why, { code: 'wrong-entry', hint: `to see the ids, run: unspasm ${list}` });
}
