import { JSON_OPTION, type CommandDeclaration } from '../../../app/command.ts';
import { KINDS } from '../../core/records.ts';
import { ENTRY_OPTIONS, ID, MARK_OPTIONS } from '../../options.ts';

const list: CommandDeclaration = {
  name: 'log list',
  summary: 'show entries, the newest first',
  description: ['Shows the last ten entries, the newest first, or those that are asked for.'],
  options: [
    { flags: '--all', description: 'all of them' },
    { flags: '--count <number>', description: 'how many' },
    { flags: '--from <time>', description: 'not before: a day or a time, as --at takes' },
    { flags: '--to <time>', description: 'not after; a day alone includes all of it' },
    { flags: '--kind <kinds>', description: KINDS.join(', '), list: true, values: KINDS },
    { flags: '--search <text>', description: 'only those that hold this text' },
    JSON_OPTION,
  ],
  examples: [
    { command: 'unspasm log list --all --json', does: 'everything, for a script' },
    { command: 'unspasm log list --kind pain --from 2026-11-01', does: 'the pain since a day' },
  ],
  run: async (invocation, context) => (await import('../list.ts')).listEntries(invocation, context),
};

const show: CommandDeclaration = {
  name: 'log show',
  summary: 'show one entry, all of it',
  description: ['Shows one entry with everything that is kept of it.'],
  arguments: [ID],
  options: [JSON_OPTION],
  examples: [{ command: 'unspasm log show k3f9q', does: 'the entry with this id' }],
  run: async (invocation, context) => (await import('../show.ts')).showEntry(invocation, context),
};

const edit: CommandDeclaration = {
  name: 'log edit',
  summary: 'change an entry',
  description: [
    'Changes what the options name and leaves the rest. The former state stays in the file, and log undo brings it back.',
  ],
  arguments: [ID],
  options: [
    { flags: '--pain <number>', description: 'pain, from 0 to 10' },
    ...ENTRY_OPTIONS,
    { flags: '--no-limited', description: 'it kept you from nothing' },
    JSON_OPTION,
  ],
  examples: [
    { command: 'unspasm log edit k3f9q --pain 4 --at "yesterday 18:30"', does: 'correct the pain and the time' },
  ],
  seeAlso: ['unspasm log undo'],
  run: async (invocation, context) => (await import('../edit.ts')).editEntry(invocation, context),
};

const remove: CommandDeclaration = {
  name: 'log remove',
  summary: 'take an entry out',
  description: [
    'Takes an entry out of the journal, on every device. Its text stays in the file, so that log undo can bring it back; log purge erases.',
  ],
  arguments: [ID],
  options: [JSON_OPTION],
  examples: [{ command: 'unspasm log remove k3f9q', does: 'take the entry with this id out' }],
  seeAlso: ['unspasm log undo', 'unspasm log purge'],
  run: async (invocation, context) => (await import('../remove.ts')).removeEntry(invocation, context),
};

const undo: CommandDeclaration = {
  name: 'log undo',
  summary: 'take back what was done last; once more: do it again',
  description: ['Takes back what was last added, changed or removed on this device. That can itself be undone.'],
  options: [JSON_OPTION],
  examples: [{ command: 'unspasm log undo', does: 'take back the last thing' }],
  run: async (invocation, context) => (await import('../remove.ts')).undoLast(invocation, context),
};

const seen: CommandDeclaration = {
  name: 'log seen',
  summary: 'say that a professional has seen you',
  description: [
    'Keeps that you were seen by a professional. After a check that sent you to get help, today reminds you until then.',
  ],
  options: MARK_OPTIONS,
  examples: [{ command: 'unspasm log seen --note "hospital, sent home"', does: 'keep that you were seen' }],
  run: async (invocation, context) => (await import('../marks.ts')).markSeen(invocation, context),
};

const resolved: CommandDeclaration = {
  name: 'log resolved',
  summary: 'say that this episode is over',
  description: ['Ends the episode that lasts. Pain 0 for a day ends it, too.'],
  options: MARK_OPTIONS,
  examples: [{ command: 'unspasm log resolved', does: 'it is over' }],
  run: async (invocation, context) => (await import('../marks.ts')).markResolved(invocation, context),
};

/** What is done with entries; the code of each is loaded when it runs. */
export const ENTRY_COMMANDS = [list, show, edit, remove, undo, seen, resolved];
