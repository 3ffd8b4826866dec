import { readQuietHours, showQuietHours } from '../breaks/core/quiet-hours.ts';
import { WEEKDAYS } from '../journal/core/day.ts';
import { readWhole } from '../text/whole-number.ts';

/** What a setting can be set to. */
type Value = string | number | boolean;

/** A setting: what it does, what it takes, and how its value is typed and stored. */
export interface Setting<T extends Value = Value> {
  readonly description: string;
  /** What it takes, in words. */
  readonly takes: string;
  /** All values that it takes, where they are few. */
  readonly values?: readonly string[];
  /** "off" and "none" stand for no value at all, which is its default. */
  readonly canBeOff?: true;
  /** What happens where it isn't set, in words. */
  readonly default: string;
  /** A JSON Schema of the stored value. */
  readonly schema: object;
  /** The value that a typed word stands for; undefined for a word that is not allowed. */
  readonly read: (typed: string) => T | undefined;
}

const country = (description: string, usual: string): Setting<string> => ({
  description,
  takes: 'a name or two letters, such as GB, DE or US',
  default: usual,
  schema: { type: 'string', pattern: '^[A-Z]{2}$' },
  read: (typed) => (/^[a-z]{2}$/i.test(typed) ? typed.toUpperCase() : undefined),
});

const wordOf = (typed: string) => typed.trim().toLowerCase();

/** As people say it, and as `config --json` prints it. */
const SWITCHES: ReadonlyMap<string, boolean> = new Map([
  ['on', true],
  ['true', true],
  ['off', false],
  ['false', false],
]);

const onOff = (description: string, usual: string): Setting<boolean> => ({
  description,
  takes: 'on or off',
  values: ['on', 'off'],
  default: usual,
  schema: { type: 'boolean' },
  read: (typed) => SWITCHES.get(wordOf(typed)),
});

const oneOf = <T extends string>(values: readonly T[], description: string, usual: string): Setting<T> => ({
  description,
  takes: `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`,
  values,
  default: usual,
  schema: { enum: values },
  read: (typed) => values.find((value) => value === wordOf(typed)),
});

const minutes = (from: number, to: number, description: string, usual: string): Setting<number> => ({
  description,
  takes: `a whole number from ${from} to ${to}`,
  default: usual,
  schema: { type: 'integer', minimum: from, maximum: to },
  read: (typed) => {
    const count = readWhole(typed.replace(/ ?(?:m|mins?|minutes?)$/i, ''));
    return count !== undefined && count >= from && count <= to ? count : undefined;
  },
});

// The beginning of a name is enough, as everywhere else where a day is typed.
const weekday = (description: string, usual: string): Setting<(typeof WEEKDAYS)[number]> => ({
  ...oneOf(WEEKDAYS, description, usual),
  read: (typed) => WEEKDAYS.find((day) => wordOf(typed).length >= 3 && day.startsWith(wordOf(typed))),
});

const MORNING = /^(0\d|1[01]):[0-5]\d$|^12:00$/;

const timeOfDay = (description: string, usual: string): Setting<string> => ({
  description,
  takes: 'a time from 00:00 to 12:00, such as 04:00',
  default: usual,
  schema: { type: 'string', pattern: MORNING.source },
  read: (typed) => {
    const time = /^\d:/.test(typed) ? `0${typed}` : typed;
    return MORNING.test(time) ? time : undefined;
  },
});

const quietHours = (description: string, usual: string): Setting<string> => ({
  description,
  takes: 'hours such as 12:00-13:00 or 18:00-09:00, or off',
  canBeOff: true,
  default: usual,
  schema: { type: 'string', pattern: '^[0-2]\\d:[0-5]\\d-[0-2]\\d:[0-5]\\d$' },
  read: (typed) => {
    const hours = readQuietHours(typed);
    return hours && showQuietHours(hours);
  },
});

/** Longer than any command that somebody types. */
const LONGEST_COMMAND = 4000;

const command = (description: string, usual: string): Setting<string> => ({
  description,
  takes: 'a command, as you type it in your shell, or off',
  canBeOff: true,
  default: usual,
  schema: { type: 'string', pattern: '^(?=.*[^ ])[^\\u0000]*$', maxLength: LONGEST_COMMAND },
  // No program can be given a text with this character.
  read: (typed) =>
    typed.trim() !== '' && typed.length <= LONGEST_COMMAND && !typed.includes('\0') ? typed : undefined,
});

/** Every setting there is, in the order of `unspasm config`. Search for a name in quotes or after a dot to find its use. */
export const SETTINGS = {
  country: country('the country whose emergency number is shown', 'a guess from your language and time zone'),
  accessible: onOff('plain numbered lines, for a screen reader', 'off'),
  glyphs: oneOf(['unicode', 'ascii', 'braille'], 'the characters that your terminal can show', 'unicode'),
  sound: onOff('sound for alarms', 'on'),
  notifications: onOff('alarms show a notification', 'on'),
  hook: command('runs at the start, half, checks, alarms and end of a session; see unspasm help hook', 'none'),
  speech: onOff('sessions read their instructions aloud', 'asked once'),
  'check-in': onOff('today asks once a day how your back is', 'on'),
  motion: onOff('figures move', 'on'),
  figures: oneOf(['dots', 'blocks'], 'figures made of dots, which are finer, or of blocks', 'asked once'),
  'ice-minutes': minutes(10, 20, 'length of an ice session in minutes', '15, and 10 the first time'),
  'heat-minutes': minutes(10, 20, 'length of a heat session in minutes', '15'),
  'walk-minutes': minutes(5, 30, 'length of a walk in minutes', '5'),
  'breaks-every': minutes(10, 120, 'how long to work between two breaks, in minutes', '30'),
  'breaks-snooze': minutes(1, 60, 'how long unspasm breaks snooze puts a break off, in minutes', '5'),
  'quiet-hours': quietHours('hours without breaks', 'none'),
  'day-begins': timeOfDay('when a new day begins: later if you go to bed after midnight', '00:00'),
  clock: oneOf(['12', '24'], 'hours on the clock', 'by your locale'),
  'week-begins': weekday('first day of the week', 'by your locale'),
} as const;

export type SettingName = keyof typeof SETTINGS;

/** What the user has set; absent where nothing is set. */
export type Settings = {
  readonly [Name in SettingName]?: (typeof SETTINGS)[Name] extends Setting<infer T> ? T : never;
};

/** What is to be changed: a new value, or undefined to go back to the default. */
export type SettingChanges = { readonly [Name in SettingName]?: Settings[Name] | undefined };

export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

/** The length that is set for the sessions of a therapy, in minutes. */
export function usualMinutesFor(settings: Settings, therapy: string): number | undefined {
  if (therapy === 'ice') return settings['ice-minutes'];
  if (therapy === 'heat') return settings['heat-minutes'];
  return therapy === 'walk' ? settings['walk-minutes'] : undefined;
}

const OFF: ReadonlySet<string> = new Set(['off', 'none']);

/** Whether a typed word takes the value of a setting away, where one can be without. */
export function isOff({ canBeOff }: Setting, typed: string): boolean {
  return canBeOff === true && OFF.has(typed.trim().toLowerCase());
}

/** A value as it is typed. */
export function showSetting(value: Value): string {
  return typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value);
}

/** The settings among the values of a file, as far as their values are allowed; everything else there is ignored. */
export function parseSettings(values: Readonly<Record<string, unknown>>): Settings {
  const known = SETTING_NAMES.flatMap((name) => {
    const value = values[name];
    const isValue = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    const means = isValue ? SETTINGS[name].read(showSetting(value)) : undefined;
    return means === undefined ? [] : [[name, means] as const];
  });
  return Object.fromEntries(known);
}

/**
 * What a file may hold, as JSON Schemas by name. Values of other names are allowed: they may be settings of a newer
 * version.
 */
export function settingSchemas(): Record<SettingName, object> {
  return Object.fromEntries(SETTING_NAMES.map((name) => [name, SETTINGS[name].schema])) as Record<SettingName, object>;
}
