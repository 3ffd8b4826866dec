import { type Candidate, defineCommand, JSON_FLAG } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { UsageError } from '../../errors.ts';
import { isOff, SETTING_NAMES, type Setting, type SettingName, SETTINGS, showSetting } from '../settings.ts';
import { findCountry } from '../../triage/core/emergency-number.ts';
import { ownValue } from '../../text/own-value.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import { countryCodes } from '../../triage/number.ts';
import { settingsLines } from '../views/settings.ts';

const NAME = { syntax: '<name>', description: 'the name of a setting', values: settingNames };

const get = defineCommand({
  name: 'config get',
  summary: 'show one setting',
  description: ["Shows the value of one setting, or nothing if it isn't set."],
  arguments: [NAME],
  options: { json: JSON_FLAG },
  examples: [{ command: 'unspasm config get country', does: 'show the country that is set' }],
  run: ({ args }, { settings }) => {
    const name = settingNamed(args[0]!);
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
  description: ['Changes one setting and saves it.'],
  arguments: [NAME, { syntax: '<value>', description: 'its new value', values: settingValues }],
  options: { json: JSON_FLAG },
  examples: [{ command: 'unspasm config set country GB', does: 'show the emergency number of the United Kingdom' }],
  run: async ({ args }, context) => {
    const name = settingNamed(args[0]!);
    const value = isOff(SETTINGS[name], args[1]!) ? undefined : valueOf(context, name, args[1]!);
    await context.saveSettings({ [name]: value });
    return {
      document: () => ({ name, value: value ?? null }),
      lines: () => [`${name} is now ${value === undefined ? 'off' : showSetting(value)}`],
    };
  },
});

const reset = defineCommand({
  name: 'config reset',
  summary: 'reset one setting, or all of them',
  description: ['Resets a setting to its default. Without a name, resets them all.'],
  arguments: [{ ...NAME, syntax: '[name]' }],
  options: { json: JSON_FLAG },
  examples: [{ command: 'unspasm config reset sound', does: 'reset the sound to its default' }],
  run: async ({ args }, { saveSettings }) => {
    const names = args[0] === undefined ? SETTING_NAMES : [settingNamed(args[0])];
    await saveSettings(Object.fromEntries(names.map((name) => [name, undefined])));
    return { document: () => ({ reset: names }), lines: () => [`reset to the default: ${names.join(', ')}`] };
  },
});

const path = defineCommand({
  name: 'config path',
  summary: 'show where the settings are saved',
  description: ['Shows the file that the settings are saved in.'],
  options: { json: JSON_FLAG },
  examples: [{ command: 'unspasm config path', does: 'show the path of the file' }],
  run: (_invocation, { places: { settings: file } }) => ({ document: () => ({ file }), lines: () => [file] }),
});

export const command = defineCommand({
  name: 'config',
  summary: 'change settings: country, sound, speech and more',
  description: [
    'Lists the settings and the values that they take. They are saved in one small file. An option on the command line or an environment variable overrides them.',
  ],
  options: { json: JSON_FLAG },
  examples: [
    { command: 'unspasm config', does: 'list all settings' },
    { command: 'unspasm config set country GB', does: 'change one setting' },
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
  return SETTING_NAMES.map((name) => ({ value: name, description: SETTINGS[name].description }));
}

function settingValues(context: Context, [typed]: readonly string[]): readonly Candidate[] {
  if (typed === 'country') return countryCodes(context);
  return (ownValue<Setting>(SETTINGS, typed ?? '')?.values ?? []).map((value) => ({ value }));
}

function settingNamed(typed: string): SettingName {
  const name = SETTING_NAMES.find((one) => one === typed);
  if (name) return name;
  throw new UsageError(`there is no setting "${typed}"${didYouMean(typed, SETTING_NAMES)}`, {
    code: 'unknown-setting',
    hint: `use one of these: ${SETTING_NAMES.join(', ')}`,
  });
}

function valueOf({ content }: Context, name: SettingName, typed: string): string | number | boolean {
  const { takes, read } = SETTINGS[name];
  // A country is saved by its code, whatever name was typed.
  const means = name === 'country' ? findCountry(content.emergencyNumbers(), typed)?.code : read(typed);
  if (means !== undefined) return means;
  throw new UsageError(`${name} can't be "${typed}"`, { code: 'bad-setting', hint: `use ${takes}` });
}
