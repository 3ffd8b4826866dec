import xterm from '@xterm/headless';

/**
 * A cell of the screen: its sign, and how it is inked, as words ("bold c6", "inverse").
 * @typedef {{ sign: string, ink: string }} Cell
 */

/** A terminal's screen that can be looked at cell by cell. */
export class Screen {
  #terminal;
  #showsCursor = true;

  /** @param {{ columns: number, rows: number }} size */
  constructor({ columns, rows }) {
    this.#terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
    const { parser } = this.#terminal;
    const show = (isShown) => (codes) => {
      if (codes.includes(25)) this.#showsCursor = isShown;
      return false; // the emulator does its own part
    };
    parser.registerCsiHandler({ prefix: '?', final: 'h' }, show(true));
    parser.registerCsiHandler({ prefix: '?', final: 'l' }, show(false));
  }

  /** Resolves when the screen shows it. @param {string} text */
  write(text) {
    return new Promise((resolve) => this.#terminal.write(text, resolve));
  }

  /** What the terminal answers when it is asked something. @param {(text: string) => void} reply */
  onReply(reply) {
    return this.#terminal.onData(reply);
  }

  /** The visible text, a line a row. */
  text() {
    return this.#lines()
      .map((line) => line.translateToString(true))
      .join('\n');
  }

  /** The visible cells, row by row, the cursor among them. @returns {Cell[][]} */
  cells() {
    const rows = this.#lines().map((line) => this.#cellsOf(line));
    const { cursorX, cursorY } = this.#terminal.buffer.active;
    const under = rows[cursorY]?.[cursorX];
    if (this.#showsCursor && under) rows[cursorY][cursorX] = { sign: under.sign, ink: 'inverse' };
    return rows;
  }

  #lines() {
    const { active } = this.#terminal.buffer;
    return Array.from({ length: this.#terminal.rows }, (_, row) => active.getLine(active.baseY + row));
  }

  #cellsOf(line) {
    return Array.from({ length: this.#terminal.cols }, (_, column) => {
      const cell = line.getCell(column);
      return { sign: cell.getChars() || ' ', ink: inkOf(cell) };
    });
  }
}

function inkOf(cell) {
  if (!cell.isBgDefault() || cell.isFgRGB()) throw new Error('the pictures know only the 16 colours, as letters');
  return [
    cell.isBold() && 'bold',
    cell.isDim() && 'dim',
    cell.isUnderline() && 'underline',
    cell.isInverse() && 'inverse',
    cell.isFgPalette() && `c${cell.getFgColor()}`,
  ]
    .filter(Boolean)
    .join(' ');
}
