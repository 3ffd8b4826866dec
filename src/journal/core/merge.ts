import { latestStates } from './fold.ts';
import type { JournalLine } from './records.ts';

/** What an import changes. */
export interface Merge {
  /** The lines that the journal doesn't have yet, in the order of their revisions. */
  readonly fresh: readonly JournalLine[];
  /** How many entries are added, changed and removed. */
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** How many lines the journal already has. */
  readonly known: number;
}

/** Compares imported lines with those of the journal. The same id, revision and operation mean the same line. */
export function mergeOf(journal: readonly JournalLine[], incoming: readonly JournalLine[]): Merge {
  const there = new Set(journal.map(keyOf));
  const fresh = new Map<string, JournalLine>();
  for (const line of incoming) if (!there.has(keyOf(line))) fresh.set(keyOf(line), line);
  const before = latestStates(journal);
  const after = latestStates([...journal, ...fresh.values()]);
  const touched = [...new Set([...fresh.values()].map(({ id }) => id))].map((id) =>
    changeOf(before.get(id), after.get(id)!),
  );
  const count = (change: Change) => touched.filter((one) => one === change).length;
  return {
    // Revisions have to grow within a file, as the newest entries are looked for at its end.
    fresh: [...fresh.values()].toSorted((a, b) => (a.rev < b.rev ? -1 : 1)),
    added: count('added'),
    changed: count('changed'),
    removed: count('removed'),
    known: incoming.filter((line) => there.has(keyOf(line))).length,
  };
}

type Change = 'added' | 'changed' | 'removed' | 'none';

function changeOf(before: JournalLine | undefined, after: JournalLine): Change {
  const was = before?.op === 'put';
  if (after.op === 'del') return was ? 'removed' : 'none';
  if (!was) return 'added';
  return before.rev === after.rev ? 'none' : 'changed';
}

function keyOf({ id, rev, op }: JournalLine): string {
  return `${id} ${rev} ${op}`;
}
