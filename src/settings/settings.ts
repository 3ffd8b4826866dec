/** What the user has settled once and for all; absent where nothing was. */
export interface Settings {
  readonly country?: string;
  readonly accessible?: boolean;
  readonly glyphs?: 'unicode' | 'ascii' | 'braille';
  readonly sound?: boolean;
  readonly speech?: boolean;
  readonly motion?: boolean;
  readonly 'ice-minutes'?: number;
  readonly 'heat-minutes'?: number;
  readonly 'walk-minutes'?: number;
}

export type SettingName = keyof Settings;

/** A setting as it is typed, checked and shown. */
export interface Setting {
  readonly name: SettingName;
  readonly description: string;
  /** What it takes, in words. */
  readonly takes: string;
  /** All that it takes, where that is little. */
  readonly values?: readonly string[];
  /** The value that a typed word means; nothing when it means none. */
  readonly read: (typed: string) => string | number | boolean | undefined;
}

const GLYPHS = ['unicode', 'ascii', 'braille'];

const SWITCH = {
  takes: 'on or off',
  values: ['on', 'off'],
  read: (typed: string) => (typed === 'on' ? true : typed === 'off' ? false : undefined),
};

const minutes = (from: number, to: number) => ({
  takes: `${from} to ${to}`,
  read: (typed: string) =>
    /^\d+$/.test(typed) && Number(typed) >= from && Number(typed) <= to ? Number(typed) : undefined,
});

/** Every setting there is, in the order of `unspasm config`. */
export const SETTINGS: readonly Setting[] = [
  {
    name: 'country',
    description: 'whose emergency number is shown',
    takes: 'two letters: GB, DE, US',
    read: (typed) => (/^[a-z]{2}$/i.test(typed) ? typed.toUpperCase() : undefined),
  },
  { name: 'accessible', description: 'plain numbered lines, for a screen reader', ...SWITCH },
  {
    name: 'glyphs',
    description: 'the marks and figures that the terminal shows well',
    takes: 'unicode, ascii or braille',
    values: GLYPHS,
    read: (typed) => (GLYPHS.includes(typed) ? typed : undefined),
  },
  { name: 'sound', description: 'alarms may sound', ...SWITCH },
  { name: 'speech', description: 'sessions may speak', ...SWITCH },
  { name: 'motion', description: 'figures may move', ...SWITCH },
  { name: 'ice-minutes', description: 'how long ice lies on, unless told', ...minutes(10, 20) },
  { name: 'heat-minutes', description: 'how long heat lies on, unless told', ...minutes(10, 20) },
  { name: 'walk-minutes', description: 'how long a walk is, unless told', ...minutes(5, 10) },
];

/** The value as it is typed. */
export function showSetting(value: string | number | boolean): string {
  return typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value);
}

/** The settings among the values of a file that mean something; whatever else stands there is passed over. */
export function parseSettings(values: Readonly<Record<string, unknown>>): Settings {
  const known = SETTINGS.flatMap(({ name, read }) => {
    const value = values[name];
    const means = ['string', 'number', 'boolean'].includes(typeof value)
      ? read(showSetting(value as string))
      : undefined;
    return means === undefined ? [] : [[name, means] as const];
  });
  return Object.fromEntries(known);
}
