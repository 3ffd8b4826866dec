import { spawn } from '@lydell/node-pty';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ClockLink } from './clock-link.mjs';

const root = join(import.meta.dirname, '..', '..');
const launcher = join(root, 'bin', 'unspasm.cjs');
const settled = join(import.meta.dirname, 'settled.cjs');
const steppedClock = join(root, 'test', 'e2e', 'harness', 'stepped-clock.cjs');

const QUIET_MS = 30;
const QUIET_ROUNDS = 4;
const PATIENCE_MS = 10_000;
/** Keys that follow one another faster than this are taken for a held key. */
const BETWEEN_KEYS_MS = 250;

/** The built program in a pseudo-terminal, whose output goes to a screen. */
export class Program {
  #pty;
  #screen;
  #clock;
  #written = 0;
  #hasEnded = false;

  /**
   * @param {string[]} args
   * @param {{ screen: import('./screen.mjs').Screen, size: { columns: number, rows: number }, home: string, now: number, stepped?: boolean }} stage
   *   `now` is when it begins, in milliseconds since 1970; `stepped` lets time go by only with {@link passes}
   */
  static async start(args, { screen, size, home, now, stepped = false }) {
    const socket = join(home, `clock-${now}`);
    const env = environment(home, now, stepped ? socket : undefined);
    const pty = spawn(process.execPath, [launcher, ...args], { cols: size.columns, rows: size.rows, cwd: home, env });
    const program = new Program(pty, screen);
    if (stepped) program.#clock = await ClockLink.open(socket);
    return program;
  }

  constructor(pty, screen) {
    this.#pty = pty;
    this.#screen = screen;
    const replies = screen.onReply((text) => pty.write(text));
    pty.onData((text) => {
      this.#written += 1;
      void screen.write(text);
    });
    pty.onExit(() => {
      this.#hasEnded = true;
      replies.dispose();
    });
  }

  /** Waits until the screen shows a text and no more is written. @param {string | RegExp} wanted */
  async shows(wanted) {
    const isThere = () => this.#screen.text().search(wanted) >= 0;
    await this.#until(isThere, `did not show ${wanted}`);
    await this.#quiet();
  }

  /** Types a key that counts; what it brings about is to be waited for. @param {string} key */
  async key(key) {
    const press = () => this.#pty.write(key);
    await (this.#clock ? this.#clock.key(press) : pause(BETWEEN_KEYS_MS).then(press));
  }

  /** Lets milliseconds go by for the program, in no time for us. */
  async passes(ms) {
    await this.#clock.tick(ms);
    await this.#quiet();
  }

  async ends() {
    await this.#until(() => this.#hasEnded, 'did not end');
    await this.#quiet();
    this.#clock?.close();
  }

  /** Ends it wherever it is. */
  async kill() {
    if (this.#hasEnded) return;
    this.#pty.kill('SIGKILL');
    await this.ends();
  }

  async #until(isTrue, what) {
    for (let waited = 0; !isTrue(); waited += 10) {
      if (waited > PATIENCE_MS) throw new Error(`the program ${what}. The screen:\n${this.#screen.text()}`);
      await pause(10);
    }
  }

  async #quiet() {
    for (let [still, seen] = [0, this.#written]; still < QUIET_ROUNDS; still += 1) {
      await pause(QUIET_MS);
      if (this.#written !== seen) still = 0;
      seen = this.#written;
    }
    await this.#screen.write('');
  }
}

// Built up from nothing, so that nothing of this machine is in the pictures. No PATH: no programs
// that speak, sound or keep it awake.
function environment(home, now, socket) {
  const preloads = socket ? [settled, steppedClock] : [settled];
  return {
    HOME: home,
    PATH: '/nonexistent',
    TERM: 'xterm-256color',
    LANG: 'en_GB.UTF-8',
    TZ: 'UTC',
    NODE_OPTIONS: preloads.map((file) => `--require ${JSON.stringify(file)}`).join(' '),
    UNSPASM_PICTURES_NOW: String(now),
    ...(socket && { UNSPASM_STEPPED_CLOCK: socket }),
  };
}
