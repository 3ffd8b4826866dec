import { isShallow } from '../../text/json.ts';
import { type BadLine, JOURNAL_VERSION, type JournalLine, LAST_REVISION_TIME, type Put } from './records.ts';
import { isUlid, makeUlid } from './ulid.ts';

/**
 * No line of a file is longer than this, in characters: sixteen times the longest that is written. A file may
 * come from anywhere, and a line is read in one piece.
 */
export const LONGEST_READ = 1_048_576;

export interface ParsedFile {
  readonly lines: readonly JournalLine[];
  readonly bad: readonly BadLine[];
}

/**
 * Reads the text of a journal file. Empty lines, CRLF and a byte order mark are nothing; whatever
 * else isn't a line of the journal is named and passed over.
 */
export function parseFile(file: string, text: string): ParsedFile {
  const lines: JournalLine[] = [];
  const bad: BadLine[] = [];
  for (const [at, raw] of text.split('\n').entries()) {
    const parsed = parseLine(raw);
    if (typeof parsed !== 'string') lines.push(parsed);
    else if (raw.trim() !== '') bad.push({ file, line: at + 1, why: parsed });
  }
  return { lines, bad };
}

/** One line of the journal, or in words why it isn't one. */
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
  if (line.includes('\0')) return 'it holds zero bytes, as after a power cut';
  return /^(<{7}|={7}|>{7})/.test(line) ? 'it is a mark of a merge conflict' : 'it is cut off or no JSON';
}

function problemOf(value: Partial<JournalLine> | null): string | undefined {
  if (typeof value !== 'object' || value === null) return 'it is no entry';
  if (typeof value.v !== 'number') return 'it has no version';
  if (value.v > JOURNAL_VERSION) return `it is of version ${value.v}, which a newer unspasm wrote`;
  if (!isId(value.id)) return 'it has no id as unspasm writes it';
  if (value.rev !== value.id && !isId(value.rev)) return 'it has no revision as unspasm writes it';
  if (value.base !== undefined && !isId(value.base)) return 'what it replaces has no revision as unspasm writes it';
  if (typeof value.dev !== 'string') return 'it has no device';
  if (!isShallow(value)) return 'it is nested too deeply';
  if (value.op === 'del') return undefined;
  if (value.op !== 'put') return 'it is no operation';
  if (!isTime(value.at)) return 'it has no time';
  return hasSoundFields(value) ? undefined : 'a field of it is of the wrong kind';
}

/** The greatest revision there may be: ids sort as their times do. */
const LAST_REVISION = makeUlid(LAST_REVISION_TIME, () => 0.999);

// A revision that no later one can be greater than would make every edit of its entry void.
function isId(id: unknown): boolean {
  return typeof id === 'string' && isUlid(id) && id <= LAST_REVISION;
}

// Another program, or a hand, may have written it. Spelt out: it runs for every line of the journal.
function hasSoundFields(line: Partial<Put>): boolean {
  const { kind, note, therapy, medicine, level, tz, form, ended } = line;
  const { pain, minutes, planned, took, painBefore, painAfter } = line;
  const { areas, triggers, helped, signs, unsure, asked, notAsked, stretches, hurt, limited, peg, answers } = line;
  if (typeof kind !== 'string') return false;
  if (!isText(note) || !isText(therapy) || !isText(medicine) || !isText(level) || !isText(tz)) return false;
  if (!isText(form) || !isText(ended) || !isNumber(pain) || !isNumber(minutes)) return false;
  if (!isNumber(planned) || !isNumber(took) || !isNumber(painBefore) || !isNumber(painAfter)) return false;
  if (!isList(areas) || !isList(triggers) || !isList(helped)) return false;
  if (limited !== undefined && typeof limited !== 'boolean') return false;
  if (peg !== undefined && !isPeg(peg)) return false;
  if (answers !== undefined && !isAnswers(answers)) return false;
  if (!isList(signs) || !isList(unsure) || !isList(asked) || !isList(notAsked)) return false;
  return isList(stretches) && isList(hurt);
}

function isText(field: unknown): boolean {
  return field === undefined || typeof field === 'string';
}

function isNumber(field: unknown): boolean {
  return field === undefined || typeof field === 'number';
}

function isList(field: unknown): boolean {
  return field === undefined || (Array.isArray(field) && field.every((one) => typeof one === 'string'));
}

function isPeg(field: unknown): boolean {
  return Array.isArray(field) && field.length === 3 && field.every((one) => typeof one === 'number');
}

function isAnswers(field: unknown): boolean {
  if (typeof field !== 'object' || field === null) return false;
  return Object.values(field).every((value) => typeof value === 'string' || typeof value === 'number');
}

function isTime(at: unknown): boolean {
  return typeof at === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(at) && !Number.isNaN(Date.parse(at));
}
