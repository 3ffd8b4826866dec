import { defineCommand } from '../../app/command.ts';
import { MARK_OPTIONS } from '../options.ts';
import { logMark } from './save.ts';

export const command = defineCommand({
  name: 'log resolved',
  summary: 'record that this episode is over',
  description: [
    'Ends the current episode. It also ends by itself when you have logged no more than very mild pain for some time.',
  ],
  options: MARK_OPTIONS,
  examples: [{ command: 'unspasm log resolved', does: 'end the current episode' }],
  run: ({ options }, context) => logMark(context, 'resolved', options),
});
