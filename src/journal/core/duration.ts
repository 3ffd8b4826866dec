import { SPELT_NUMBER, speltNumber } from '../../text/number-words.ts';

/** A duration in words, and what is before and after it. */
export interface DurationIn {
  readonly minutes: number;
  /** The duration as it was typed. */
  readonly typed: string;
  readonly before: string;
  readonly after: string;
}

/** What keeps a duration from being read: there is none, or what was typed can be read in several ways. */
export type NoDuration = 'none' | 'several' | 'a time of day' | 'something else';

const HOUR = 60;
const DIGITS = String.raw`\d{1,4}(?:[.,]\d{1,2})?`;
const FRACTION = '(?:[½¼¾]|[12]/[23]|[13]/4)';
const PART = String.raw`(?:(?:an? |one )?(?:half|quarter)|three[- ]quarters|${FRACTION})`;
/** "1", "1,5", "1 1/2", "½": what may also stand before "h", "m" and "s". */
const FIGURES = `(?:${DIGITS}(?: ?${FRACTION})?|${FRACTION})`;
const WORDS = `(?:${SPELT_NUMBER}|an?)`;
/** How many, in the group `n` of a way. */
const COUNT = `(?:${FIGURES}|${WORDS})(?: and ${PART})?`;
const GAP = String.raw`[ \u00A0-]?`;

const HOURS = unit('hours?|hrs?', 'h');
const MINUTES = unit('minutes?|mins?', "m|'");
const SECONDS = unit('seconds?|secs?', 's');

const TAIL = String.raw`(?:,? ?(?:and )?(?<m>${MINUTES})|(?<rest>\d\d?)(?=$|[\s,;])|,? (?:and )?(?<last>\d\d?)(?=$))?`;

/** The ways in which people say how long something took. Of several that fit, the one that begins first counts. */
const WAYS: readonly RegExp[] = [
  way(`(?<h>${HOURS})(?: and (?<part>${PART}))?${TAIL}`),
  way(`(?<h>hour) and (?<part>${PART})`),
  way(`(?<part>${PART})(?:[ -]of)?(?:[ -]an?)?[ -]hour`),
  way(`(?<m>${MINUTES})(?: and (?<half>${PART}))?(?:,? ?(?:and )?(?<s>${SECONDS}))?`),
  way('(?<half>half) a minute'),
  way(`(?<s>${SECONDS})`),
];
const CLOCK = way(String.raw`(?<clock>\d{1,2}:[0-5]\d)(?: ?(?:h|hrs?|hours?))?`);

/** What is counted, and isn't a time: "run 5 km", "2 x". */
const COUNTED =
  'k|km|kilomet(?:er|re)s?|mi|miles?|met(?:er|re)s?|yards?|laps?|lengths?|times?|x|sets?|reps?|rounds?|steps?';
const IS_COUNTED = new RegExp(String.raw`^(?:${COUNTED})\b`, 'i');
/** After these a number says which one, or when. */
const NUMBERED =
  /(?:^|\s)(?:level|day|week|part|no|nr|number|lesson|chapter|stage|zone|grade|route|bus|at|around|by|from)\.?$/i;

const ANY_NUMBER = `(?:${DIGITS}|${FRACTION}|${SPELT_NUMBER}|half|twice|thrice|double)`;
/** What in front of a duration makes it one of several, or a limit. */
const BEFORE = new RegExp(
  String.raw`(?:(?<![\w.,])${ANY_NUMBER}(?: ?(?:x|×|\*|times|sets?|rounds?|lots|reps?))?(?: of)?|\b(?:and|or|to|than|least|most|every|each|per|between|plus|minus|after|before|until|till|since|another|from)|[\d½¼¾] ?[-–—/+&x×*])\s*$|[^\s(~≈,;–—-]$`,
  'i',
);
/** What follows a duration and makes it one of several. */
const AFTER = new RegExp(
  String.raw`^(?:[^\s).,;:!?–—-]|\s*(?:${ANY_NUMBER}(?![\w])(?! ?(?:${COUNTED})\b)|[x×*+&/] ?\d|[-–—] ?\d|(?:and|plus|minus|times|twice|thrice|each|every|per|apiece|daily|ago)\b|an? (?:day|week|side|leg|set)\b|(?:to|or) ${ANY_NUMBER}))`,
  'i',
);
/** Beside these a clock isn't a length. */
const AT = /\b(?:at|from|until|till|by|since|around|about)\s*$/i;
const OF_DAY = /^\s*(?:[ap]\.?m\b|o'?clock|min|sec|to\b|[-–—])/i;

/**
 * Finds how long something took in what somebody typed: "swim 30m cold", "an hour and 15 minutes of yoga", "walk 1:15",
 * "swim 30". What can be read in several ways isn't read: "30-40 min", "2 x 10 min", "30m and a swim".
 * @param words as they were typed; a bare number at the end, or in front of a note in quotes, means minutes
 * @returns the minutes, as they were typed, and the words around; or why no duration was read
 */
export function durationIn(words: readonly string[]): DurationIn | NoDuration {
  const text = words.join(' ').trim();
  const [first] = matchesIn(text, [...WAYS, CLOCK]);
  if (!first) return bareNumber(words, text);
  const found = around(text, first.index, first[0].length);
  if (first.groups?.['clock'] !== undefined && (AT.test(found.before) || OF_DAY.test(found.after)))
    return 'a time of day';
  return isOneOfSeveral(found) ? 'several' : trimmed(found, minutesOf(first.groups));
}

function unit(long: string, short: string): string {
  return String.raw`(?:${COUNT}${GAP}(?:${long})|${FIGURES}${GAP}(?:${short}))(?![a-z])`;
}

function way(pattern: string): RegExp {
  return new RegExp(String.raw`(?<![\w.,:/½¼¾])(?:${pattern})(?![\w:])`, 'i');
}

/** The first match of each pattern, in their order in the text; of those that begin together, the longest. */
function matchesIn(text: string, patterns: readonly RegExp[]): RegExpExecArray[] {
  const found = patterns.map((pattern) => pattern.exec(text)).filter((match) => match !== null);
  return found.toSorted((a, b) => a.index - b.index || b[0].length - a[0].length);
}

type Around = Pick<DurationIn, 'before' | 'typed' | 'after'>;

function around(text: string, at: number, length: number): Around {
  return { before: text.slice(0, at), typed: text.slice(at, at + length), after: text.slice(at + length) };
}

function trimmed({ before, typed, after }: Around, minutes: number): DurationIn {
  return { minutes, before: before.trim(), typed: typed.trim(), after: after.trim() };
}

function isOneOfSeveral({ before, after }: Around): boolean {
  return (
    BEFORE.test(before) || AFTER.test(after) || [before, after].some((others) => matchesIn(others, WAYS).length > 0)
  );
}

function minutesOf(groups: Readonly<Record<string, string | undefined>> = {}): number {
  const { h, part, m, half, s, rest, last, clock = '0:0' } = groups;
  const [hours, minutes] = clock.split(':').map(Number) as [number, number];
  const wholeHours = hours + countOf(h) + countOf(part);
  return wholeHours * HOUR + minutes + Number(rest ?? last ?? 0) + countOf(m) + countOf(half) + countOf(s) / 60;
}

const PARTS: readonly (readonly [pattern: RegExp, value: number])[] = [
  [/three[- ]quarters|¾|3\/4/, 0.75],
  [/(?:an? |one )?quarter|¼|1\/4/, 0.25],
  [/(?:an? |one )?half|½|1\/2/, 0.5],
  [/1\/3/, 1 / 3],
  [/2\/3/, 2 / 3],
];

/** How many "1,5 h", "two and a half hours", "¾" and "an hour" are; 0 for nothing. */
function countOf(typed: string | undefined): number {
  if (typed === undefined) return 0;
  const text = typed.toLowerCase();
  const [pattern, part] = PARTS.find(([one]) => one.test(text)) ?? [undefined, 0];
  const whole = pattern ? text.replace(pattern, '') : text;
  const [figures] = /\d+(?:[.,]\d+)?/.exec(whole) ?? [];
  const [spelt] = new RegExp(String.raw`\b${SPELT_NUMBER}`).exec(whole) ?? [];
  if (figures !== undefined) return Number(figures.replace(',', '.')) + part;
  return (spelt === undefined ? Number(!pattern) : speltNumber(spelt)!) + part;
}

// "swim 30" is 30 minutes; "walk 2 dogs" says nothing about the time.
function bareNumber(words: readonly string[], text: string): DurationIn | NoDuration {
  const numbers = [...text.matchAll(/(?<!\S)\d{1,4}(?=$|[\s,;])/g)]
    .map(({ index, 0: number }) => around(text, index, number.length))
    .filter(({ before, after }) => !IS_COUNTED.test(after.trim()) && !NUMBERED.test(before.trim()));
  const [first] = numbers;
  if (!first) return 'none';
  if (numbers.length > 1 || BEFORE.test(first.before)) return 'several';
  const isNoted =
    /^\s*(?:$|[,;:–—-])/.test(first.after) || words.some((one) => one.includes(' ') && one === first.after.trim());
  return isNoted ? trimmed(first, Number(first.typed)) : 'something else';
}
