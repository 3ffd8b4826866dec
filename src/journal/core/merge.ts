import { latestStates } from './fold.ts';
import type { JournalLine } from './records.ts';
import { fieldsOf, sameFields } from './undo.ts';
import { makeUlid, seeded, ulidTime } from './ulid.ts';

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

/**
 * Compares imported lines with those of the journal. The same id, revision and operation mean the same line.
 * @param takenBack the revisions with which an import was taken back: what they removed or changed, an import makes again
 */
export function mergeOf(
  journal: readonly JournalLine[],
  incoming: readonly JournalLine[],
  takenBack: ReadonlySet<string> = new Set(),
): Merge {
  const there = new Set(journal.map(keyOf));
  const fresh = new Map<string, JournalLine>();
  for (const line of incoming) if (!there.has(keyOf(line))) fresh.set(keyOf(line), line);
  const before = latestStates(journal);
  const again = madeAgain(latestStates([...journal, ...fresh.values()]), latestStates(incoming), takenBack);
  const renewed = new Set(again.map(({ id }) => id));
  for (const line of again) fresh.set(keyOf(line), line);
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
    known: incoming.filter((line) => there.has(keyOf(line)) && !renewed.has(line.id)).length,
  };
}

// A line that is there already would bring nothing back, so what it says is written as a new state.
function madeAgain(
  states: ReadonlyMap<string, JournalLine>,
  incoming: ReadonlyMap<string, JournalLine>,
  takenBack: ReadonlySet<string>,
): JournalLine[] {
  return [...incoming.values()].flatMap((line) => {
    const state = states.get(line.id)!;
    if (!takenBack.has(state.rev) || saysTheSame(state, line)) return [];
    return [{ ...line, rev: makeUlid(ulidTime(state.rev) + 1, seeded(state.rev)), base: state.rev }];
  });
}

function saysTheSame(one: JournalLine, other: JournalLine): boolean {
  if (one.op === 'del' || other.op === 'del') return one.op === other.op;
  return sameFields(fieldsOf(one), fieldsOf(other));
}

type Change = 'added' | 'changed' | 'removed' | 'none';

function changeOf(before: JournalLine | undefined, after: JournalLine): Change {
  const was = before?.op === 'put';
  if (after.op === 'del') return was ? 'removed' : 'none';
  if (!was) return 'added';
  return before.rev === after.rev ? 'none' : 'changed';
}

/** What makes two lines the same: they are copies of each other. */
export function keyOf({ id, rev, op }: JournalLine): string {
  return `${id} ${rev} ${op}`;
}
