import { JSON_OPTION, lastWord, optionName, type CommandDeclaration, type Invocation } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { ownValue } from '../../text/own-value.ts';
import { ENTRY_OPTIONS } from '../options.ts';
import { ENTRY_COMMANDS } from './subcommands/entries.ts';
import { JOURNAL_COMMANDS } from './subcommands/journal.ts';

const SUBCOMMANDS = [...ENTRY_COMMANDS, ...JOURNAL_COMMANDS];

export const command: CommandDeclaration = {
  name: 'log',
  summary: 'the pain journal: add, list, change, take back',
  description: [
    'Keeps a pain journal on this computer. On a terminal it asks; with a number from 0 to 10 it adds an entry at once; in a pipe it shows the last entries.',
    'A note on the command line ends up in the history of your shell; --note - reads it from standard input instead.',
  ],
  arguments: [
    { syntax: '[pain]', description: 'pain, from 0 (none) to 10 (the worst imaginable)' },
    { syntax: '[note...]', description: 'a note; in quotes where it has an apostrophe or such' },
  ],
  options: [...ENTRY_OPTIONS, JSON_OPTION],
  examples: [
    { command: 'unspasm log', does: 'ask' },
    { command: 'unspasm log 6 "after lifting the crate" --trigger lifting --area lower', does: 'add an entry' },
    { command: 'unspasm log 3 --at "yesterday 18:30"', does: 'add one for an earlier time' },
    { command: 'unspasm log list', does: 'the last ten' },
    { command: 'unspasm log undo', does: 'take back what was done last' },
  ],
  seeAlso: ['unspasm today', 'unspasm triage'],
  withoutInput: 'give the pain on the command line: unspasm log 6 "a note"',
  subcommands: Object.fromEntries(SUBCOMMANDS.map((one) => [lastWord(one.name), () => ({ command: one })])),
  run,
};

async function run(invocation: Invocation, context: Context): Promise<void> {
  const { args, options } = invocation;
  const says = args.length > 0 || ENTRY_OPTIONS.some((option) => ownValue(options, optionName(option)) !== undefined);
  if (says) {
    const { add } = await import('./add.ts');
    return add(
      invocation,
      context,
      SUBCOMMANDS.map(({ name }) => lastWord(name)),
    );
  }
  if (context.capabilities.interactive && !options['json']) {
    const { askEntry } = await import('./ask.ts');
    return askEntry(context);
  }
  const { listEntries } = await import('./list.ts');
  return listEntries(invocation, context);
}
