import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

const DOCS = join(import.meta.dirname, '..', '..', '..', 'docs');

/** The published schema of a line. */
export const SCHEMA_FILE = join(DOCS, 'journal-line.schema.json');

/** The page that describes the format. */
export const FORMAT_PAGE = readFileSync(join(DOCS, 'journal-format.md'), 'utf8');

// A number that JSON can write and JavaScript can't hold, such as 1e999, is a number as well.
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true, strictNumbers: false });
let validate: ValidateFunction | undefined;

/** What the published schema has against a line; nothing when it fits. @param line as its text */
export function problemsOf(line: string): string[] {
  validate ??= ajv.compile(JSON.parse(readFileSync(SCHEMA_FILE, 'utf8')) as object);
  validate(JSON.parse(line));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
