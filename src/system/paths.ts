import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** The folder for what the program remembers about itself: not the user's data, not the settings. */
export function stateFolder(env: Environment, platform: string): string {
  const home = env['HOME'] || homedir();
  if (platform === 'win32') return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'unspasm', 'State');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'unspasm', 'state');
  const base = env['XDG_STATE_HOME'];
  // The XDG rules: a relative path is ignored.
  return join(base && isAbsolute(base) ? base : join(home, '.local', 'state'), 'unspasm');
}
