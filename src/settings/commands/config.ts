import { type Candidate, defineCommand, JSON_FLAG } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { UsageError } from '../../errors.ts';
import { SETTINGS, type Settings, showSetting, type Setting } from '../settings.ts';
import { findCountry } from '../../triage/core/emergency-number.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import { keyRow, type Page, paragraph } from '../../terminal/page.ts';
import { countryCodes } from '../../triage/number.ts';

const NAME = { syntax: '<name>', description: 'the name of a setting', values: settingNames };

const get = defineCommand({
  name: 'config get',
  summary: 'show one setting',
  description: ["Shows the value of one setting; nothing when it isn't set."],
  arguments: [NAME],
  options: { json: JSON_FLAG },
  examples: [{ command: 'unspasm config get country', does: 'the country that is set' }],
  run: ({ args }, { settings }) => {
    const { name } = settingNamed(args[0]!);
    const value = settings[name];
    return {
      document: () => ({ name, value: value ?? null }),
      lines: () => (value === undefined ? [] : [showSetting(value)]),
    };
  },
});

const set = defineCommand({
  name: 'config set',
  summary: 'change one setting',
  description: ['Changes one setting, and keeps it.'],
  arguments: [NAME, { syntax: '<value>', description: 'what it shall be', values: settingValues }],
  options: { json: JSON_FLAG },
  examples: [{ command: 'unspasm config set country GB', does: 'show the emergency numbers of the United Kingdom' }],
  run: async ({ args }, context) => {
    const setting = settingNamed(args[0]!);
    const value = valueOf(context, setting, args[1]!);
    await context.saveSettings({ [setting.name]: value });
    return {
      document: () => ({ name: setting.name, value }),
      lines: () => [`${setting.name} is now ${showSetting(value)}`],
    };
  },
});

const reset = defineCommand({
  name: 'config reset',
  summary: 'take one setting back, or all of them',
  description: ['Takes a setting back to what holds by default; without a name, all of them.'],
  arguments: [{ ...NAME, syntax: '[name]' }],
  options: { json: JSON_FLAG },
  examples: [{ command: 'unspasm config reset sound', does: 'forget what was set for sound' }],
  run: async ({ args }, { saveSettings }) => {
    const names = args[0] === undefined ? SETTINGS.map(({ name }) => name) : [settingNamed(args[0]).name];
    await saveSettings(Object.fromEntries(names.map((name) => [name, undefined])));
    return { document: () => ({ reset: names }), lines: () => [`back to the default: ${names.join(', ')}`] };
  },
});

const path = defineCommand({
  name: 'config path',
  summary: 'show where the settings are kept',
  description: ['Shows the file that the settings are kept in.'],
  options: { json: JSON_FLAG },
  examples: [{ command: 'unspasm config path', does: 'the path of the file' }],
  run: (_invocation, { places: { settings: file } }) => ({ document: () => ({ file }), lines: () => [file] }),
});

export const command = defineCommand({
  name: 'config',
  summary: 'settings: country, sound, speech, lengths …',
  description: [
    'Lists the settings and what each takes. They are kept in one small file; an option on the command line, or the environment, is stronger.',
  ],
  options: { json: JSON_FLAG },
  examples: [
    { command: 'unspasm config', does: 'all settings' },
    { command: 'unspasm config set country GB', does: 'change one' },
  ],
  seeAlso: ['unspasm help environment'],
  subcommands: {
    get: () => ({ command: get }),
    set: () => ({ command: set }),
    reset: () => ({ command: reset }),
    path: () => ({ command: path }),
  },
  run: (_invocation, { settings, places: { settings: file }, page }) => ({
    document: () => ({ file, settings }),
    lines: () => settingsLines(page, settings, file),
  }),
});

function settingNames(): Candidate[] {
  return SETTINGS.map(({ name, description }) => ({ value: name, description }));
}

function settingValues(context: Context, [typed]: readonly string[]): readonly Candidate[] {
  if (typed === 'country') return countryCodes(context);
  return (SETTINGS.find(({ name }) => name === typed)?.values ?? []).map((value) => ({ value }));
}

function settingNamed(typed: string): Setting {
  const setting = SETTINGS.find(({ name }) => name === typed);
  if (setting) return setting;
  const known = SETTINGS.map(({ name }) => name);
  throw new UsageError(`there is no setting "${typed}"${didYouMean(typed, known)}`, {
    code: 'unknown-setting',
    hint: `settings: ${known.join(', ')}`,
  });
}

function valueOf({ content }: Context, { name, takes, read }: Setting, typed: string): string | number | boolean {
  const value = read(typed);
  const unknownCountry =
    name === 'country' && value !== undefined && !findCountry(content.emergencyNumbers(), String(value));
  if (value !== undefined && !unknownCountry) return value;
  throw new UsageError(`${name} can't be "${typed}"`, { code: 'bad-setting', hint: `it takes ${takes}` });
}

/** All settings: what each is, and what it takes. */
function settingsLines(page: Page, settings: Settings, file: string): string[] {
  const widest = Math.max(...SETTINGS.map(({ name }) => name.length));
  const rows = SETTINGS.flatMap(({ name, description, takes }) => {
    const value = settings[name];
    const shown = value === undefined ? 'not set' : showSetting(value);
    return keyRow(page, name, widest, `${shown}  (${description}; ${takes})`);
  });
  const below = ['Change one: unspasm config set NAME VALUE', `Kept in ${file}`];
  return [page.style.heading('Settings'), '', ...rows, '', ...below.flatMap((text) => paragraph(page, text))];
}
