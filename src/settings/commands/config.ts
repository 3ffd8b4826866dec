import { JSON_OPTION, type Candidate, type CommandDeclaration, type Invocation } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { UsageError } from '../../errors.ts';
import { SETTINGS, showSetting, type Setting } from '../settings.ts';
import { findCountry } from '../../triage/core/emergency-number.ts';
import { nearest } from '../../text/did-you-mean.ts';
import { SCHEMA_VERSION } from '../../schema-version.ts';
import { settingsLines } from '../views/settings.ts';
import { countryCodes } from '../../triage/number.ts';

const NAME = { syntax: '<name>', description: 'the name of a setting', values: settingNames };

const get: CommandDeclaration = {
  name: 'config get',
  summary: 'show one setting',
  description: ["Shows the value of one setting; nothing when it isn't set."],
  arguments: [NAME],
  options: [JSON_OPTION],
  examples: [{ command: 'unspasm config get country', does: 'the country that is set' }],
  run: ({ args, options }, { settings, print, printJson }) => {
    const { name } = settingNamed(args[0]!);
    const value = settings[name];
    if (options['json']) printJson({ schemaVersion: SCHEMA_VERSION, name, value: value ?? null });
    else if (value !== undefined) print([showSetting(value)]);
  },
};

const set: CommandDeclaration = {
  name: 'config set',
  summary: 'change one setting',
  description: ['Changes one setting, and keeps it.'],
  arguments: [NAME, { syntax: '<value>', description: 'what it shall be', values: settingValues }],
  options: [JSON_OPTION],
  examples: [{ command: 'unspasm config set country GB', does: 'show the emergency numbers of the United Kingdom' }],
  run: async ({ args, options }, context) => {
    const setting = settingNamed(args[0]!);
    const value = valueOf(context, setting, args[1]!);
    await context.saveSettings({ [setting.name]: value });
    if (options['json']) context.printJson({ schemaVersion: SCHEMA_VERSION, name: setting.name, value });
    else context.print([`${setting.name} is now ${showSetting(value)}`]);
  },
};

const reset: CommandDeclaration = {
  name: 'config reset',
  summary: 'take one setting back, or all of them',
  description: ['Takes a setting back to what holds by default; without a name, all of them.'],
  arguments: [{ ...NAME, syntax: '[name]' }],
  options: [JSON_OPTION],
  examples: [{ command: 'unspasm config reset sound', does: 'forget what was set for sound' }],
  run: async ({ args, options }, { saveSettings, print, printJson }) => {
    const names = args[0] === undefined ? SETTINGS.map(({ name }) => name) : [settingNamed(args[0]).name];
    await saveSettings(Object.fromEntries(names.map((name) => [name, undefined])));
    if (options['json']) printJson({ schemaVersion: SCHEMA_VERSION, reset: names });
    else print([`back to the default: ${names.join(', ')}`]);
  },
};

const path: CommandDeclaration = {
  name: 'config path',
  summary: 'show where the settings are kept',
  description: ['Shows the file that the settings are kept in.'],
  options: [JSON_OPTION],
  examples: [{ command: 'unspasm config path', does: 'the path of the file' }],
  run: ({ options }, { places: { settings: file }, print, printJson }) =>
    options['json'] ? printJson({ schemaVersion: SCHEMA_VERSION, file }) : print([file]),
};

export const command: CommandDeclaration = {
  name: 'config',
  summary: 'settings: country, sound, speech, lengths …',
  description: [
    'Lists the settings and what each takes. They are kept in one small file; an option on the command line, or the environment, is stronger.',
  ],
  options: [JSON_OPTION],
  examples: [
    { command: 'unspasm config', does: 'all settings' },
    { command: 'unspasm config set country GB', does: 'change one' },
  ],
  seeAlso: ['unspasm help environment'],
  subcommands: [get, set, reset, path],
  run: listAll,
};

function listAll({ options }: Invocation, { settings, places, page, print, printJson }: Context): void {
  if (options['json']) return printJson({ schemaVersion: SCHEMA_VERSION, file: places.settings, settings });
  print(settingsLines(page, settings, places.settings));
}

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
  throw new UsageError(`there is no setting "${typed}"${nearest(typed, known)}`, {
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
