import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { usualMinutesFor, SETTING_NAMES, SETTINGS, type Setting, showSetting } from '../../src/settings/settings.ts';
import { join } from 'node:path';
import { openContent } from '../../src/system/content.ts';

const content = openContent(join(import.meta.dirname, '..', '..', 'data'));

const TYPED = [
  'on',
  'off',
  'unicode',
  'ascii',
  'braille',
  'dots',
  'blocks',
  'gb',
  'GB',
  'Germany',
  '',
  '-1',
  '5',
  '7',
  '10',
  '15',
  '20',
  '24',
  '4:00',
  'monday',
  '22:00-07:00',
];
const ajv = new Ajv2020();

describe.each(SETTING_NAMES)('the setting %s', (name) => {
  const { read, schema, values }: Setting = SETTINGS[name];
  const isValid = ajv.compile(schema);

  it('reads only values that may be saved, and reads those again', () => {
    const means = [...TYPED, '21', '12.5', '1e1', 'true'].map(read).filter((value) => value !== undefined);
    expect(means).not.toEqual([]);
    expect(means.filter((value) => !isValid(value) || read(showSetting(value)) !== value)).toEqual([]);
  });

  it('takes each value that Tab offers', () => {
    for (const value of values ?? []) expect(isValid(read(value)), value).toBe(true);
  });
});

it.each([
  ['sound', 'ON', true],
  ['sound', 'false', false],
  ['week-begins', 'Mon', 'monday'],
  ['week-begins', ' sunday ', 'sunday'],
  ['glyphs', 'ASCII', 'ascii'],
  ['breaks-every', '45m', 45],
  ['ice-minutes', '12.0', 12],
  ['walk-minutes', '15 minutes', 15],
] as const)('%s is read as people and scripts write it: %s', (name, typed, value) => {
  expect(SETTINGS[name].read(typed)).toBe(value);
});

it('each value is read as JSON shows it, so that a script can set what another has printed', () => {
  for (const name of SETTING_NAMES) {
    const { read }: Setting = SETTINGS[name];
    for (const value of TYPED.map(read).filter((one) => one !== undefined)) expect(read(`${value}`)).toBe(value);
  }
});

describe('the length of a session', () => {
  const lengths = SETTING_NAMES.filter((name) => name.endsWith('-minutes'));

  it.each(lengths)('%s has the range and the default of its therapy', (name) => {
    const therapy = content.therapies().therapies.find(({ id }) => id === name.replace('-minutes', ''))!;
    const { min, max, usual } = therapy.minutes!;
    expect(SETTINGS[name]).toMatchObject({ schema: { minimum: min, maximum: max } });
    expect(SETTINGS[name].default).toMatch(new RegExp(`^${usual}\\b`));
    expect(usualMinutesFor({ [name]: max }, therapy.id)).toBe(max);
  });

  it('is not set for what has no such setting', () => {
    expect(usualMinutesFor({ 'ice-minutes': 10, 'heat-minutes': 10, 'walk-minutes': 10 }, 'contrast')).toBeUndefined();
  });
});
