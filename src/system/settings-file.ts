import { readFileSync, renameSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { OperationError } from '../errors.ts';
import { type Settings, parseSettings } from '../settings/settings.ts';
import { FILE_MODE, makePrivateFolder } from './private-files.ts';

export interface ReadSettings {
  readonly settings: Settings;
  /** What was wrong with the file, in words. */
  readonly warning?: string;
}

/**
 * The settings, by one small read; none where there is no file. A file that can't be understood is
 * set aside, so that nothing in it is lost and the program goes on.
 */
export function readSettings(file: string): ReadSettings {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return { settings: {} };
  }
  try {
    return { settings: parseSettings(JSON.parse(text) as Record<string, unknown>) };
  } catch {
    return { settings: {}, warning: setAside(file) };
  }
}

function setAside(file: string): string {
  const aside = `${file}.corrupt-${Date.now()}`;
  try {
    renameSync(file, aside);
    return `the settings in ${file} can't be read; they were set aside as ${basename(aside)}, and the defaults hold`;
  } catch {
    return `the settings in ${file} can't be read; the defaults hold`;
  }
}

/** Keeps settings; those that are undefined are taken out. @throws CannotError where nothing can be written */
export async function saveSettings(file: string, changes: Readonly<Record<string, unknown>>): Promise<void> {
  // Conf costs more than a Node start; it is loaded only to write.
  const { default: Conf } = await import('conf');
  try {
    makePrivateFolder(dirname(file));
    const store = new Conf({ cwd: dirname(file), configName: basename(file, '.json'), configFileMode: FILE_MODE });
    const kept = Object.entries({ ...store.store, ...changes }).filter(([, value]) => value !== undefined);
    store.store = Object.fromEntries(kept);
  } catch (error) {
    throw new OperationError(`the settings could not be kept in ${file}: ${(error as Error).message}`, {
      code: 'not-kept',
    });
  }
}
