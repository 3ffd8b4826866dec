import { UsageError } from '../errors.ts';
import type { Entry } from './records.ts';

/** The letters of an id that are shown and typed. */
const SHORT = 5;

/** The end of an id: what a person reads and types. */
export function shortId({ id }: { readonly id: string }): string {
  return id.slice(-SHORT).toLowerCase();
}

/**
 * The entry that somebody means by the end, or the beginning, of its id.
 * @throws UsageError when it is none, or more than one
 */
export function findEntry(entries: readonly Entry[], typed: string): Entry {
  const wanted = typed.toUpperCase();
  const found = entries.filter(({ id }) => wanted.length >= 3 && (id.endsWith(wanted) || id.startsWith(wanted)));
  if (found.length === 1) return found[0]!;
  const what = found.length === 0 ? `there is no entry "${typed}"` : `"${typed}" is the id of ${found.length} entries`;
  const hint = found.length === 0 ? 'unspasm log list --all shows the ids' : 'type more letters of it';
  throw new UsageError(what, { code: 'unknown-entry', hint });
}
