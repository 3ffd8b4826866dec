import type { Entry } from './records.ts';

/** Whether an entry other than a check mentions warning signs. */
export function mentionsSigns({ kind, signs = [] }: Entry): boolean {
  return kind !== 'triage' && signs.length > 0;
}
