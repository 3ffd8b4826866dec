/**
 * Every escape code that the program writes. No other file spells one, apart from `keys/`, which reads those that a
 * keyboard sends. Sources: ECMA-48, and invisible-island.net/xterm/ctlseqs
 */
const ESC = '\u001B';
const CSI = `${ESC}[`;
const OSC = `${ESC}]`;
/** Ends an operating system command (OSC). */
const ST = `${ESC}\\`;

export const BELL = '\u0007';
export const HIDE_CURSOR = `${CSI}?25l`;
export const SHOW_CURSOR = `${CSI}?25h`;
/** The alternate screen: what was on the terminal comes back afterwards. */
export const OWN_SCREEN = `${CSI}?1049h`;
export const FORMER_SCREEN = `${CSI}?1049l`;
export const CLEAR_SCREEN = `${CSI}H${CSI}2J`;
/** From the cursor to the end of its line. */
export const CLEAR_REST = `${CSI}K`;
/** Moves to the last row of the window. */
export const TO_LAST_ROW = `${CSI}999B`;
export const CLEAR_LINE = `\r${CLEAR_REST}`;
/** Asks a terminal for the colour of its background; `keys/background.ts` reads the answer. */
export const ASK_BACKGROUND = `${OSC}11;?${ST}`;
export const RESET_COLORS = `${CSI}0m`;

/** Puts the cursor somewhere. @param row counted from 0, as is the column */
export function moveTo(row: number, column: number): string {
  return `${CSI}${row + 1};${column + 1}H`;
}

/** Sets a colour or a style by its number (SGR). @param numbers one, or several with semicolons */
export function colour(numbers: string): string {
  return `${CSI}${numbers}m`;
}

/** What matches a colour code, as the source of a regular expression. @param numbers what matches its numbers */
export function colourPattern(numbers: string): string {
  return `${ESC}\\[${numbers}m`;
}

/** Pasted text is marked as such, so that it answers nothing. */
const BRACKETED_PASTE = '2004';
/**
 * Mouse tracking, its ways of coding, and reports of the focus. A program that crashed may have left them on; then
 * no text can be selected with the mouse.
 */
const REPORTS = '1000;1002;1003;1004;1005;1006;1015;1016';
const ALL_MODES = `${REPORTS};${BRACKETED_PASTE}`;

/**
 * Saves the modes of the keyboard and the mouse, and sets them for this program. xterm saves modes with `CSI ? … s` and
 * restores them with `CSI ? … r`; kitty keeps the flags of its keyboard protocol on a stack, where 0 asks for keys as
 * they always were. Terminals that know neither ignore both, and get their modes switched off again. modifyOtherKeys
 * can't be asked for, so it is left alone: its keys are understood.
 * Source: sw.kovidgoyal.net/kitty/keyboard-protocol
 */
export const TAKE_MODES = `${CSI}?${ALL_MODES}s${CSI}?${REPORTS}l${CSI}?${BRACKETED_PASTE}h${CSI}>0u`;
export const GIVE_BACK_MODES = `${CSI}<u${CSI}?${BRACKETED_PASTE}l${CSI}?${ALL_MODES}r`;

/** The number of the control sequence that asks a terminal for a notification. */
export type NotificationProtocol = 9 | 99 | 777;

/** Asks a terminal for a notification. Neither text may hold a control character. */
export function notificationCode(protocol: NotificationProtocol, title: string, body: string): string {
  if (protocol === 9) return `${OSC}9;${withoutNumber([title, body].filter(Boolean).join(': '))}${ST}`;
  if (protocol === 777) return `${OSC}777;notify;${withoutSemicolons(title)};${withoutSemicolons(body)}${ST}`;
  // The id ties the body to the title, and makes the next notification replace this one.
  return `${OSC}99;i=unspasm:d=0;${title}${ST}${OSC}99;i=unspasm:p=body;${body}${ST}`;
}

function withoutSemicolons(text: string): string {
  return text.replaceAll(';', ',');
}

// A number and a semicolon would be another command: 4 sets a progress bar.
function withoutNumber(text: string): string {
  return text.replace(/^(\d+);/, '$1,');
}

/** Wraps a code so that tmux hands it on to the terminal that it runs in. */
export function throughTmux(code: string): string {
  return code && `${ESC}Ptmux;${code.replaceAll(ESC, ESC + ESC)}${ST}`;
}
