import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createInterface, type Interface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Variables } from '../harness/environment.ts';
import type { ClockOptions } from '../harness/host.ts';
import { PATIENCE_MS } from '../harness/patience.ts';
import { preloading } from '../harness/quoting.ts';

const preload = fileURLToPath(new URL('../harness/stepped-clock.cjs', import.meta.url));

/** A key counts once the keyboard was still for 100 milliseconds, and what it begins is shown a moment after each second. */
const AFTER_KEY_MS = 110;
const RETRY_MS = 5;

/** The clock of a program, stepped by hand. */
export class SteppedClock {
  readonly #path: string;
  #connection: Promise<Link> | undefined;

  readonly #begin: number;

  /**
   * @param path of the socket on which the program will listen
   * @param begin when its time begins, in milliseconds since 1970
   */
  constructor(path: string, begin = Date.now()) {
    this.#path = path;
    this.#begin = begin;
  }

  /** The same clock for a run in a host. */
  get inHost(): ClockOptions {
    return { socket: this.#path, from: this.#begin };
  }

  /** What the program has to be started with. */
  get env(): Variables {
    return {
      ...preloading(preload),
      UNSPASM_STEPPED_CLOCK: this.#path,
      UNSPASM_STEPPED_CLOCK_AT: String(this.#begin),
    };
  }

  /** What the program has to be started with so that a copy of it, which goes on in the background, has this clock. */
  get envOfCopy(): Variables {
    return {
      ...preloading(preload),
      UNSPASM_STEPPED_CLOCK_OF_COPY: this.#path,
      UNSPASM_STEPPED_CLOCK_AT: String(this.#begin),
    };
  }

  /** Lets time go by, in milliseconds; resolves when all that it brings about was written. */
  tick(ms: number): Promise<void> {
    return this.#send(`tick ${ms}`);
  }

  seconds(count: number): Promise<void> {
    return this.tick(count * 1000);
  }

  minutes(count: number): Promise<void> {
    return this.tick(count * 60_000);
  }

  /** The computer sleeps: only the wall clock goes on. What is due comes with the next tick, late. */
  async sleep(ms: number): Promise<void> {
    await this.#send(`suspend ${ms}`);
  }

  /** Presses a key, lets the program hear of it, and takes the hand off the keyboard. */
  async key(press: () => void): Promise<void> {
    // From here on a timer that is set comes from the key.
    await this.tick(0);
    press();
    await this.#send('heed');
    await this.tick(AFTER_KEY_MS);
  }

  close(): void {
    void this.#connection?.then(({ socket }) => socket.destroy()).catch(() => {});
  }

  async #send(command: string): Promise<void> {
    const { socket, answers, ended } = await (this.#connection ??= link(this.#path));
    const answered = once(answers, 'line');
    socket.write(`${command}\n`);
    // A program that has ended answers nothing: what it did is seen in its terminal.
    await Promise.race([answered, ended]);
  }
}

interface Link {
  readonly socket: Socket;
  readonly answers: Interface;
  /** Resolves when the program has ended, and stays resolved: it may have ended before the next command. */
  readonly ended: Promise<unknown>;
}

// The program listens once it has started.
async function link(path: string): Promise<Link> {
  for (let waited = 0; ; waited += RETRY_MS) {
    const socket = await tryToConnect(path);
    if (socket) {
      const answers = createInterface({ input: socket });
      return { socket, answers, ended: once(answers, 'close') };
    }
    if (waited > PATIENCE_MS) throw new Error(`no program listens on ${path}`);
    await pause(RETRY_MS);
  }
}

function tryToConnect(path: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => resolve(socket)).on('error', () => resolve(undefined));
  });
}
