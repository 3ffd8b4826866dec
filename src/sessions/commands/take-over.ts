import { defineCommand } from '../../app/command.ts';
import { TAKE_OVER } from '../run/session-run.ts';
import { takeOver } from '../run/take-over.ts';
import { SESSION_OPTIONS, sessionFlags } from './options.ts';

/** What a session in the background is started as. Help pages don't mention it. */
export const command = defineCommand({
  name: TAKE_OVER,
  summary: '',
  description: [],
  arguments: [{ syntax: '<process>', description: 'the number of the process that hands its session over' }],
  options: SESSION_OPTIONS,
  examples: [],
  run: ({ args, options }, context) => takeOver(context, Number(args[0]), sessionFlags(options)),
});
