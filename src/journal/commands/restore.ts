import { basename } from 'node:path';
import { type Answer, type Candidate, defineCommand, flag, JSON_FLAG } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { OperationError, UsageError } from '../../errors.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import { openDetector } from '../../understanding/detect.ts';
import { findById, noSuchEntry, shortId } from '../core/find.ts';
import { fold, latestStates } from '../core/fold.ts';
import type { Backup } from '../core/journal.ts';
import type { JournalLine } from '../core/records.ts';
import { beforeRemoval, type Restoration, restorationOf } from '../core/restore.ts';
import { hasNoSigns } from '../core/signs.ts';
import { fieldsOf } from '../core/undo.ts';
import { readJournal } from '../entries.ts';
import { skippedLines } from '../views/bad-lines.ts';
import { type BackupFacts, backupText, backupsDocument, backupsLines, restorationText } from '../views/backups.ts';
import { cautionLines, cautionNotes, signsDocument } from '../views/import.ts';
import { entryDocument } from '../views/journal.ts';
import { echo } from './save.ts';

export const command = defineCommand({
  name: 'log restore',
  summary: 'restore a backup, or an entry that was removed',
  description: [
    'Without a name, it lists the backups on this computer. In a terminal you can choose one. unspasm makes a backup every week, and before each import, restore and purge.',
    'With a backup, every entry becomes what it was then. Entries that you have added since then stay. It makes a backup first, and log undo undoes it as a whole.',
    'With the id of an entry that was removed, it restores that entry.',
  ],
  arguments: [
    {
      syntax: '[name]',
      description: 'a backup (its number, latest, its name or the start of it, or its folder), or the id of an entry',
      values: namesOf,
    },
  ],
  options: {
    'dry-run': flag('show what would be restored, and change nothing'),
    yes: flag("don't ask for confirmation"),
    json: JSON_FLAG,
  },
  examples: [
    { command: 'unspasm log restore', does: 'list the backups' },
    { command: 'unspasm log restore 2', does: 'restore the second backup of the list' },
    { command: 'unspasm log restore latest --dry-run', does: 'show what the latest backup would restore' },
    { command: 'unspasm log restore k3f9q', does: 'restore the removed entry with this id' },
  ],
  seeAlso: ['unspasm log undo', 'unspasm log import'],
  withoutInput: 'to restore without being asked, use --yes',
  run: async ({ args, options }, context) => {
    const backups = factsOf(context);
    const [typed] = args;
    if (typed !== undefined) {
      const backup = backupFor(backups, typed);
      return backup ? restoreBackup(context, backup, options) : restoreEntry(context, typed);
    }
    const asks = !options.json && mayAsk(context.capabilities) && backups.length > 0;
    const chosen = asks ? await askBackup(context, backups) : undefined;
    if (chosen) return restoreBackup(context, chosen, options);
    return {
      document: () => backupsDocument(backups),
      lines: () => backupsLines(context.page, backups, context.now()),
    };
  },
});

function namesOf(context: Context): Candidate[] {
  const now = context.now();
  return factsOf(context).map((backup) => ({ value: backup.name, description: backupText(backup, now) }));
}

// A backup of an empty journal, made before a first import, helps nobody.
function factsOf({ journal }: Context): BackupFacts[] {
  const facts = journal.backups().map((backup) => ({ ...backup, entries: fold(backup.read().lines).length }));
  return facts.filter(({ entries }) => entries > 0);
}

/** @returns undefined where an entry is meant @throws UsageError where several could be, OperationError where none is */
function backupFor(backups: readonly Backup[], typed: string): Backup | undefined {
  if (typed === 'latest' && backups[0]) return backups[0];
  if (/^\d{1,2}$/.test(typed)) return numberedBackup(backups, Number(typed));
  // An id has no hyphens; the names of backups, and most paths, do.
  if (typed !== 'latest' && !/[-/\\]/.test(typed)) return undefined;
  const name = basename(typed);
  const found = backups.filter((one) => one.folder === typed || one.name.startsWith(name));
  const hint = 'to see the backups, run: unspasm log restore';
  if (found.length === 0) throw new OperationError(`there is no backup "${typed}"`, { code: 'no-backup', hint });
  if (found.length > 1)
    throw new UsageError(`"${typed}" fits ${found.length} backups`, { code: 'ambiguous-backup', hint });
  return found[0];
}

// Ids of entries are longer than the numbers in the list.
function numberedBackup(backups: readonly Backup[], number: number): Backup {
  const backup = backups[number - 1];
  if (backup) return backup;
  const hint = 'to see the backups, run: unspasm log restore';
  throw new OperationError(`there is no backup ${number}`, { code: 'no-backup', hint });
}

async function askBackup(context: Context, facts: readonly BackupFacts[]): Promise<Backup> {
  const prompter = await context.prompter();
  const name = await prompter.choice({
    title: 'Backups',
    intro: 'Which one do you want to restore?',
    options: facts.map((one, at) => ({
      id: one.name,
      label: backupText(one, context.now(), facts),
      key: String(at + 1),
    })),
  });
  return facts.find((one) => one.name === name)!;
}

interface RestoreOptions {
  readonly json?: true | undefined;
  readonly 'dry-run'?: true | undefined;
  readonly yes?: true | undefined;
}

async function restoreBackup(context: Context, backup: Backup, options: RestoreOptions): Promise<Answer> {
  const { lines, bad } = backup.read();
  context.note(skippedLines(context.page, bad));
  const there = context.journal.files().flatMap((file) => file.lines);
  const restoration = restorationOf(there, lines);
  const { added, changed, same, since } = restoration;
  const isDryRun = options['dry-run'] === true;
  const isNeeded = restoration.lines.length + restoration.changes.length > 0;
  if (isNeeded && !isDryRun && !options.yes)
    await confirmOrStop(context, restorationText(restoration, 'This restores'));
  const done = isNeeded && !isDryRun ? await adoptChecked(context, restoration, there) : undefined;
  if (done && options.json) context.note(cautionNotes(done.cautions));
  const did = isDryRun ? 'This would restore' : 'Restored';
  const saved = done?.backup;
  return {
    document: () => ({
      dryRun: isDryRun,
      restored: backup.name,
      added,
      changed,
      same,
      since,
      backup: saved ?? null,
      ...(done && signsDocument(done.notes, done.isRead)),
    }),
    lines: () => [
      isNeeded ? restorationText(restoration, did) : 'The journal already has everything in this backup.',
      ...(saved === undefined ? [] : [`A backup was saved in ${saved}`]),
      ...(done ? ['To undo this, run: unspasm log undo', ...cautionLines(context.page, done.cautions)] : []),
    ],
  };
}

// A backup may hold words that were never checked for warning signs.
async function adoptChecked(context: Context, restoration: Restoration, there: readonly JournalLine[]) {
  const { cautionsFor, notesToCheck, signChanges, withSigns } = await import('./import-signs.ts');
  const detect = openDetector(context);
  const after = latestStates([...there, ...restoration.lines]);
  const changes = new Map(restoration.changes.map((change) => [change.current.id, change]));
  for (const [id, { current, fields }] of changes) if (fields) after.set(id, { ...current, ...fields, op: 'put' });
  const restored = [...new Set([...restoration.lines.map(({ id }) => id), ...changes.keys()])].map((id) =>
    after.get(id)!,
  );
  const { lines: checked, isRead } = await withSigns(context, detect, restored, hasNoSigns);
  for (const change of signChanges(restored, checked)) {
    const { id } = change.current;
    changes.set(id, { ...change, current: changes.get(id)?.current ?? change.current });
  }
  const backup = context.journal.adopt(restoration.lines, [...changes.values()], 'restore');
  const states = new Map([...after, ...checked.map((line) => [line.id, line] as const)]);
  const notes = notesToCheck(context, [...states.values()], checked);
  return { backup, notes, isRead, cautions: await cautionsFor(context, detect, notes) };
}

async function confirmOrStop(context: Context, what: string): Promise<void> {
  const prompter = await context.prompter();
  const answers = { yes: { label: 'restore' }, no: { label: "don't restore" }, default: true, escape: false };
  if (await prompter.confirm({ intro: `${what} Do you want to restore it?`, ...answers })) return;
  throw new OperationError('nothing was restored', {
    code: 'declined',
    hint: 'to restore without being asked, use --yes',
  });
}

function restoreEntry(context: Context, typed: string): Answer {
  const { lines } = readJournal(context);
  const states = [...latestStates(lines).values()];
  const found = findById(states, typed, ({ op }) => (op === 'del' ? 'removed' : 'not removed'));
  if (!found) throw noSuchEntry(typed);
  const before = beforeRemoval(lines, found.id);
  if (!before) {
    const hint = `to see it, run: unspasm log show ${shortId(found)}`;
    throw new OperationError(`the entry "${typed}" isn't removed`, { code: 'not-removed', hint });
  }
  const entry = context.journal.put(fieldsOf(before), found);
  return {
    document: () => ({ entry: entryDocument(entry) }),
    lines: () => [echo(context, entry, 'Restored the entry')],
  };
}
