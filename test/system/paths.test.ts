import { describe, expect, it } from 'vitest';
import { placesOf } from '../../src/system/paths.ts';

const HOME = '/home/anna';

function unknown(): string {
  throw new Error('ENOENT');
}

/** The journal of somebody who has chosen a folder for it. */
const journalIn = (chosen: string) => placesOf({ HOME, UNSPASM_DATA_DIR: chosen }, 'linux').journal;

describe('the places', () => {
  it('are those of XDG on Linux', () => {
    expect(placesOf({ HOME }, 'linux')).toEqual({
      journal: '/home/anna/.local/share/unspasm/journal',
      settings: '/home/anna/.config/unspasm/config.json',
      state: '/home/anna/.local/state/unspasm',
      stateFile: '/home/anna/.local/state/unspasm/session',
    });
  });

  it.each(['linux', 'darwin'])('are where XDG says it, on %s', (platform) => {
    const env = { HOME, XDG_DATA_HOME: '/d', XDG_CONFIG_HOME: '/c', XDG_STATE_HOME: '/s' };
    expect(placesOf(env, platform)).toEqual({
      journal: '/d/unspasm/journal',
      settings: '/c/unspasm/config.json',
      state: '/s/unspasm',
      stateFile: '/s/unspasm/session',
    });
  });

  it.each(['data', './data', '../data', '', '~/data'])('are not where a relative path would lead: "%s"', (path) => {
    const env = { HOME, XDG_DATA_HOME: path, XDG_CONFIG_HOME: path, XDG_STATE_HOME: path };
    expect(placesOf(env, 'linux')).toEqual(placesOf({ HOME }, 'linux'));
  });

  it.each(['', 'anna', './anna', '~'])('are in the home that the system knows of where HOME is "%s"', (named) => {
    expect(placesOf({ HOME: named }, 'linux', [() => named, () => HOME])).toEqual(placesOf({ HOME }, 'linux'));
  });

  it('are somewhere, though the system knows no such user', () => {
    expect(placesOf({}, 'linux', [unknown, unknown]).journal).toBe('/.local/share/unspasm/journal');
  });

  it('are where macOS keeps such files', () => {
    expect(placesOf({ HOME }, 'darwin')).toMatchObject({
      journal: '/home/anna/Library/Application Support/unspasm/journal',
    });
  });

  it('have the journal in a folder of the user’s own, and the state never', () => {
    const places = placesOf({ HOME, UNSPASM_DATA_DIR: '/sync/back', XDG_DATA_HOME: '/d' }, 'linux');
    expect(places).toEqual({ ...placesOf({ HOME }, 'linux'), journal: '/sync/back/journal' });
  });

  it.each(['sync/back', '~/sync/back', '~//sync/back', '/home/anna/sync/../sync/back'])(
    'do not depend on the current folder, as when a service is given %s',
    (chosen) => {
      expect(journalIn(chosen)).toBe('/home/anna/sync/back/journal');
    },
  );

  it('have the journal in the home folder itself for a tilde alone, and a name may begin with one', () => {
    expect(['~', '~back', './~'].map(journalIn)).toEqual([
      '/home/anna/journal',
      '/home/anna/~back/journal',
      '/home/anna/~/journal',
    ]);
  });

  it.each(['linux', 'darwin', 'win32'])('are three different ones on %s', (platform) => {
    const { journal, settings, state } = placesOf({ HOME, LOCALAPPDATA: '/home/anna/Local' }, platform);
    expect(state.startsWith(journal)).toBe(false);
    expect(journal.startsWith(state)).toBe(false);
    expect(settings.startsWith(journal)).toBe(false);
  });
});
