import { GIVE_BACK_MODES, TAKE_MODES } from './escapes.ts';
import type { Environment } from '../system/programs.ts';

/** What has to be known about a terminal before raw mode is entered. */
export interface TerminalHost {
  readonly platform: string;
  /** Codes that set its keyboard and mouse modes for this program; empty for a terminal that would print them. */
  readonly takeModes: string;
  /** Codes that restore those modes. */
  readonly giveBackModes: string;
}

/** Terminals that are known to ignore codes that they don't understand, by the beginning of their TERM. */
const QUIET = /^(?:xterm|tmux|screen|rxvt|foot|alacritty|wezterm|ghostty|contour|konsole|vte|iterm|mintty|ms-terminal)/;

/** What is known about the terminal of this environment. @param platform as Node names it */
export function terminalHost(env: Environment, platform: string): TerminalHost {
  const isQuiet = platform === 'win32' ? env['WT_SESSION'] !== undefined : QUIET.test(env['TERM'] ?? '');
  return isQuiet
    ? { platform, takeModes: TAKE_MODES, giveBackModes: GIVE_BACK_MODES }
    : { platform, takeModes: '', giveBackModes: '' };
}
