import { homedir, userInfo } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import type { Environment } from './programs.ts';
import { stateFile } from './state-file.ts';

/** Where the program stores its files. */
export interface Places {
  /** The user's data: the journal. */
  readonly journal: string;
  readonly settings: string;
  /** Backups and what the program remembers about itself. This must not be in a synced folder. */
  readonly state: string;
  /** The small file about the session in progress, which prompts and status bars read: see docs/session-state.md. */
  readonly stateFile: string;
}

/** The home folder of this user. */
export function homeFolder(env: Environment): string {
  return homeOf(env, [homedir, () => userInfo().homedir]);
}

/**
 * The places of this user: by the XDG Base Directory Specification on Linux, the platform's own elsewhere.
 * @param ask functions that know the home folder where the environment doesn't
 */
export function placesOf(env: Environment, platform: string, ask = [homedir, () => userInfo().homedir]): Places {
  const home = homeOf(env, ask);
  const own = ownFolders(env, home, platform);
  const chosen = env['UNSPASM_DATA_DIR'];
  const data = chosen ? fromHome(home, chosen) : (inXdg(env['XDG_DATA_HOME']) ?? own.data);
  const state = inXdg(env['XDG_STATE_HOME']) ?? own.state;
  return {
    journal: join(data, 'journal'),
    settings: join(inXdg(env['XDG_CONFIG_HOME']) ?? own.config, 'config.json'),
    state,
    stateFile: stateFile(state),
  };
}

// With an empty or relative HOME, as services and hooks may have it, the journal would be in the current folder. A user
// that the system doesn't know, as in a container, has no home.
function homeOf(env: Environment, ask: readonly (() => string)[]): string {
  const named = [() => env['HOME'], () => env['USERPROFILE'], ...ask];
  for (const find of named) {
    const path = found(find);
    if (absolute(path)) return path!;
  }
  return resolve('/');
}

// The journal must not depend on the current folder. Where no shell reads a variable, as in a unit of systemd or an
// `env_file`, nothing has replaced a tilde.
function fromHome(home: string, path: string): string {
  return resolve(home, path.replace(/^~(?=[\\/]|$)[\\/]*/, ''));
}

function inXdg(folder: string | undefined): string | undefined {
  return absolute(folder) && join(folder!, 'unspasm');
}

function found(find: () => string | undefined): string | undefined {
  try {
    return find();
  } catch {
    return undefined;
  }
}

// As XDG says, a relative path is ignored.
function absolute(path: string | undefined): true | undefined {
  return path && isAbsolute(path) ? true : undefined;
}

function ownFolders(env: Environment, home: string, platform: string) {
  if (platform === 'win32') {
    const local = join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'unspasm');
    return { data: join(local, 'Data'), config: join(local, 'Config'), state: join(local, 'State') };
  }
  if (platform === 'darwin') {
    const support = join(home, 'Library', 'Application Support', 'unspasm');
    return { data: support, config: join(support, 'config'), state: join(support, 'state') };
  }
  const inLocal = (...folders: string[]) => join(home, '.local', ...folders, 'unspasm');
  return { data: inLocal('share'), config: join(home, '.config', 'unspasm'), state: inLocal('state') };
}
