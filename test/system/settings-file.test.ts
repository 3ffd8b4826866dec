import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { OperationError } from '../../src/errors.ts';
import { readSettings, saveSettings } from '../../src/system/settings-file.ts';
import { makePlaces, removeFolders } from './places.ts';

/** A settings file that holds this. */
function fileWith(text?: string): string {
  const { settings } = makePlaces();
  mkdirSync(dirname(settings), { recursive: true });
  if (text !== undefined) writeFileSync(settings, text);
  return settings;
}

afterEach(removeFolders);

describe('the settings', () => {
  it('are none without a file, and none is made', () => {
    const file = fileWith();
    expect(readSettings(file)).toEqual({ settings: {} });
    expect(readdirSync(dirname(file))).toEqual([]);
  });

  it('are those of the file that mean something; the rest is passed over', () => {
    const text =
      '{"country":"gb","sound":false,"ice-minutes":15,"heat-minutes":99,"glyphs":"x","speech":"on","more":1}';
    expect(readSettings(fileWith(text))).toEqual({
      settings: { country: 'GB', sound: false, speech: true, 'ice-minutes': 15 },
    });
  });

  it.each(['', '{', '{"country":"GB"', 'country=GB', 'null', '["GB"]', '"GB"', '7', '\0\0\0'])(
    'of a file that is %j are the defaults; the file is set aside, and said',
    (text) => {
      const file = fileWith(text);
      const { settings, warning } = readSettings(file);
      const [aside = ''] = readdirSync(dirname(file));
      expect(settings).toEqual({});
      expect(aside).toMatch(/^config\.json\.corrupt-\d+$/);
      expect(readFileSync(join(dirname(file), aside), 'utf8')).toBe(text);
      expect(warning).toContain(`can't be read. They were moved to ${aside}, and the defaults are used`);
    },
  );

  it('are said to be bad once, and then are fine', () => {
    const file = fileWith('{');
    expect(readSettings(file).warning).toBeDefined();
    expect(readSettings(file)).toEqual({ settings: {} });
  });
});

describe('a setting', () => {
  it('is kept, and taken out again, beside the others', async () => {
    const file = fileWith();
    await saveSettings(file, { country: 'GB' });
    await saveSettings(file, { sound: false, speech: true });
    expect(readSettings(file).settings).toEqual({ country: 'GB', sound: false, speech: true });
    await saveSettings(file, { country: undefined, speech: undefined });
    expect(readSettings(file).settings).toEqual({ sound: false });
  });

  it('is for its owner alone', async () => {
    const { settings: file } = makePlaces();
    await saveSettings(file, { country: 'GB' });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
  });

  it('leaves what it knows no name for', async () => {
    const file = fileWith('{"from-a-newer-program":{"a":1}}');
    await saveSettings(file, { country: 'GB' });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ 'from-a-newer-program': { a: 1 }, country: 'GB' });
  });

  it('leaves no other file behind', async () => {
    const file = fileWith();
    for (const country of ['GB', 'DE', 'US']) await saveSettings(file, { country });
    expect(readdirSync(dirname(file))).toEqual(['config.json']);
  });

  it.each<[string, unknown]>([
    ['country', 'gb'],
    ['country', 'Germany'],
    ['sound', 'on'],
    ['glyphs', 'emoji'],
    ['ice-minutes', 21],
    ['ice-minutes', 12.5],
    ['walk-minutes', '5'],
  ])('is never saved with a value that would not be read back: %s %j', async (name, value) => {
    const text = '{"motion":false}';
    const file = fileWith(text);
    const saved = saveSettings(file, { [name]: value });
    await expect(saved).rejects.toThrow(OperationError);
    await expect(saved).rejects.toThrow(name);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('is saved beside values that a hand wrote wrongly, which are left out', async () => {
    const file = fileWith('{"heat-minutes":99,"country":"gb","sound":"maybe","speech":"on"}');
    await saveSettings(file, { motion: false });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ country: 'GB', speech: true, motion: false });
  });

  it('that cannot be saved is an error that names the file', async () => {
    const { settings: file } = makePlaces();
    mkdirSync(dirname(dirname(file)), { recursive: true });
    writeFileSync(dirname(file), 'a file where the folder should be');
    const kept = saveSettings(file, { country: 'GB' });
    await expect(kept).rejects.toThrow(OperationError);
    await expect(kept).rejects.toThrow(`couldn't be saved in ${file}`);
  });
});
