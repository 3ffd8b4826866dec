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

/**
 * Reads a time of day: "18:30", "18.30", "18:30:05", "6pm", "at 8", "8 in the evening", "noon", "midnight", "evening".
 * A number alone isn't one: it may be a rating.
 * @param typed in lower case, with single spaces
 * @param twelveHours whether the user's clock has twelve hours: "at 8" may then be in the morning or in the evening
 * @returns what it may mean: nothing, one time, or two, such as both ends of the day for "midnight"
 */
export function clocksOf(typed: string, twelveHours = false): readonly Clock[] {
  const word = typed.replace(/^at (?=noon|mid)/, '');
  if (word === 'noon' || word === 'midday') return [at(12)];
  if (word === 'midnight') return [at(0), at(0, { endsDay: true })];
  const [, part, night] = PART.exec(typed) ?? [];
  if (part ?? night) return [PARTS.get((part ?? night)!)!];
  const [, digits = typed, half, atNight] = IN_PART.exec(typed) ?? [];
  const clock = readDigits(digits, half ?? atNight);
  if (!clock) return [];
  const isEither = twelveHours && /^(?:at )?(?:[1-9]|1[01])(?: o'?clock)?$/.test(typed);
  return isEither ? [clock, { ...clock, hours: clock.hours + 12 }] : [clock];
}

function readDigits(typed: string, part: string | undefined): Clock | undefined {
  const [, said, hour, minute, second = '0', letter, oClock] = DIGITS.exec(typed) ?? [];
  const half = letter ?? (part && halfOf(part, Number(hour)));
  if (hour === undefined || (letter && part) || !(minute ?? half ?? said ?? oClock)) return undefined;
  const [shown, minutes, seconds] = [Number(hour), Number(minute ?? 0), Number(second)];
  if (minutes > 59 || seconds > 59 || (half ? shown < 1 || shown > 12 : shown > 23)) return undefined;
  return { hours: half ? (shown % 12) + (half === 'p' ? 12 : 0) : shown, minutes, seconds };
}

// Two at night is after midnight, ten at night before it.
function halfOf(part: string, hour: number): 'a' | 'p' {
  if (part === 'night') return hour >= 6 && hour < 12 ? 'p' : 'a';
  return part === 'morning' ? 'a' : 'p';
}

function at(hours: number, more: Partial<Clock> = {}): Clock {
  return { hours, minutes: 0, seconds: 0, ...more };
}
