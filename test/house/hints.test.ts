import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '../../src');

/** What an error says to do starts with one of these words. */
const STARTS =
  /^(add|ask|check|choose|copy|correct|create|export|for|give|if|leave|look|make|name|please|put|save|say|see|set|shorten|to|type|undo|use|write)\b/;

/** The hints of errors that are written as one text, with the file that they are in. */
const HINTS = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => hintsIn(readFileSync(join(SRC, file), 'utf8')).map((hint) => `${file}: ${hint}`));

function hintsIn(source: string): string[] {
  const named = source.matchAll(
    /\b(?:hint(?::| =)|withoutInput:|HINT =|right =|RIGHT =)\s*(['"`])(?!\$\{)(.+?)\1[,;\s]/g,
  );
  const refused = source.matchAll(/\bbadImport\(\s*[^;]+?,\s*(['"`])(?!\$\{)([^'"`]+)\1,?\s*\);/g);
  return [...named, ...refused].map(([, , hint]) => hint!);
}

// One pattern for all errors: the message says what happened, and the line below it what to do.
test('every error says what to do, in one clause that starts with it', () => {
  expect(HINTS.length).toBeGreaterThan(40);
  expect(HINTS.filter((one) => !STARTS.test(one.slice(one.indexOf(': ') + 2)) || one.endsWith('.'))).toEqual([]);
});
