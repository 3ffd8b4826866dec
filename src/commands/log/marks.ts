import { JSON_OPTION, type CommandDeclaration, type Invocation } from '../../command.ts';
import type { Context } from '../../context.ts';
import type { Kind } from '../../journal/records.ts';
import { givenFields, keep, momentOf } from './add.ts';

const OPTIONS = [
  { flags: '--at <time>', description: 'when it was, as log takes it' },
  { flags: '--note <text>', description: 'a note; - reads it from standard input' },
  JSON_OPTION,
];

export const seen: CommandDeclaration = {
  name: 'log seen',
  summary: 'say that a professional has seen you',
  description: [
    'Keeps that you were seen by a professional. After a check that sent you to get help, today reminds you until then.',
  ],
  options: OPTIONS,
  examples: [{ command: 'unspasm log seen --note "hospital, sent home"', does: 'keep that you were seen' }],
  run: (invocation, context) => mark('seen', invocation, context),
};

export const resolved: CommandDeclaration = {
  name: 'log resolved',
  summary: 'say that this episode is over',
  description: ['Ends the episode that lasts. Pain 0 for a day ends it, too.'],
  options: OPTIONS,
  examples: [{ command: 'unspasm log resolved', does: 'it is over' }],
  run: (invocation, context) => mark('resolved', invocation, context),
};

async function mark(kind: Kind, { options }: Invocation, context: Context): Promise<void> {
  await keep(
    context,
    { kind, at: momentOf(context, options), ...givenFields(context, options) },
    Boolean(options['json']),
  );
}
