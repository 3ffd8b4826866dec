/** A duration in words, and what is before and after it. */
export interface DurationIn {
  readonly minutes: number;
  /** The duration as it was typed. */
  readonly typed: string;
  readonly before: string;
  readonly after: string;
}

const HOUR = 60;
const SPACE = String.raw`[ \u00A0]?`;
const HOURS = String.raw`(?:hours?|hrs?|h)(?![a-z])`;
const MINUTES = String.raw`(?:minutes?|mins?|m|')(?![a-z])`;
const NUMBER = String.raw`\d{1,4}(?:[.,]\d{1,2})?`;

/** What is counted, and is no time: "run 5 km", "2 x". */
const COUNTED =
  /^(?:k|km|kilomet(?:er|re)s?|mi|miles?|met(?:er|re)s?|laps?|lengths?|times?|x|sets?|reps?|rounds?|steps?)\b/i;

/** The ways in which people say how long something took. Of several that fit, the one that begins first counts. */
const WAYS: readonly (readonly [pattern: RegExp, minutesOf: (match: RegExpExecArray) => number])[] = [
  [
    way(`(${NUMBER})${SPACE}${HOURS}(?:${SPACE}(?:and )?(\\d{1,2})(?:${SPACE}${MINUTES})?(?![\\d.,]))?`),
    hoursAndMinutes,
  ],
  [way(`(${NUMBER})${SPACE}${MINUTES}`), ([, minutes]) => numberOf(minutes)],
  [way('(\\d{1,2}):([0-5]\\d)'), hoursAndMinutes],
  [way('an? hour and (?:a half|30)'), () => 1.5 * HOUR],
  [way('half (?:an )?hour|half of an hour'), () => HOUR / 2],
  [way('(?:a )?quarter of an hour|quarter hour'), () => HOUR / 4],
  [way('three[- ]quarters of an hour'), () => (3 * HOUR) / 4],
  [way('(?:an|one) hour'), () => HOUR],
  [way('two hours'), () => 2 * HOUR],
];

/**
 * Finds how long something took in what somebody typed: "swim 30m cold", "half an hour of yoga", "walk 1:15", "swim 30".
 * @param words as they were typed; a bare number is one of them, and means minutes
 * @returns the minutes, as they were typed, and the words around; undefined where no duration is named
 */
export function durationIn(words: readonly string[]): DurationIn | undefined {
  const text = words.join(' ').trim();
  const found = WAYS.flatMap(([pattern, minutesOf]) => {
    const match = pattern.exec(text);
    return match ? [{ at: match.index, length: match[0].length, minutes: minutesOf(match) }] : [];
  });
  const first = found.toSorted((a, b) => a.at - b.at || b.length - a.length)[0] ?? bareNumber(text);
  if (!first) return undefined;
  const { at, length, minutes } = first;
  const [before, typed, after] = [text.slice(0, at), text.slice(at, at + length), text.slice(at + length)];
  return { minutes, typed: typed.trim(), before: before.trim(), after: after.trim() };
}

function way(pattern: string): RegExp {
  return new RegExp(String.raw`(?<![\w.,:])(?:${pattern})(?![\w:])`, 'i');
}

function hoursAndMinutes([, hours, minutes = '0']: RegExpExecArray): number {
  return numberOf(hours) * HOUR + Number(minutes);
}

function numberOf(typed = ''): number {
  return Number(typed.replace(',', '.'));
}

function bareNumber(text: string): { at: number; length: number; minutes: number } | undefined {
  for (const match of text.matchAll(/(?<!\S)\d{1,4}(?!\S)/g)) {
    const end = match.index + match[0].length;
    if (!COUNTED.test(text.slice(end).trim()))
      return { at: match.index, length: match[0].length, minutes: Number(match[0]) };
  }
  return undefined;
}
