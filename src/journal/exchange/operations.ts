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

/**
 * Reads the lines of such an export, or of a file of a journal, as a backup has them.
 * @throws UsageError that says what is wrong with it
 */
export function readOperations(text: string, file: string): JournalLine[] {
  // A file of the journal has one operation in each line, and no list.
  if (typeof parseLine(text.split('\n', 1)[0]!) === 'object') return readFileLines(text, file);
  const { operations } = parsed(text, file) as { readonly operations?: unknown };
  if (!Array.isArray(operations)) throw badImport(`${file} has no list of operations`, RIGHT);
  return operations.map((one: unknown, at) => lineOr(JSON.stringify(one), `${file}: operation ${at + 1}`));
}

function readFileLines(text: string, file: string): JournalLine[] {
  const lines = text.split('\n').map((line, at) => [line, `${file}:${at + 1}: it`] as const);
  return lines.filter(([line]) => line.trim() !== '').map(([line, where]) => lineOr(line, where));
}

function lineOr(json: string, where: string): JournalLine {
  const line = parseLine(json);
  if (typeof line !== 'string') return line;
  throw badImport(`${where} can't be imported: ${line}`, 'correct it and import the file again');
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
