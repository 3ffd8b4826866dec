import { renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, parse } from 'node:path';
import { OperationError, whyNotWritten } from '../errors.ts';
import { parseSettings, type SettingChanges, SETTINGS, type Settings, settingSchemas } from '../settings/settings.ts';
import { textOf } from './lenient-files.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { FILE_MODE, makePrivateFolder } from './private-files.ts';

export interface ReadSettings {
  readonly settings: Settings;
  /** What was wrong with the file, in words. */
  readonly warning?: string;
}

/**
 * The settings, by one small read: loading conf for that would cost more than a Node start. None where there is no
 * file. A file that can't be understood is set aside, so that nothing in it is lost and the program runs.
 */
export function readSettings(file: string): ReadSettings {
  const settings = settingsNow(file);
  return settings ? { settings } : { settings: {}, warning: setAside(file) };
}

/**
 * The same for what runs for days: a file that can't be understood stays where it is, as somebody may be editing it.
 * @returns undefined for such a file
 */
export function settingsNow(file: string): Settings | undefined {
  const text = textOf(file);
  try {
    return text === undefined ? {} : parseSettings(valuesIn(text));
  } catch {
    return undefined;
  }
}

function valuesIn(text: string): Record<string, unknown> {
  const values: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  if (typeof values !== 'object' || values === null || Array.isArray(values)) throw new Error("it isn't an object");
  return { ...values };
}

function setAside(file: string): string {
  const aside = `${file}.corrupt-${Date.now()}`;
  try {
    renameSync(file, aside);
    return `the settings in ${file} can't be read. They were moved to ${basename(aside)}, and the defaults are used`;
  } catch {
    return `the settings in ${file} can't be read, so the defaults are used`;
  }
}

/**
 * Saves settings. Conf checks them against a schema, so that no value is written that wouldn't be read back, and
 * replaces the file at once, so that it is never half written. If several processes save at once, all of it is saved.
 * @throws OperationError where nothing can be written
 */
export async function saveSettings(file: string, changes: SettingChanges): Promise<void> {
  const { default: Conf } = await loadConf();
  try {
    makePrivateFolder(dirname(file));
    oneAtATime(file, () => {
      const store = new Conf<Record<string, unknown>>({
        cwd: dirname(file),
        configName: basename(file, '.json'),
        configFileMode: FILE_MODE,
        schema: settingSchemas(),
        deserialize: readable,
      });
      const saved = Object.entries({ ...store.store, ...changes }).filter(([, value]) => value !== undefined);
      store.store = Object.fromEntries(saved);
    });
  } catch (error) {
    throw new OperationError(`the settings couldn't be saved in ${file}: ${whyNotWritten(error)}`, {
      code: 'not-kept',
      hint: 'check that you can write to that folder, and that the disk has room',
    });
  }
}

// Conf asks for the home folder while it is loaded, though it is told where the file is. That fails for a user whom the
// system doesn't know, as in a container.
function loadConf(): Promise<typeof import('conf')> {
  try {
    homedir();
  } catch {
    process.env['HOME'] = parse(process.execPath).root;
  }
  return import('conf');
}

// A wrong value that was written by hand is ignored, and must not prevent other settings from being saved.
function readable(text: string): Record<string, unknown> {
  const values = valuesIn(text);
  const others = Object.entries(values).filter(([name]) => !Object.hasOwn(SETTINGS, name));
  return { ...Object.fromEntries(others), ...parseSettings(values) };
}
