import { wasDone } from '../core/done.ts';
import { FIELDS, type Fields } from '../core/fields.ts';
import type { Entry, Words } from '../core/records.ts';
import { shortId } from '../core/find.ts';
import { pegScore } from '../core/peg.ts';
import { sayTime, whenText } from '../core/say-when.ts';
import type { Headline, Question } from '../../content/types.ts';
import type { JournalTexts } from '../../content/journal-content.ts';
import { firstSentence } from '../../text/first-sentence.ts';
import { pluralize } from '../../text/plural.ts';
import { sanitize } from '../../text/sanitize.ts';
import { wrap } from '../../text/wrap.ts';
import { type Askable, notAskedTexts } from '../../triage/core/asked.ts';
import { type Page, paragraph, withId } from '../../terminal/page.ts';
import { oddTime } from './ahead.ts';
import { labelled } from './labels.ts';

/**
 * Looks up the words for the ids in an entry; an id without any is shown as it is.
 * @param trigger triage's question about the trigger
 * @param headlines what triage says at each level; those that hold without a condition stand for the level
 */
export function labelLookup(
  { areas, helped }: JournalTexts,
  trigger: Question,
  headlines: readonly Headline[] = [],
): Words {
  const choices = [...areas, ...helped, ...(trigger.type === 'choice' ? trigger.choices : [])];
  const levels = headlines.flatMap(({ level, text, all }) => (all ? [] : [[level, text] as const]));
  const labels = new Map<string, string>([...choices.map(({ id, label }) => [id, label] as const), ...levels]);
  return (id) => labels.get(id) ?? id;
}

/** The fields that an entry of any kind can have, in the order in which they are shown. */
const SHOWN = ['pain', 'medicine', 'areas', 'triggers', 'helped', 'limited', 'marks', 'note'] as const;

/** What an entry says, in one line. */
export function entryText(fields: Fields, words: Words, clean = sanitize): string {
  // A pain or a medicine is already shown as what the entry is about.
  const others = SHOWN.filter((name) => name === 'note' || name !== fields.kind);
  const parts = [kindText(fields, words), ...others.map((name) => fieldText(name, fields[name], words))];
  return clean(parts.filter(Boolean).join('; ') || fields.kind);
}

function fieldText(name: (typeof SHOWN)[number], value: Fields[typeof name], words: Words): string {
  if (value === undefined || value === false) return '';
  const shown = (text: string) => FIELDS[name].shown.replace('{}', () => text);
  if (typeof value === 'object') return labelled(value.map(words), shown).join('; ');
  const text = String(value).trim();
  return text === '' ? '' : shown(text);
}

function kindText(fields: Fields, words: Words): string {
  const { kind } = fields;
  switch (kind) {
    // Another program may have left out what the entry is about.
    case 'pain':
    case 'medicine':
      return fieldText(kind, fields[kind], words) || kind;
    case 'session':
      return sessionText(fields, words);
    case 'triage':
      return checkText(fields, words);
    case 'seen':
      return 'seen by a health professional';
    case 'resolved':
      return 'the episode is over';
    case 'peg':
      return pegText(fields);
    case 'exercise':
      return exerciseText(fields, words);
    case 'merge':
      return 'counted as the same episode as before';
    case 'split':
      return 'a new episode begins';
    case 'break':
      return `${pluralize(fields.moves?.length ?? 0, 'break')} from sitting`;
    case 'note':
      return '';
    default:
      return kind;
  }
}

// A check that ended early says after how many signs: what it didn't ask about must not look like a "no".
function checkText({ level = '', asked, notAsked = [] }: Fields, words: Words): string {
  const isWhole = asked === undefined || notAsked.length === 0;
  // The first sentence says it; the next one introduces the page that it heads.
  const result = firstSentence(words(level)).replace(/\.$/, '');
  const stopped = isWhole ? '' : ` (stopped after ${pluralize(asked.length, 'sign')})`;
  const found = result && `: ${result.charAt(0).toLowerCase()}${result.slice(1)}`;
  return `warning signs checked${found}${stopped}`;
}

// "ice for 15 min; stopped; pain 6 before, 4 after; hurt: knee to chest"
function sessionText(fields: Fields, words: Words): string {
  const { therapy, form, routineLevel, minutes, ended, hurt = [], painBefore, painAfter } = fields;
  const others = hurt.filter((id) => id !== therapy).map(words);
  const detail = routineLevel === undefined ? form : `level ${routineLevel}`;
  const rated = [
    painBefore !== undefined && `${painBefore} before`,
    painAfter !== undefined && `${painAfter} after`,
  ].filter(Boolean);
  const parts = [
    `${words(therapy ?? '')}${detail === undefined ? '' : ` (${detail})`}${minutes === undefined ? '' : ` for ${minutesText(minutes)}`}`,
    ended !== undefined && ended !== 'done' && ENDINGS.get(ended),
    rated.length > 0 && `pain ${rated.join(', ')}`,
    others.length > 0 && `hurt: ${others.join(', ')}`,
    fields.stretches !== undefined && !wasDone(fields) && 'too short to count as exercise',
  ];
  return parts.filter(Boolean).join('; ');
}

function exerciseText({ activity = '', minutes }: Fields, words: Words): string {
  const what = activity.trim() === '' ? 'exercise' : words(activity);
  return `${what}${minutes === undefined ? '' : ` for ${minutesText(minutes)}`}`;
}

function pegText({ peg = [] }: Fields): string {
  const [pain, enjoyment, activity] = peg;
  if (activity === undefined) return 'the past week';
  return `PEG ${pegScore(peg)}, the past week: pain ${pain}, enjoyment ${enjoyment}, activity ${activity}`;
}

function minutesText(minutes: number): string {
  return minutes < 1 ? 'under a minute' : `${minutes} min`;
}

const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['stopped', 'stopped'],
  ['hurt', 'stopped because it hurt'],
  ['cut', 'interrupted'],
]);

/** Entries as a list, the newest first; for a screen reader each is a sentence with its id at the end. */
export function entriesLines(page: Page, entries: readonly Entry[], words: Words, now: Date): string[] {
  if (entries.length === 0) return paragraph(page, 'There are no entries. To add one, run: unspasm log');
  return entries.flatMap((entry) => {
    const time = `${sayTime(entry.at, now)}${oddTime(entry.at, now)}`;
    if (!page.framed) return paragraph(page, withId(page, `${time}: ${entryText(entry, words)}`, shortId(entry)));
    const text = `${time}  ${entryText(entry, words)}`;
    return wrap(text, page.width, { first: `${shortId(entry)}  ` });
  });
}

/** One entry in full. @param details what a check of the warning signs found, if it is one */
export function entryLines(
  page: Page,
  entry: Entry,
  { words, now, details }: { readonly words: Words; readonly now: Date; readonly details: readonly string[] },
): string[] {
  const { id, at, tz, dev } = entry;
  return [
    page.style.strong(`${whenText(at, now)}${oddTime(at, now)}`),
    ...[entryText(entry, words), ...details.map(sanitize)].flatMap((text) => paragraph(page, text, '  ')),
    ...paragraph(page, sanitize(`id ${id}, at ${at}${tz ? ` (${tz})` : ''}, device ${dev}`), '  '),
  ];
}

/**
 * What a check of the warning signs found and what it left out; empty for an entry of another kind.
 * @param label looks up the words for a sign
 */
export function checkDetails(entry: Entry, content: Askable, label: (sign: string) => string): string[] {
  const { kind, signs = [], unsure = [], asked, notAsked = [] } = entry;
  if (kind !== 'triage') return [];
  const reported = [...signs.map(label), ...unsure.map((id) => `${label(id)} (not sure)`)];
  const left = notAskedTexts(content, notAsked);
  return [
    ...(asked ? [`warning signs asked about: ${asked.length}`] : []),
    `reported: ${reported.join('; ') || 'none of the signs that were asked about'}`,
    ...(left.length > 0 ? [`not asked: ${left.join('; ')}`] : []),
  ];
}

/** Entries for scripts. */
export function entriesDocument(entries: readonly Entry[]): object {
  return { entries: entries.map(entryDocument) };
}

/** One entry for scripts, without the fields that only the files need. */
export function entryDocument({ v: _v, op: _op, base: _base, ...entry }: Entry): object {
  return entry;
}
