import type { Backup } from '../core/journal.ts';
import type { Restoration } from '../core/restore.ts';
import { whenText } from '../core/say-when.ts';
import { toIso } from '../core/when.ts';
import { pluralize } from '../../text/plural.ts';
import { wrap } from '../../text/wrap.ts';
import { type Page, paragraph } from '../../terminal/page.ts';

/** A backup, and how many entries it has. */
export interface BackupFacts extends Backup {
  readonly entries: number;
}

const entriesText = (count: number) => pluralize(count, 'entry', 'entries');

/**
 * "Sun 29 Nov 14:51, today: 126 entries, before an import".
 * @param all the backups that it is listed with: where another has the same minute, the seconds are shown
 */
export function backupText(backup: BackupFacts, now: Date, all: readonly BackupFacts[] = []): string {
  const { time, entries, why } = backup;
  const when = whenText(toIso(time), now);
  const isTwice = all.some((other) => other !== backup && whenText(toIso(other.time), now) === when);
  const seconds = isTwice ? ` (${Math.floor(time / 1000) % 60} s)` : '';
  return [`${when}${seconds}: ${entriesText(entries)}`, ...(why ? [REASONS[why]] : [])].join(', ');
}

const REASONS = {
  weekly: 'made weekly',
  import: 'before an import',
  restore: 'before a restore',
  purge: 'before a purge',
} as const;

/** The backups as a list, and how to restore one. @param backups the newest first */
export function backupsLines(page: Page, backups: readonly BackupFacts[], now: Date): string[] {
  if (backups.length === 0) return paragraph(page, 'There are no backups on this computer yet.');
  const rows = backups.flatMap((backup, at) =>
    wrap(backupText(backup, now, backups), page.width, { first: `${at + 1}`.padStart(2) + '  ', rest: '    ' }),
  );
  return [...rows, '', ...paragraph(page, 'To restore one, give its number, for example: unspasm log restore 1')];
}

/** The same for scripts. */
export function backupsDocument(backups: readonly BackupFacts[]): object {
  return {
    backups: backups.map(({ name, folder, time, entries, why }) => ({
      name,
      folder,
      at: toIso(time),
      entries,
      why: why ?? null,
    })),
  };
}

/** "Restored 2 entries that were gone and 1 entry as it was then. 120 entries are the same." */
export function restorationText({ added, changed, same, since }: Restoration, did: string): string {
  const what = [
    ...(added > 0 ? [`${entriesText(added)} that ${added === 1 ? 'was' : 'were'} gone`] : []),
    ...(changed > 0 ? [`${entriesText(changed)} as ${changed === 1 ? 'it was' : 'they were'} then`] : []),
  ];
  return [
    `${did} ${what.join(' and ') || 'only earlier versions of entries'}.`,
    ...(same > 0 ? [`${entriesText(same)} ${same === 1 ? 'is' : 'are'} the same.`] : []),
    ...(since > 0 ? [`${entriesText(since)} that you added since then ${since === 1 ? 'stays' : 'stay'}.`] : []),
  ].join(' ');
}
