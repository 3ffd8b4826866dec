import type { Context } from '../../app/context.ts';
import type { OwnStretches } from './own-stretches.ts';

/** No stretches of one's own. */
export const NO_OWN: OwnStretches = { stretches: [], routines: [] };

/**
 * The user's own stretches and routines. What reads YAML is loaded only where there is a file.
 * @throws UsageError that names the lines that are wrong
 * @throws OperationError if the file can't be read
 */
export async function loadOwn({ content, ownStretchesFile }: Context): Promise<OwnStretches> {
  const file = ownStretchesFile();
  if (!file) return NO_OWN;
  const { readOwn } = await import('./read-own.ts');
  return readOwn(file, { content: content.stretches(), poses: new Set(content.poses().keys()) });
}
