import { Terminal, type IModes } from '@xterm/headless';

/** Where the cursor stands, counted from 0 at the top left, and whether it shows. */
export interface Cursor {
  column: number;
  row: number;
  isVisible: boolean;
}

/** A screen that nobody looks at: what a person would see, as text. */
export class Emulator {
  readonly #terminal: Terminal;
  #isCursorVisible = true;

  constructor(columns: number, rows: number, reply: (text: string) => void = () => {}) {
    const size = { cols: columns, rows, scrollback: 10_000 };
    this.#terminal = new Terminal({ ...size, allowProposedApi: true });
    // Programs ask a terminal where its cursor is or what it can do, and wait.
    this.#terminal.onData(reply);
    this.#watchCursor();
  }

  /** Shows a piece of output; resolves when the screen has it. */
  write(text: string): Promise<void> {
    return new Promise((resolve) => this.#terminal.write(text, resolve));
  }

  resize(columns: number, rows: number): void {
    this.#terminal.resize(columns, rows);
  }

  /** The visible lines, without the blanks at their ends and the empty ones below. */
  screen(): string {
    const { active } = this.#terminal.buffer;
    return this.#lines(active.type, active.baseY);
  }

  /** All lines from the first, those that have scrolled away included. */
  transcript(): string {
    const normal = this.#lines('normal', 0);
    return this.isAlternate() ? `${normal}\n${this.screen()}` : normal;
  }

  cursor(): Cursor {
    const { cursorX, cursorY } = this.#terminal.buffer.active;
    return { column: cursorX, row: cursorY, isVisible: this.#isCursorVisible };
  }

  modes(): IModes {
    return this.#terminal.modes;
  }

  isAlternate(): boolean {
    return this.#terminal.buffer.active.type === 'alternate';
  }

  /** Writes one letter and says whether it came out as a plain letter. */
  async writesPlainly(): Promise<boolean> {
    // CAN ends a sequence that was cut short; "q" is a line in the line-drawing set.
    await this.write('\u0018\r\nq');
    const { active } = this.#terminal.buffer;
    const cell = active.getLine(active.baseY + active.cursorY)?.getCell(active.cursorX - 1);
    return cell?.getChars() === 'q' && cell.isAttributeDefault();
  }

  #lines(buffer: 'normal' | 'alternate', from: number): string {
    const { [buffer]: text } = this.#terminal.buffer;
    const lines: string[] = [];
    for (let row = from; row < text.length; row += 1) {
      lines.push(text.getLine(row)?.translateToString(true).trimEnd() ?? '');
    }
    return lines.join('\n').trimEnd();
  }

  // The emulator knows whether its cursor is hidden but does not tell.
  #watchCursor(): void {
    const { parser } = this.#terminal;
    const show = (isVisible: boolean): false => {
      this.#isCursorVisible = isVisible;
      return false; // not handled: the emulator does its own part
    };
    parser.registerCsiHandler({ prefix: '?', final: 'h' }, (codes) => codes.includes(25) && show(true));
    parser.registerCsiHandler({ prefix: '?', final: 'l' }, (codes) => codes.includes(25) && show(false));
    parser.registerCsiHandler({ intermediates: '!', final: 'p' }, () => show(true));
    parser.registerEscHandler({ final: 'c' }, () => show(true));
  }
}
