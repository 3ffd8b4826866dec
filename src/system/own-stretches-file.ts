import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OperationError, UsageError } from '../errors.ts';

/** Beside the settings. JSON is YAML, too. */
const NAMES = ['stretches.yaml', 'stretches.yml', 'stretches.json'];
/** Ten times what somebody would write by hand. */
const LARGEST = 256 * 1024;

/**
 * The user's own stretches, if there are any.
 * @param settings the file of the settings
 * @throws UsageError for more than one file, or one that is too large
 * @throws OperationError if it can't be read
 */
export function readOwnStretchesFile(settings: string): { readonly path: string; readonly text: string } | undefined {
  const paths = NAMES.map((name) => join(dirname(settings), name)).filter((path) => sizeOf(path) !== undefined);
  const [path, second] = paths;
  if (path === undefined) return undefined;
  const hint = 'to see what it can say, run: unspasm help own-stretches';
  if (second !== undefined)
    throw new UsageError(`there are two files of own stretches: ${path} and ${second}`, {
      code: 'bad-own-stretches',
      hint: 'put both in one file',
    });
  if (sizeOf(path)! > LARGEST) throw new UsageError(`${path} is too large`, { code: 'bad-own-stretches', hint });
  try {
    return { path, text: readFileSync(path, 'utf8').replace(/^\uFEFF/, '') };
  } catch (error) {
    throw new OperationError(`can't read ${path}: ${(error as Error).message}`, { code: 'unreadable', hint });
  }
}

function sizeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size;
}
