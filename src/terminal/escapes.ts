export const HIDE_CURSOR = '\u001B[?25l';
export const SHOW_CURSOR = '\u001B[?25h';
/** A screen of its own: what stood on the terminal comes back afterwards. */
export const OWN_SCREEN = '\u001B[?1049h';
export const FORMER_SCREEN = '\u001B[?1049l';
export const BELL = '\u0007';
export const CLEAR_SCREEN = '\u001B[2J\u001B[H';
