import { GIVE_BACK_MODES, TAKE_MODES } from './escapes.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What has to be known of a terminal before its keyboard is taken over. */
export interface TerminalHost {
  readonly platform: string;
  /** Codes that set the modes of its keyboard and mouse for this program; empty where it would print them. */
  readonly takeModes: string;
  /** Codes that set those modes back to what they were. */
  readonly giveBackModes: string;
}

/** Terminals that are known to ignore the codes that they don't understand, by how their TERM begins. */
const QUIET = /^(?:xterm|tmux|screen|rxvt|foot|alacritty|wezterm|ghostty|contour|konsole|vte|iterm|mintty|ms-terminal)/;

/** What is known of the terminal of this environment. @param platform as Node names it */
export function terminalHost(env: Environment, platform: string): TerminalHost {
  const isQuiet = platform === 'win32' ? env['WT_SESSION'] !== undefined : QUIET.test(env['TERM'] ?? '');
  return isQuiet
    ? { platform, takeModes: TAKE_MODES, giveBackModes: GIVE_BACK_MODES }
    : { platform, takeModes: '', giveBackModes: '' };
}
