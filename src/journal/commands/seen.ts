import { defineCommand } from '../../app/command.ts';
import { MARK_OPTIONS } from '../options.ts';
import { givenFields, logEntry, momentOf } from './save.ts';

export const command = defineCommand({
  name: 'log seen',
  summary: 'say that a professional has seen you',
  description: [
    'Keeps that you were seen by a professional. After a check that sent you to get help, today reminds you until then.',
  ],
  options: MARK_OPTIONS,
  examples: [{ command: 'unspasm log seen --note "hospital, sent home"', does: 'keep that you were seen' }],
  run: ({ options }, context) => {
    const fields = { at: momentOf(context, options.at), ...givenFields(context, options) };
    return logEntry(context, { kind: 'seen', ...fields }, options.json === true);
  },
});
