type Environment = Readonly<Record<string, string | undefined>>;

/** What has to be known of a terminal before its keyboard is taken over. */
export interface TerminalHost {
  readonly platform: string;
  /** Codes that set the modes of its keyboard and mouse for this program; empty where it would print them. */
  readonly takeModes: string;
  /** Codes that set those modes back to what they were. */
  readonly giveBackModes: string;
}

const ESC = '\u001B';
/** Pasted text is marked as such, and so answers nothing. */
const BRACKETED_PASTE = '2004';
/**
 * Mouse tracking, its ways of coding, and reports of the focus. A program that crashed may have left them on; then
 * no text can be selected with the mouse.
 */
const REPORTS = '1000;1002;1003;1004;1005;1006;1015;1016';
const ALL = `${REPORTS};${BRACKETED_PASTE}`;

/**
 * xterm saves modes with `CSI ? … s` and restores them with `CSI ? … r`; kitty keeps the flags of its
 * keyboard protocol on a stack, where 0 asks for keys as they always were. Terminals that know neither
 * ignore both, and get their modes switched off again. modifyOtherKeys can't be asked for, so that it is
 * left alone: its keys are understood.
 * Sources: invisible-island.net/xterm/ctlseqs, sw.kovidgoyal.net/kitty/keyboard-protocol
 */
const TAKE = `${ESC}[?${ALL}s${ESC}[?${REPORTS}l${ESC}[?${BRACKETED_PASTE}h${ESC}[>0u`;
const GIVE_BACK = `${ESC}[<u${ESC}[?${BRACKETED_PASTE}l${ESC}[?${ALL}r`;

/** Terminals that are known to ignore the codes that they don't understand, by how their TERM begins. */
const QUIET = /^(?:xterm|tmux|screen|rxvt|foot|alacritty|wezterm|ghostty|contour|konsole|vte|iterm|mintty|ms-terminal)/;

/** What is known of the terminal of this environment. @param platform as Node names it */
export function terminalHost(env: Environment, platform: string): TerminalHost {
  const isQuiet = platform === 'win32' ? env['WT_SESSION'] !== undefined : QUIET.test(env['TERM'] ?? '');
  return isQuiet
    ? { platform, takeModes: TAKE, giveBackModes: GIVE_BACK }
    : { platform, takeModes: '', giveBackModes: '' };
}
