import type { Check } from '../../journal/core/summary/types.ts';
import { gravestFirst } from '../../today/core/notes.ts';
import { pluralize } from '../../text/plural.ts';
import { shorten } from './isolate.ts';
import { list, section, type Section } from './page.ts';
import { dateOfTime, type ReportData } from './report-data.ts';

/** How many checks fit on the page; those with a sign go first. */
const SHOWN = 3;
/** How many notes with a sign are quoted: those that no check has looked at first, of these the gravest, the latest. */
const NOTES = 1;
/** How many items of each list of a check. */
const [SIGNS, UNSURE, NOT_ASKED] = [4, 2, 3];
/** The label of a sign has up to 64 characters. */
const LONGEST_NAME = 64;
/** The length of the id of a sign that the program doesn't know any more. */
const LONGEST_ID = 20;
/** The length of where a check sent the patient, in words. */
const LONGEST_RESULT = 56;
/** How many characters of a note are quoted. */
const QUOTE = 90;

/** The title of a screen, with how many of its signs were left out. */
const LONGEST_SCREEN = 40;

/**
 * The warning signs: what was asked, when, and the answers. A sign that wasn't asked about must never read as
 * absent.
 */
export function signsSection(report: ReportData): Section {
  const { summary, texts } = report;
  const { checks } = summary;
  const shown = mostImportant(checks);
  const rest = checks.length - shown.length;
  const lines = [
    ...(checks.length === 0 ? [texts.signs.never] : []),
    ...shown.map((check) => checkText(check, report)),
    ...(rest > 0 ? [`${pluralize(rest, 'more check')}${restText(checks, shown)}.`] : []),
    ...signsInNoteTexts(report),
  ];
  return section('Warning signs', list(lines), checks.length > 0 ? texts.signs.silence : undefined);
}

function signsInNoteTexts(report: ReportData): string[] {
  const { summary, words } = report;
  const { notesWithSigns, checks } = summary;
  const lastCheck = Date.parse(checks.at(-1)?.at ?? '') || -Infinity;
  const isUnchecked = ({ at }: { readonly at: string }) => Date.parse(at) > lastCheck;
  const gravest = gravestFirst(notesWithSigns.toReversed(), words.signLevel);
  const quoted = [...gravest.filter(isUnchecked), ...gravest.filter((note) => !isUnchecked(note))].slice(0, NOTES);
  const texts = quoted.map(({ at, signs, words: written }) =>
    noteText(dateOfTime(at, report), shorten(written, QUOTE), listed(signs, words.sign, SIGNS)),
  );
  return notesWithSigns.length > NOTES
    ? [...texts, `More notes that mention a sign: ${notesWithSigns.length - NOTES}.`]
    : texts;
}

// A clinician reads the words themselves, then the sign that they were taken for.
function noteText(date: string, written: string, signs: string): string {
  return `Note, ${date}: ${written === '' ? signs : `"${written}" (${signs})`}.`;
}

// The latest checks with a sign, then the latest of the others; listed by date.
function mostImportant(checks: readonly Check[]): Check[] {
  const latest = checks.toReversed();
  const byWeight = [...latest.filter(hasSign), ...latest.filter((check) => !hasSign(check))];
  const chosen = new Set(byWeight.slice(0, SHOWN));
  return checks.filter((check) => chosen.has(check));
}

function hasSign({ signs, unsure }: Check): boolean {
  return signs.length > 0 || unsure.length > 0;
}

function restText(checks: readonly Check[], shown: readonly Check[]): string {
  const withSign = checks.filter((check) => hasSign(check) && !shown.includes(check)).length;
  return withSign === 0
    ? ', in which no sign was reported'
    : `, in ${withSign} of which a sign was reported or in doubt`;
}

// Each list is shortened separately and says so: otherwise the last list could be cut off unnoticed.
function checkText({ at, level, signs, unsure, notAsked }: Check, report: ReportData): string {
  const { words, texts } = report;
  const parts = [
    signs.length === 0 && unsure.length === 0 && texts.signs.none,
    signs.length > 0 && `yes: ${listed(signs, words.sign, SIGNS)}`,
    unsure.length > 0 && `not sure: ${listed(unsure, words.sign, UNSURE)}`,
    notAsked.length > 0 && `not asked: ${cut(words.notAsked(notAsked), NOT_ASKED, LONGEST_SCREEN)}`,
    `result: ${shorten(words.of(level), LONGEST_RESULT)}`,
  ];
  const [answer = '', ...more] = parts.filter((part) => part !== false);
  return [`Asked on ${dateOfTime(at, report)}: ${answer}.`, ...more.map((part) => `${sentence(part)}.`)].join(' ');
}

function listed(ids: readonly string[], word: (id: string) => string, most: number): string {
  const names = ids.slice(0, most).map((id) => shorten(word(id), word(id) === id ? LONGEST_ID : LONGEST_NAME));
  return cut([...names, ...ids.slice(most)], most, LONGEST_NAME);
}

function cut(texts: readonly string[], most: number, longest: number): string {
  const shown = texts.slice(0, most).map((text) => shorten(text, longest));
  return [...shown, ...(texts.length > most ? [`and ${texts.length - most} more`] : [])].join('; ');
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
