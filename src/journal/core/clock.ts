import { numberOf } from './ago.ts';

/** A time of day. */
export interface Clock {
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  /** It is the end of the day that it belongs to: midnight, as the first moment of the next day. */
  readonly endsDay?: true;
  /** For a part of the day: the hour at which it begins. The time stands for all of it. */
  readonly from?: number;
}

/** The parts of the day, each with the hour that stands for it. Our own choice: people who name a part know no better. */
const PARTS: ReadonlyMap<string, Clock> = new Map([
  ['morning', at(8, { from: 5 })],
  ['afternoon', at(15, { from: 12 })],
  ['evening', at(19, { from: 17 })],
  ['night', at(22, { from: 21 })],
]);

const PART = /^(?:in the )?(morning|afternoon|evening)$|^(?:at )?(night)$/;
const DIGITS = /^(at )?(\d{1,2})(?:[:.](\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?)?(?: ?([ap])\.?m\.?)?( o'?clock)?$/;
const IN_PART = /^(.+) (?:in the (morning|afternoon|evening)|at (night))$/;
const PAST = /^(?:at )?(?:(half)|(?:a )?quarter) (past|to) (\d{1,2}|[a-z]{3,6})(?: ?([ap])\.?m\.?)?$/;

/**
 * Reads a time of day: "18:30", "18.30", "18:30:05", "6pm", "at 8", "8 in the evening", "half past 6", "noon",
 * "midnight", "evening". A number alone isn't one: it may be a rating.
 * @param typed in lower case, with single spaces
 * @returns what it may mean: nothing, one time, both halves of the day for "at 8", both of its ends for "midnight"
 */
export function clocksOf(typed: string): readonly Clock[] {
  const word = typed.replace(/^at (?=noon|mid)/, '');
  if (word === 'noon' || word === 'midday') return [at(12)];
  if (word === 'midnight') return [at(0), at(0, { endsDay: true })];
  const [, part, night] = PART.exec(typed) ?? [];
  if (part ?? night) return [PARTS.get((part ?? night)!)!];
  const [, digits = typed, half, atNight] = IN_PART.exec(typed) ?? [];
  return readSaid(digits, half ?? atNight) ?? [];
}

/** A time of day as it was said. */
interface Said {
  readonly hour: number;
  readonly minutes: number;
  readonly seconds: number;
  /** The a of am, or the p of pm. */
  readonly half: string | undefined;
  /** Something beside the number says that it is a time. */
  readonly isTime: boolean;
  /** With its minutes after a colon it is of a clock with 24 hours. */
  readonly is24: boolean;
}

function readSaid(typed: string, part: string | undefined): readonly Clock[] | undefined {
  const said = inDigits(typed) ?? inWords(typed);
  if (!said) return undefined;
  const { hour, minutes, seconds, isTime, is24 } = said;
  const half = part === undefined ? said.half : halfOf(part, hour);
  if ((said.half ?? half) !== half || !(isTime || half)) return undefined;
  if (minutes > 59 || seconds > 59 || (half ? hour < 1 || hour > 12 : hour > 23)) return undefined;
  const clock = { hours: half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour, minutes, seconds };
  // "At 6" is as often in the evening as in the morning.
  const isEither = !half && !is24 && hour > 0 && hour < 12;
  return isEither ? [clock, { ...clock, hours: hour + 12 }] : [clock];
}

function inDigits(typed: string): Said | undefined {
  const [match, preposition, hour, minutes, seconds, half, oClock] = DIGITS.exec(typed) ?? [];
  if (match === undefined) return undefined;
  const is24 = minutes !== undefined;
  const isTime = is24 || preposition !== undefined || oClock !== undefined;
  return { hour: Number(hour), minutes: Number(minutes ?? 0), seconds: Number(seconds ?? 0), half, isTime, is24 };
}

function inWords(typed: string): Said | undefined {
  const [match, isHalf, side, word = '', half] = PAST.exec(typed) ?? [];
  const hour = numberOf(word);
  if (match === undefined || !(hour >= 1 && hour <= 12) || (isHalf && side === 'to')) return undefined;
  const minutes = isHalf ? 30 : side === 'past' ? 15 : 45;
  const shown = side === 'past' ? hour : hour === 1 ? 12 : hour - 1;
  return { hour: shown, minutes, seconds: 0, half, isTime: true, is24: false };
}

// Two at night is after midnight, ten at night before it.
function halfOf(part: string, hour: number): 'a' | 'p' {
  if (part === 'night') return hour >= 6 && hour < 12 ? 'p' : 'a';
  return part === 'morning' ? 'a' : 'p';
}

function at(hours: number, more: Partial<Clock> = {}): Clock {
  return { hours, minutes: 0, seconds: 0, ...more };
}
