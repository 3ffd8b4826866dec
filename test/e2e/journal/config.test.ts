import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { forgetPeople, newPerson, type Person } from './person.ts';

const NAMES = [
  'country',
  'accessible',
  'glyphs',
  'sound',
  'notifications',
  'hook',
  'speech',
  'check-in',
  'motion',
  'figures',
  'ice-minutes',
  'heat-minutes',
  'walk-minutes',
  'breaks-every',
  'breaks-snooze',
  'quiet-hours',
  'day-begins',
  'clock',
  'week-begins',
];

function withSettings(text: string): Person {
  const person = newPerson();
  mkdirSync(dirname(person.settings), { recursive: true });
  writeFileSync(person.settings, text);
  return person;
}

afterEach(forgetPeople);

describe('config', () => {
  it('lists every setting, what it takes, and the file', async () => {
    const anna = newPerson();
    const stdout = await anna.does(['config']);
    for (const name of NAMES)
      expect(stdout).toMatch(new RegExp(`^ {2}${name} +not set\\n {6}[A-Z][^]*?Default: `, 'm'));
    expect(stdout).toContain('To change one, run: unspasm config set NAME VALUE');
    expect(stdout.replaceAll('\n', '')).toContain(`Saved in ${anna.settings}`);
    expect(await anna.document(['config'])).toEqual({ schemaVersion: 1, file: anna.settings, settings: {} });
    expect(await anna.does(['config', 'path'])).toBe(`${anna.settings}\n`);
    expect(readdirSync(anna.home)).toEqual([]);
  });

  it.each([
    ['country', 'gb', 'GB'],
    ['country', 'UK', 'GB'],
    ['country', 'new zealand', 'NZ'],
    ['glyphs', 'braille', 'braille'],
    ['sound', 'off', 'off'],
    ['ice-minutes', '15', '15'],
  ])('sets %s to %s, gets it, and takes it back', async (name, typed, value) => {
    const anna = newPerson();
    expect(await anna.does(['config', 'set', name, typed])).toBe(`${name} is now ${value}\n`);
    expect(await anna.does(['config', 'get', name])).toBe(`${value}\n`);
    expect(await anna.does(['config', 'reset', name])).toBe(`reset to the default: ${name}\n`);
    expect(await anna.does(['config', 'get', name])).toBe('');
  });

  it('gets a document, with nothing where nothing is set', async () => {
    const anna = withSettings('{"ice-minutes":15,"sound":false}');
    expect(await anna.document(['config', 'get', 'ice-minutes'])).toEqual({
      schemaVersion: 1,
      name: 'ice-minutes',
      value: 15,
    });
    expect(await anna.document(['config', 'get', 'sound'])).toMatchObject({ value: false });
    expect(await anna.document(['config', 'get', 'country'])).toMatchObject({ value: null });
    expect(await anna.document(['config', 'set', 'sound', 'on'])).toEqual({
      schemaVersion: 1,
      name: 'sound',
      value: true,
    });
    expect(await anna.document(['config', 'reset', 'sound'])).toEqual({ schemaVersion: 1, reset: ['sound'] });
    expect(await anna.document(['config', 'path'])).toEqual({ schemaVersion: 1, file: anna.settings });
  });

  it('takes all of them back at once', async () => {
    const anna = withSettings('{"country":"GB","sound":false,"other":1}');
    expect(await anna.does(['config', 'reset'])).toBe(`reset to the default: ${NAMES.join(', ')}\n`);
    expect(JSON.parse(readFileSync(anna.settings, 'utf8'))).toEqual({ other: 1 });
  });

  it('is used by triage: the country', async () => {
    const anna = newPerson();
    await anna.does(['config', 'set', 'country', 'DE']);
    const document = await anna.does(['triage', '--answers', '-', '--json'], { input: '{"signs":["fever"]}' });
    expect(JSON.parse(document)).toMatchObject({ emergencyCountry: { code: 'DE', guessed: false } });
  });

  it('is used by all that shows a time: the clock, and the locale where none is set', async () => {
    const anna = newPerson();
    expect(await anna.does(['log', '6', '--at', 'yesterday 6pm'])).toMatch(/ 18:00, yesterday: pain 6/);
    await anna.does(['config', 'set', 'clock', '12']);
    expect(await anna.does(['log', 'list'])).toMatch(/ 6:00 pm {2}pain 6/);
    expect(await anna.does(['log', 'list'], { env: { LC_TIME: 'en_GB.UTF-8' } })).toMatch(/ 6:00 pm {2}pain 6/);
    await anna.does(['config', 'reset', 'clock']);
    expect(await anna.does(['log', 'list'], { env: { LC_TIME: 'en_US.UTF-8' } })).toMatch(/ 6:00 pm {2}pain 6/);
    // JSON has ISO times.
    expect(await anna.does(['log', 'list', '--json'], { env: { LC_TIME: 'en_US.UTF-8' } })).toContain('T18:00:00');
  });

  it('is used by all that counts days: when the day begins', async () => {
    const anna = newPerson();
    await anna.does(['log', '6', '--at', 'today 03:00']);
    await anna.does(['config', 'set', 'day-begins', '4:00']);
    expect(await anna.does(['log', 'list', '--from', 'today'])).toBe('No entry matches that.\n');
    expect(await anna.does(['log', 'list', '--from', 'yesterday'])).toContain('pain 6');
    const { ratedDays, days } = (await anna.document(['log', 'stats', '--last', '2d'])) as {
      ratedDays: number;
      days: object[];
    };
    expect([ratedDays, days]).toMatchObject([1, [{ ratings: [6] }, { ratings: [] }]]);
  });

  it('takes "off" for what there need not be', async () => {
    const anna = newPerson();
    for (const [name, value, off] of [
      ['hook', 'lamp on', 'off'],
      ['quiet-hours', '12:00-13:00', 'None'],
    ] as const) {
      await anna.does(['config', 'set', name, value]);
      expect(await anna.does(['config', 'set', name, off])).toBe(`${name} is now off\n`);
      expect(await anna.does(['config', 'get', name])).toBe('');
    }
    const { code, stderr } = await anna.run(['config', 'set', 'country', 'off']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('country can\'t be "off"')]);
  });

  it.each([
    [['set', 'country', 'XX'], `country can't be "XX"\n  use a name or two letters, such as GB, DE or US`],
    [['set', 'country', 'Atlantis'], `country can't be "Atlantis"`],
    [['set', 'sound', 'maybe'], `sound can't be "maybe"\n  use on or off`],
    [['set', 'sound', '1'], `sound can't be "1"`],
    [['set', 'week-begins', 'mo'], `week-begins can't be "mo"`],
    [['set', 'breaks-every', '1h'], `breaks-every can't be "1h"`],
    [['set', 'glyphs', 'emoji'], `glyphs can't be "emoji"\n  use unicode, ascii or braille`],
    [['set', 'ice-minutes', '21'], `ice-minutes can't be "21"\n  use a whole number from 10 to 20`],
    [['set', 'ice-minutes', '9'], `ice-minutes can't be "9"`],
    [['set', 'ice-minutes', '12.5'], `ice-minutes can't be "12.5"`],
    [['set', 'walk-minutes', ''], `walk-minutes can't be ""`],
    [
      ['set', 'contry', 'GB'],
      `there is no setting "contry" (did you mean "country"?)\n  use one of these: country, accessible,`,
    ],
    [['get', 'speach'], 'there is no setting "speach" (did you mean "speech"?)'],
    [['reset', 'soudn'], 'there is no setting "soudn" (did you mean "sound"?)'],
    [['get', 'zzzzzzzzz'], 'there is no setting "zzzzzzzzz"\n  use one of these: country'],
    [['get', '__proto__'], 'there is no setting "__proto__"'],
    [['set', 'country'], "missing required argument 'value'"],
    [['get'], "missing required argument 'name'"],
  ])('refuses config %j, and sets nothing', async (args, message) => {
    const anna = newPerson();
    const { code, stdout, stderr } = await anna.run(['config', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`unspasm: ${message}`);
    expect(readdirSync(anna.home)).toEqual([]);
  });

  it('tells errors as a document', async () => {
    const { code, stderr } = await newPerson().run(['config', 'get', 'contry', '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'unknown-setting' } });
  });
});

describe('a settings file that cannot be read', () => {
  it('is set aside with a warning, and everything works', async () => {
    for (const args of [['today'], ['config'], ['log', '5'], ['guide'], ['config', 'set', 'country', 'GB']]) {
      const anna = withSettings('{"country":');
      const { code, stdout, stderr } = await anna.run(args);
      expect(code, args.join(' ')).toBe(0);
      expect(stdout).not.toBe('');
      expect(stderr).toMatch(
        /^unspasm: the settings in .+config\.json can't be read\. They were moved to config\.json\.corrupt-\d+/,
      );
      const aside = readdirSync(dirname(anna.settings)).filter((name) => name.includes('.corrupt-'));
      expect(aside).toHaveLength(1);
    }
  });

  it('leaves the defaults, and no warning the next time', async () => {
    const anna = withSettings('');
    expect(await anna.does(['config'])).toMatch(/country +not set/);
    expect((await anna.run(['config'])).stderr).toBe('');
    await anna.does(['config', 'set', 'country', 'GB']);
    expect(await anna.does(['config', 'get', 'country'])).toBe('GB\n');
  });
});
