import { OperationError, UsageError } from '../../errors.ts';

/** How many characters of an id are shown. */
const SHORT = 5;

/** What has an id: an entry, or the line that removed it. */
interface Identified {
  readonly id: string;
}

/** The end of an id, in lower case: what people read and type. */
export function shortId({ id }: Identified): string {
  return id.slice(-SHORT).toLowerCase();
}

/**
 * Finds what an id stands for.
 * @param typed the start or the end of an id: at least three characters, in upper or lower case
 * @param describe says in a few words which one it is, where several fit
 * @returns undefined when there is none
 * @throws UsageError when there are several, with a longer id for each
 */
export function findById<T extends Identified>(
  all: readonly T[],
  typed: string,
  describe: (one: T) => string,
): T | undefined {
  // These letters aren't in any id, because they look like digits: somebody who types one means the digit.
  const wanted = typed.toUpperCase().replace(/[IL]/g, '1').replace(/O/g, '0');
  const found = all.filter(({ id }) => wanted.length >= 3 && (id.endsWith(wanted) || id.startsWith(wanted)));
  if (found.length < 2) return found[0];
  const shown = found.slice(0, NAMED).map((one) => `${endOf(one, found)} (${describe(one)})`);
  const more = found.length > NAMED ? ` and ${found.length - NAMED} more` : '';
  throw new UsageError(`"${typed}" fits the ids of ${found.length} entries`, {
    code: 'ambiguous-entry',
    hint: `type more letters of the id: ${shown.join(', ')}${more}`,
  });
}

/** How many of several that fit are named. */
const NAMED = 4;

// As much of the end as no other has.
function endOf({ id }: Identified, found: readonly Identified[]): string {
  const others = found.filter((one) => one.id !== id);
  let length = SHORT;
  while (length < id.length && others.some((one) => one.id.endsWith(id.slice(-length)))) length += 1;
  return id.slice(-length).toLowerCase();
}

/** @throws OperationError that says that there is no such entry */
export function noSuchEntry(typed: string): OperationError {
  const hint = 'to see the ids, run: unspasm log list --all';
  return new OperationError(`there is no entry "${typed}"`, { code: 'unknown-entry', hint });
}
