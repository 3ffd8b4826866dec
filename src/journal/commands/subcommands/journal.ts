import { JSON_OPTION, type CommandDeclaration } from '../../../app/command.ts';
import { SCHEMA_VERSION } from '../../../schema-version.ts';
import { EXPORT_FORMATS, ID, PERIOD_OPTIONS } from '../../options.ts';

const stats: CommandDeclaration = {
  name: 'log stats',
  summary: 'what the journal shows: pain, weeks, sessions, triggers',
  description: [
    'Shows a period of the journal: the worst pain of each day, the lowest, median and worst of each week, pain before and after sessions, and the days with and without each trigger.',
    'Days without a rating are gaps and count for nothing. A trigger is compared only from five rated days with it and five without.',
  ],
  options: [...PERIOD_OPTIONS, JSON_OPTION],
  examples: [
    { command: 'unspasm log stats', does: 'the last six weeks' },
    { command: 'unspasm log stats --last 1y --json', does: 'a year, for a script' },
  ],
  seeAlso: ['unspasm log calendar', 'unspasm report'],
  run: async (invocation, context) => (await import('../stats.ts')).showStats(invocation, context),
};

const calendar: CommandDeclaration = {
  name: 'log calendar',
  summary: 'a month, with the worst pain of each day',
  description: [
    'Shows a month as a calendar, with the worst pain of each day as a digit, a mark for days with a session, and a dot where nothing was rated.',
  ],
  arguments: [{ syntax: '[month]', description: '2026-11, nov, last; this month unless told' }],
  options: [JSON_OPTION],
  examples: [
    { command: 'unspasm log calendar', does: 'this month' },
    { command: 'unspasm log calendar last', does: 'the one before' },
  ],
  seeAlso: ['unspasm log stats'],
  run: async (invocation, context) => (await import('../calendar.ts')).showCalendar(invocation, context),
};

const peg: CommandDeclaration = {
  name: 'log peg',
  summary: 'three questions about the past week (PEG scale)',
  description: [
    'Asks how bad pain was on average over the past week, and how much it got in the way of enjoying life and of what you usually do, each from 0 to 10. Clinicians know it as the PEG scale (Krebs et al. 2009); the wording here is our own.',
    'unspasm log offers the questions once a week.',
  ],
  arguments: [
    { syntax: '[pain]', description: 'pain on average, from 0 to 10' },
    { syntax: '[enjoyment]', description: 'how much it got in the way of enjoying life' },
    { syntax: '[activity]', description: 'how much it got in the way of what you usually do' },
  ],
  options: [{ flags: '--at <time>', description: 'when it was, as unspasm log takes it' }, JSON_OPTION],
  examples: [
    { command: 'unspasm log peg', does: 'ask' },
    { command: 'unspasm log peg 6 5 7', does: 'add at once' },
  ],
  seeAlso: ['unspasm log stats', 'unspasm report'],
  withoutInput: 'give the three on the command line: unspasm log peg 6 5 7',
  run: async (invocation, context) => (await import('../peg.ts')).keepWeek(invocation, context),
};

const exportEntries: CommandDeclaration = {
  name: 'log export',
  summary: 'write the journal out: JSON, CSV or Markdown',
  description: [
    'JSON holds every line of the journal, with former states and what was removed: the way to move to another computer, with log import there.',
    'CSV and Markdown hold the entries as they stand. In CSV an apostrophe stands before what a spreadsheet would take for a formula.',
  ],
  options: [
    { flags: '--format <format>', description: 'json, csv or md; json unless told', values: EXPORT_FORMATS },
    { flags: '--output <file>', description: 'where to; - or nothing is standard output' },
    { flags: '--force', description: 'overwrite a file that is there' },
    { flags: '--from <time>', description: 'of CSV and Markdown: not before' },
    { flags: '--to <time>', description: 'of CSV and Markdown: not after' },
  ],
  examples: [
    { command: 'unspasm log export --output journal.json', does: 'all of it, to be imported elsewhere' },
    { command: 'unspasm log export --format csv --from 2026-11-01', does: 'a table of this month' },
  ],
  seeAlso: ['unspasm log import', 'unspasm report'],
  run: async (invocation, context) => (await import('../export.ts')).exportEntries(invocation, context),
};

const importEntries: CommandDeclaration = {
  name: 'log import',
  summary: 'take entries in: from log export, or from a table',
  description: [
    'Takes in what log export wrote as JSON, or a CSV table with a first line of names: at, and pain, note, medicine or therapy. What is there already is passed over, so that a file may be imported again.',
    'All of it is taken in, or nothing; a backup is made before.',
  ],
  arguments: [{ syntax: '<file>', description: 'the file; - is standard input' }],
  options: [{ flags: '--dry-run', description: 'say what would come in, and change nothing' }, JSON_OPTION],
  examples: [
    { command: 'unspasm log import journal.json --dry-run', does: 'what it would bring' },
    { command: 'unspasm log import diary.csv', does: 'a table of another program' },
  ],
  seeAlso: ['unspasm log export'],
  run: async (invocation, context) => (await import('../import.ts')).importEntries(invocation, context),
};

const check: CommandDeclaration = {
  name: 'log check',
  summary: 'whether every line of the journal can be understood',
  description: [
    "Reads every file of the journal, names lines that can't be understood and copies them aside. Nothing is deleted or changed. It ends with 1 when there are such lines.",
  ],
  options: [JSON_OPTION],
  examples: [{ command: 'unspasm log check', does: 'all files' }],
  seeAlso: ['unspasm log path'],
  run: async (invocation, context) => (await import('../check.ts')).checkJournal(invocation, context),
};

const path: CommandDeclaration = {
  name: 'log path',
  summary: 'show where the journal is kept',
  description: ['Shows the folder that the journal is kept in: one file a device.'],
  options: [JSON_OPTION],
  examples: [{ command: 'unspasm log path', does: 'the path of the folder' }],
  run: ({ options }, { journal: { folder }, print, printJson }) =>
    options['json'] ? printJson({ schemaVersion: SCHEMA_VERSION, folder }) : print([folder]),
};

const purge: CommandDeclaration = {
  name: 'log purge',
  summary: 'erase an entry, or the whole journal, for good',
  description: [
    'Erases an entry with all its former states from the files on this computer, or, without an id, the whole journal. Copies on other devices are not touched.',
    'A backup is made first, unless --no-backup says otherwise; the backup holds what was erased.',
  ],
  arguments: [{ ...ID, syntax: '[id]' }],
  options: [
    { flags: '--dry-run', description: 'say what would be erased, and erase nothing' },
    { flags: '--yes', description: "don't ask" },
    { flags: '--no-backup', description: 'make no backup, and erase those that there are' },
    JSON_OPTION,
  ],
  examples: [{ command: 'unspasm log purge k3f9q --yes --no-backup', does: 'erase one entry, without a trace' }],
  withoutInput: 'unspasm log purge --yes erases without asking',
  run: async (invocation, context) => (await import('../purge.ts')).purgeJournal(invocation, context),
};

/** What is done with the journal as a whole; the code of each is loaded when it runs. */
export const JOURNAL_COMMANDS = [stats, calendar, peg, exportEntries, importEntries, check, path, purge];
