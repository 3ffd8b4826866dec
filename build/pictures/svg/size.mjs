/** A cell of the screen, in the units of a picture: two squares, one above the other. */
export const CELL = { width: 8, height: 16 };
/** Of the usual fonts with letters of one width, a letter is six tenths as wide as high. */
export const FONT_SIZE = 13.33;
/** From the top of a cell to the line on which letters stand. */
export const BASELINE = 12;
/** Around the screen, and what the bar of the window takes at its top. */
export const MARGIN = 14;
export const BAR = 30;
