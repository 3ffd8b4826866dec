import { OperationError } from '../../errors.ts';
import type { Fields } from './fields.ts';
import { type Del, JOURNAL_VERSION, LAST_REVISION_TIME, type Put } from './records.ts';
import { makeUlid, ulidTime } from './ulid.ts';

/** Lines can't be longer, as they are written and read back in one piece. In bytes. */
export const LONGEST_LINE = 65_536;

/** What is needed to write a line. */
export interface Writing {
  readonly device: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The greatest revision so far: a clock that is behind must not put an edit before what it edits. */
  readonly after: string | undefined;
  readonly random: () => number;
}

/**
 * Makes the line that adds or changes an entry.
 * @param replaced the state that it replaces
 * @throws OperationError when the clock is after the year 2199
 */
export function putLine(fields: Fields, writing: Writing, replaced?: { id: string; rev: string }): Put {
  const rev = nextRevision(writing);
  const { device: dev } = writing;
  return {
    v: JOURNAL_VERSION,
    op: 'put',
    id: replaced?.id ?? rev,
    rev,
    dev,
    ...(replaced && { base: replaced.rev }),
    ...fields,
  };
}

/** Makes the line that removes an entry. @throws OperationError when the clock is after the year 2199 */
export function delLine(writing: Writing, removed: { id: string; rev: string }): Del {
  return {
    v: JOURNAL_VERSION,
    op: 'del',
    id: removed.id,
    rev: nextRevision(writing),
    dev: writing.device,
    base: removed.rev,
  };
}

/**
 * A revision that is greater than all so far. The line with the greatest counts: if none could be greater, a change would
 * be acknowledged and then lost.
 * @throws OperationError when the clock is after the year 2199
 */
export function nextRevision({ now, after, random }: Writing): string {
  const time = Math.max(now, after === undefined ? 0 : ulidTime(after) + 1);
  if (time > LAST_REVISION_TIME) {
    throw new OperationError(
      'nothing was saved: the date of this computer, or of the entry, is too far in the future',
      {
        code: 'not-kept',
        hint: 'set the clock of this computer; to check the journal, run: unspasm log check',
      },
    );
  }
  return makeUlid(time, random);
}
