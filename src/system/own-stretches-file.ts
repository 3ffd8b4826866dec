import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../errors.ts';
import { readBytes } from './text-files.ts';

/** Beside the settings. JSON is YAML, too. */
const NAMES = ['stretches.yaml', 'stretches.yml', 'stretches.json'];
/** Ten times what somebody would write by hand. */
const LARGEST = 256 * 1024;

/**
 * The user's own stretches, if there are any.
 * @param settings the file of the settings
 * @throws UsageError for more than one file, or one that is too large or isn't a text
 * @throws OperationError if it can't be read
 */
export function readOwnStretchesFile(settings: string): { readonly path: string; readonly text: string } | undefined {
  const paths = NAMES.map((name) => join(dirname(settings), name)).filter((path) => factsOf(path) !== undefined);
  const [path, second] = paths;
  if (path === undefined) return undefined;
  const hint = 'to see what it can say, run: unspasm help own-stretches';
  if (second !== undefined)
    throw new UsageError(`there are two files of own stretches: ${path} and ${second}`, {
      code: 'bad-own-stretches',
      hint: 'put both in one file',
    });
  const wrong = (what: string) => new UsageError(`${path} ${what}`, { code: 'bad-own-stretches', hint });
  const facts = factsOf(path)!;
  // A pipe would be waited for.
  if (!facts.isFile()) throw wrong("isn't a file");
  if (facts.size > LARGEST) throw wrong('is too large');
  const bytes = readBytes(path, () => new Uint8Array());
  try {
    return { path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    throw wrong("isn't UTF-8: save it again in that encoding");
  }
}

function factsOf(path: string) {
  return statSync(path, { throwIfNoEntry: false });
}
