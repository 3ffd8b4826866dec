import { defineCommand } from '../../app/command.ts';
import { MARK_OPTIONS } from '../options.ts';
import { givenFields, logEntry, momentOf } from './save.ts';

export const command = defineCommand({
  name: 'log seen',
  summary: 'record that a health professional has seen you',
  description: [
    'Records that a health professional has seen you. If a check told you to get help, unspasm today reminds you until you record this.',
  ],
  options: MARK_OPTIONS,
  examples: [{ command: 'unspasm log seen --note "hospital, sent home"', does: 'record a visit to a hospital' }],
  run: async ({ options }, context) => {
    const isDocument = options.json === true;
    const fields = { at: await momentOf(context, options.at), ...(await givenFields(context, options, isDocument)) };
    return logEntry(context, { kind: 'seen', ...fields }, isDocument);
  },
});
