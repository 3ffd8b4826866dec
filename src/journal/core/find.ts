import { OperationError, UsageError } from '../../errors.ts';
import type { Entry } from './records.ts';

/** How many characters of an id are shown. */
const SHORT = 5;

/** The end of an id, in lower case: what people read and type. */
export function shortId({ id }: { readonly id: string }): string {
  return id.slice(-SHORT).toLowerCase();
}

/**
 * Finds an entry by the start or the end of its id.
 * @param typed at least three characters, in upper or lower case
 * @throws OperationError when there is none, UsageError when there are several
 */
export function findEntry(entries: readonly Entry[], typed: string): Entry {
  const wanted = typed.toUpperCase();
  const found = entries.filter(({ id }) => wanted.length >= 3 && (id.endsWith(wanted) || id.startsWith(wanted)));
  if (found.length === 1) return found[0]!;
  if (found.length === 0) {
    const hint = 'to see the ids, run: unspasm log list --all';
    throw new OperationError(`there is no entry "${typed}"`, { code: 'unknown-entry', hint });
  }
  throw new UsageError(`"${typed}" fits the ids of ${found.length} entries`, {
    code: 'ambiguous-entry',
    hint: 'type more letters of the id',
  });
}
