import type { Change } from './batches.ts';
import type { Fields } from './fields.ts';
import { latestStates } from './fold.ts';
import { keyOf } from './merge.ts';
import type { Entry, JournalLine } from './records.ts';
import { fieldsOf, sameFields } from './undo.ts';
import { sameWords } from './signs.ts';

/** What brings the entries of a backup back. */
export interface Restoration {
  /** Lines that the journal doesn't have any more, in the order of their revisions. */
  readonly lines: readonly JournalLine[];
  /** Entries that are removed or different now. */
  readonly changes: readonly Change[];
  /** How many entries come back, and how many become again what they were. */
  readonly added: number;
  readonly changed: number;
  /** How many entries are as they were. */
  readonly same: number;
  /** How many entries were added since: they stay. */
  readonly since: number;
}

/**
 * Compares a backup with the journal. Every entry of the backup becomes what it was then. What was added since stays,
 * so nothing is lost, whichever backups are restored in whichever order.
 */
export function restorationOf(journal: readonly JournalLine[], backup: readonly JournalLine[]): Restoration {
  const there = new Set(journal.map(keyOf));
  const missing = new Map(backup.filter((line) => !there.has(keyOf(line))).map((line) => [keyOf(line), line]));
  const lines = [...missing.values()].toSorted((a, b) => (a.rev < b.rev ? -1 : 1));
  const before = latestStates(journal);
  const after = latestStates([...journal, ...lines]);
  const then = latestStates(backup);
  const wanted = [...then.values()].filter((line): line is Entry => line.op === 'put');
  const changes = wanted.flatMap((entry): Change[] => {
    const current = after.get(entry.id)!;
    return isAs(current, entry) ? [] : [{ current, fields: withSignsOf(current, fieldsOf(entry)) }];
  });
  const others = wanted.filter((entry) => !isAs(before.get(entry.id), entry));
  const changed = others.filter(({ id }) => before.get(id)?.op === 'put').length;
  const isSince = (line: JournalLine) => line.op === 'put' && then.get(line.id)?.op !== 'put';
  return {
    lines,
    changes,
    added: others.length - changed,
    changed,
    same: wanted.length - others.length,
    since: [...before.values()].filter(isSince).length,
  };
}

// A backup may have been made before the words were checked for warning signs. As long as an entry has the same words, the
// signs that were found in them since stay.
function isAs(line: JournalLine | undefined, entry: Entry): boolean {
  return line?.op === 'put' && sameFields(fieldsOf(line), withSignsOf(line, fieldsOf(entry)));
}

function withSignsOf(line: JournalLine, fields: Fields): Fields {
  if (line.op !== 'put' || line.kind === 'triage' || !sameWords(line, fields)) return fields;
  const { signs: _signs, unsure: _unsure, ...rest } = fields;
  const { signs, unsure } = line;
  return { ...rest, ...(signs && { signs }), ...(unsure && { unsure }) };
}

/** How a removed entry was before it was removed; undefined for one that was never there, or still is. */
export function beforeRemoval(lines: readonly JournalLine[], id: string): Entry | undefined {
  const states = lines.filter((line) => line.id === id);
  if (latestStates(states).get(id)?.op !== 'del') return undefined;
  return latestStates(states.filter(({ op }) => op === 'put')).get(id) as Entry | undefined;
}
