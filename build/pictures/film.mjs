/**
 * A picture of the screen, and how long it stays, in milliseconds.
 * @typedef {{ rows: import('./screen.mjs').Cell[][], ms: number }} Shot
 */

const PROMPT = '\u001B[1;32m$\u001B[0m ';
const TYPED_MS = 28;
const CLEAR = '\u001B[H\u001B[2J\u001B[3J';

/** A screen that is filmed. What is not held isn't seen. */
export class Film {
  /** @type {Shot[]} */
  shots = [];
  /** Which shot stands for the whole where nothing may move. */
  still = 0;
  #screen;

  /** @param {import('./screen.mjs').Screen} screen */
  constructor(screen) {
    this.#screen = screen;
  }

  /** Shows the screen as it is now. @param {number} ms */
  hold(ms) {
    this.shots.push({ rows: this.#screen.cells(), ms });
  }

  /** Takes what is shown now as the picture for those who want no motion. */
  keepAsStill() {
    this.still = this.shots.length - 1;
  }

  /** An empty screen with a prompt, as after ctrl+l. @param {number} ms */
  async clear(ms) {
    await this.#screen.write(CLEAR + PROMPT);
    this.hold(ms);
  }

  /** The prompt again, below the last output. */
  async prompt() {
    await this.#screen.write(PROMPT);
  }

  /** Types a command letter by letter, as if by hand, and then Enter. @param {string} line */
  async type(line) {
    for (const [at, letter] of Array.from(line).entries()) {
      await this.#screen.write(letter);
      // Fingers aren't even, and a gap between two words is longer.
      this.hold(TYPED_MS + ((at * 7) % 5) * 8 + (letter === ' ' ? 20 : 0));
    }
    this.hold(250);
    await this.#screen.write('\r\n');
  }
}
