import { defineCommand } from '../../app/command.ts';
import { MARK_OPTIONS } from '../options.ts';
import { logMark } from './save.ts';

export const command = defineCommand({
  name: 'log seen',
  summary: 'record that a health professional has seen you',
  description: [
    'Records that a health professional has seen you. If a check told you to get help, unspasm today reminds you until you record this.',
  ],
  options: MARK_OPTIONS,
  examples: [{ command: 'unspasm log seen --note "hospital, sent home"', does: 'record a visit to a hospital' }],
  run: ({ options }, context) => logMark(context, 'seen', options),
});
