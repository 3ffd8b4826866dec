import { defineCommand, JSON_FLAG } from '../../app/command.ts';
import { ownValue } from '../../text/own-value.ts';
import { ENTRY_OPTIONS } from '../options.ts';

const SUBCOMMANDS = {
  list: () => import('./list.ts'),
  show: () => import('./show.ts'),
  edit: () => import('./edit.ts'),
  remove: () => import('./remove.ts'),
  undo: () => import('./undo.ts'),
  seen: () => import('./seen.ts'),
  resolved: () => import('./resolved.ts'),
  episodes: () => import('./episodes.ts'),
  stats: () => import('./stats.ts'),
  calendar: () => import('./calendar.ts'),
  peg: () => import('./peg.ts'),
  export: () => import('./export.ts'),
  import: () => import('./import.ts'),
  check: () => import('./check.ts'),
  path: () => import('./path.ts'),
  purge: () => import('./purge.ts'),
};

export const command = defineCommand({
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
  options: { ...ENTRY_OPTIONS, json: JSON_FLAG },
  examples: [
    { command: 'unspasm log', does: 'ask' },
    { command: 'unspasm log 6 "after lifting the crate" --trigger lifting --area lower', does: 'add an entry' },
    { command: 'unspasm log 3 --at "yesterday 18:30"', does: 'add one for an earlier time' },
    { command: 'unspasm log list', does: 'the last ten' },
    { command: 'unspasm log undo', does: 'take back what was done last' },
  ],
  seeAlso: ['unspasm today', 'unspasm triage'],
  withoutInput: 'give the pain on the command line: unspasm log 6 "a note"',
  subcommands: SUBCOMMANDS,
  run: async ({ args, options }, context) => {
    const isGiven = args.length > 0 || Object.keys(ENTRY_OPTIONS).some((name) => ownValue(options, name) !== undefined);
    if (isGiven) {
      const { addEntry } = await import('./add.ts');
      return addEntry(context, args, options, Object.keys(SUBCOMMANDS));
    }
    if (context.capabilities.interactive && !options.json) {
      const { askEntry } = await import('./ask.ts');
      return askEntry(context);
    }
    const { listEntries } = await import('./list.ts');
    return listEntries(context, {});
  },
});
