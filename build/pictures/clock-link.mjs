import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

const RETRY_MS = 10;
const PATIENCE_MS = 10_000;
/** A key counts once the keyboard was still for 100 milliseconds. */
const AFTER_KEY_MS = 110;

/** The hand on the clock of a program that was started with test/e2e/harness/stepped-clock.cjs. */
export class ClockLink {
  #socket;
  #answers;

  /** @param {string} path of the socket on which the program listens once it has started */
  static async open(path) {
    for (let waited = 0; waited < PATIENCE_MS; waited += RETRY_MS) {
      const socket = await tryToConnect(path);
      if (socket) return new ClockLink(socket);
      await pause(RETRY_MS);
    }
    throw new Error(`no program listens on ${path}`);
  }

  /** @param {import('node:net').Socket} socket */
  constructor(socket) {
    this.#socket = socket.on('error', () => {});
    this.#answers = createInterface({ input: socket });
  }

  /** Lets time go by. @param {number} ms milliseconds */
  tick(ms) {
    return this.#send(`tick ${ms}`);
  }

  /** Presses a key and lets it count. @param {() => void} press */
  async key(press) {
    await this.tick(0);
    press();
    await this.#send('heed');
    await this.tick(AFTER_KEY_MS);
  }

  close() {
    this.#socket.destroy();
  }

  // A program that ends meanwhile answers nothing.
  #send(command) {
    return new Promise((resolve) => {
      const done = () => {
        this.#answers.off('line', done);
        this.#socket.off('close', done);
        resolve();
      };
      if (this.#socket.closed) return resolve();
      this.#answers.once('line', done);
      this.#socket.once('close', done);
      this.#socket.write(`${command}\n`);
    });
  }
}

function tryToConnect(path) {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => resolve(socket)).on('error', () => resolve(undefined));
  });
}
