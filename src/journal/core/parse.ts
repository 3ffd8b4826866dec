import { DEEPEST, isShallow } from '../../text/json.ts';
import { ownValue } from '../../text/own-value.ts';
import { FIELD_NAMES, fieldOf, type FieldType } from './fields.ts';
import { type BadLine, JOURNAL_VERSION, type JournalLine } from './records.ts';
import { isUlid } from './ulid.ts';

/**
 * Longer lines aren't read, in characters: this is sixteen times what is ever written. A file may come from anywhere,
 * and a line is read in one piece.
 */
export const LONGEST_READ = 1_048_576;

export interface ParsedFile {
  readonly lines: readonly JournalLine[];
  readonly bad: readonly BadLine[];
}

/**
 * Reads the text of a journal file. Empty lines, CRLF and a byte order mark are ignored; any other line that can't be
 * read is reported in `bad`, and the rest is read all the same.
 * @param file the name to report
 */
export function parseFile(file: string, text: string): ParsedFile {
  const lines: JournalLine[] = [];
  const bad: BadLine[] = [];
  let line = 0;
  for (const raw of text.split('\n')) {
    line += 1;
    const parsed = parseLine(raw);
    if (typeof parsed !== 'string') lines.push(parsed);
    else if (raw.trim() !== '') bad.push({ file, line, why: parsed });
  }
  return { lines, bad };
}

/** Reads one line of the journal. @returns the line, or a sentence that says why it can't be read */
export function parseLine(line: string): JournalLine | string {
  if (line.length > LONGEST_READ) return `it is longer than ${LONGEST_READ} characters`;
  let value: Partial<JournalLine>;
  try {
    value = JSON.parse(line) as Partial<JournalLine>;
  } catch {
    return line.startsWith('\uFEFF') ? parseLine(line.slice(1)) : whyNoJson(line);
  }
  return problemOf(value) ?? (value as JournalLine);
}

function whyNoJson(line: string): string {
  if (line.includes('\0')) return 'it contains zero bytes, perhaps from a power cut';
  return /^(<{7}|={7}|>{7})/.test(line) ? 'it is a mark of a merge conflict' : "it is incomplete, or isn't JSON";
}

function problemOf(value: Partial<JournalLine> | null): string | undefined {
  if (typeof value !== 'object' || value === null) return "it isn't an entry";
  if (typeof value.v !== 'number') return 'it has no version';
  if (value.v > JOURNAL_VERSION) return `a newer unspasm wrote it (version ${value.v})`;
  if (!isId(value.id)) return 'it has no id that unspasm could have written';
  if (value.rev !== value.id && !isId(value.rev)) return 'it has no revision that unspasm could have written';
  if (value.base !== undefined && !isId(value.base))
    return 'the revision that it replaces is one that unspasm could not have written';
  if (typeof value.dev !== 'string') return 'it has no device';
  if (value.op === 'del') return isShallow(value) ? undefined : TOO_DEEP;
  if (value.op !== 'put') return "it isn't an operation";
  if (!isTime(value.at)) return 'it has no time';
  return problemOfFields(value);
}

const TOO_DEEP = 'it is nested too deeply';

// No later revision could be greater than a false one, so every edit of that entry would be lost.
function isId(id: unknown): boolean {
  return typeof id === 'string' && isUlid(id) && id <= LAST_ID;
}

/** The greatest id and revision that count: ULIDs sort by their time, and this is the last one of `LAST_REVISION_TIME`. */
export const LAST_ID = '06K7MS3A00ZZZZZZZZZZZZZZZZ';

const isText = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) => typeof value === 'number';

/** Checks a value against the type of its field: another program, or a person, may have written the line. */
const IS_OF_TYPE: Readonly<Record<FieldType, (value: unknown) => boolean>> = {
  // A later version may know more kinds of entries.
  kind: isText,
  time: isTime,
  text: isText,
  // Whoever calculates with ratings leaves out those that aren't from 0 to 10 (`isRating`).
  rating: isNumber,
  minutes: isNumber,
  flag: (value) => typeof value === 'boolean',
  list: (value) => Array.isArray(value) && value.every(isText),
  ratings: (value) => Array.isArray(value) && value.length === 3 && value.every(isNumber),
  answers: (value) =>
    typeof value === 'object' && value !== null && Object.values(value).every((one) => isText(one) || isNumber(one)),
};

// Without the time, for which there is a message of its own.
const CHECKS = new Map<string, (value: unknown) => boolean>(
  FIELD_NAMES.filter((name) => name !== 'at').map((name) => [name, IS_OF_TYPE[fieldOf(name).type]]),
);

// Fields that this version doesn't know are kept, whatever they hold; a known one can't be deep if it is of its type. It
// runs for every line of the journal, and `in` over what is there is faster than to look for each field.
function problemOfFields(line: Readonly<Record<string, unknown>>): string | undefined {
  if (line['kind'] === undefined) return WRONG_TYPE;
  for (const name in line) {
    const value = ownValue(line, name);
    const isSound = CHECKS.get(name);
    if (isSound ? !isSound(value) : typeof value === 'object' && !isShallow(value, DEEPEST - 1))
      return isSound ? WRONG_TYPE : TOO_DEEP;
  }
  return undefined;
}

const WRONG_TYPE = 'one of its fields has a value of the wrong type';

function isTime(value: unknown): boolean {
  return typeof value === 'string' && TIME.test(value);
}

/** The times of ISO 8601 that `Date.parse` reads, spelled out so that other programs can check for the same. */
export const TIME =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T(([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?|24:00(:00(\.0+)?)?)([Zz]|[+-]([01]\d|2[0-3]):?[0-5]\d)?$/;
