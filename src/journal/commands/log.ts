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
  merge: () => import('./merge.ts'),
  split: () => import('./split.ts'),
  stats: () => import('./stats.ts'),
  calendar: () => import('./calendar.ts'),
  peg: () => import('./peg.ts'),
  exercise: async () => ({ command: { ...(await import('./exercise.ts')).command, name: 'log exercise' } }),
  export: () => import('./export.ts'),
  import: () => import('./import.ts'),
  check: () => import('./check.ts'),
  path: () => import('./path.ts'),
  restore: () => import('./restore.ts'),
  purge: () => import('./purge.ts'),
};

export const command = defineCommand({
  name: 'log',
  summary: 'your pain journal: add, show and change entries',
  description: [
    'Keeps a pain journal on this computer. In a terminal it asks you. With a number from 0 to 10 it adds an entry straight away. In a pipe it shows the latest entries.',
    '--at takes a time in plain words. What could be two times is refused. A part of the day stands for an hour: morning 08:00, afternoon 15:00, evening 19:00, night 22:00.',
    'A note on the command line ends up in the history of your shell. To avoid that, use --note - to read it from standard input.',
  ],
  arguments: [
    { syntax: '[pain]', description: 'your pain, from 0 (none) to 10 (the worst imaginable)' },
    { syntax: '[note...]', description: 'a note; put it in quotes if it has an apostrophe' },
  ],
  options: { ...ENTRY_OPTIONS, json: JSON_FLAG },
  examples: [
    { command: 'unspasm log', does: 'answer questions' },
    { command: 'unspasm log 6 "after lifting the crate" --trigger lifting --area lower', does: 'add an entry' },
    { command: 'unspasm log 3 --at "yesterday 18:30"', does: 'add an entry for an earlier time' },
    { command: 'unspasm log list', does: 'show the last ten entries' },
    { command: 'unspasm log undo', does: 'undo the last change' },
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
