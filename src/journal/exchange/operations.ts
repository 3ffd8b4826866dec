import { parseLine } from '../core/parse.ts';
import type { JournalLine } from '../core/records.ts';
import { isShallow } from '../../text/json.ts';
import { SCHEMA_VERSION } from '../../schema-version.ts';
import { badImport } from './refusal.ts';

/**
 * The export of a whole journal: every line, also of removed entries and former states, in the order of writing.
 * @param exported when it was exported, as ISO 8601
 * @param leftOut how many entries were not chosen, where only some were to be exported
 */
export function operationsDocument(lines: readonly JournalLine[], exported: string, leftOut?: number): object {
  const operations = lines.toSorted((a, b) => (a.rev < b.rev ? -1 : 1));
  return { schemaVersion: SCHEMA_VERSION, exported, ...(leftOut !== undefined && { leftOut }), operations };
}

const RIGHT = 'use a file that unspasm log export wrote: {"operations": [...]}';

/** Reads the lines of such an export. @throws UsageError that says what is wrong with it */
export function readOperations(text: string, file: string): JournalLine[] {
  const { operations } = parsed(text, file) as { readonly operations?: unknown };
  if (!Array.isArray(operations)) throw badImport(`${file} has no list of operations`, RIGHT);
  return operations.map((one: unknown, at) => {
    const line = parseLine(JSON.stringify(one));
    if (typeof line !== 'string') return line;
    const what = `${file}: operation ${at + 1} can't be imported: ${line}`;
    throw badImport(what, 'correct it and import the file again');
  });
}

function parsed(text: string, file: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw badImport(`${file} isn't valid JSON: ${(error as Error).message}`, RIGHT);
  }
  if (!isShallow(value)) throw badImport(`${file} is nested too deeply`, RIGHT);
  return (value as object | null) ?? {};
}
