import { isAbsolute, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the program keeps what. */
export interface Places {
  /** The user's data: the journal. */
  readonly journal: string;
  readonly settings: string;
  /** What the program remembers about itself, and backups: never inside a folder that is synced. */
  readonly state: string;
}

/** The places of this user: the rules of XDG on Linux, the platform's own elsewhere. */
export function placesOf(env: Environment, platform: string): Places {
  const home = env['HOME'] || env['USERPROFILE'] || '/';
  const folder = (variable: string, otherwise: string) => join(absolute(env[variable]) ?? otherwise, 'unspasm');
  const { data, config, state } = standardFolders(env, home, platform);
  const own = env['UNSPASM_DATA_DIR'];
  return {
    journal: join(own || folder('XDG_DATA_HOME', data), 'journal'),
    settings: join(folder('XDG_CONFIG_HOME', config), 'config.json'),
    state: folder('XDG_STATE_HOME', state),
  };
}

// The rules of XDG: a relative path is ignored, or the journal would depend on the current folder.
function absolute(path: string | undefined): string | undefined {
  return path && isAbsolute(path) ? path : undefined;
}

function standardFolders(env: Environment, home: string, platform: string) {
  if (platform === 'win32') {
    const local = env['LOCALAPPDATA'] || join(home, 'AppData', 'Local');
    return { data: join(local, 'Data'), config: join(local, 'Config'), state: join(local, 'State') };
  }
  if (platform === 'darwin') {
    const support = join(home, 'Library', 'Application Support');
    return { data: support, config: join(home, 'Library', 'Preferences'), state: join(support, 'state') };
  }
  return { data: join(home, '.local', 'share'), config: join(home, '.config'), state: join(home, '.local', 'state') };
}
