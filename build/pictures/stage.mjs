import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readyForSessions } from '../../bench/ready.mjs';
import { Program } from './program.mjs';
import { Screen } from './screen.mjs';

/** The day of every recording. */
const DAY = '2026-11-24';

/** A screen, and a home of its own in which programs run one after the other. */
export class Stage {
  screen;
  #size;
  #programs = [];
  #home = mkdtempSync(join(tmpdir(), 'unspasm-pictures-'));

  /** @param {{ columns: number, rows: number }} size */
  constructor(size) {
    this.#size = size;
    this.screen = new Screen(size);
    readyForSessions(this.#home);
  }

  /**
   * Starts the built program.
   * @param {string[]} args
   * @param {string} time when it begins, as "18:30"
   * @param {{ stepped?: boolean }} options
   */
  async start(args, time, options = {}) {
    const now = Date.parse(`${DAY}T${time}Z`);
    const stage = { screen: this.screen, size: this.#size, home: this.#home };
    const program = await Program.start(args, { ...options, ...stage, now });
    this.#programs.push(program);
    return program;
  }

  /** Runs the built program to its end. */
  async run(args, time) {
    const program = await this.start(args, time);
    await program.ends();
  }

  /** Ends what still runs, and takes the home away. */
  async close() {
    await Promise.all(this.#programs.map((program) => program.kill()));
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 3 });
  }
}
