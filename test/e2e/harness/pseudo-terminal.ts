import * as nodePty from '@lydell/node-pty';
import { spawnSync } from 'node:child_process';
import { close, constants, closeSync, open, openSync, write } from 'node:fs';
import type { ReadStream } from 'node:tty';
import { promisify } from 'node:util';
import { mark } from './mark.ts';
import { toolPath } from './tools.ts';

/** Both ends of a pseudo-terminal. */
interface Pair {
  readonly master: ReadStream;
  readonly slave: ReadStream;
  readonly ptsName: string;
  resize(columns: number, rows: number): void;
}

// Exported, though its types leave it out. Its `spawn` waits 200 milliseconds for the terminal to be closed, and
// then drops what it hasn't read: a terminal that is held open after the program's end needs another way.
const { open: openPair } = nodePty as unknown as { open: (size: { cols: number; rows: number }) => Pair };

/**
 * A pseudo-terminal of the kernel. It is held open here, so that the state in which a program leaves it can be read
 * once no process has it any more.
 */
export class PseudoTerminal {
  /** Where programs open it: /dev/pts/7. */
  readonly path: string;
  readonly #pair: Pair;
  readonly #held: number;

  /** @param onOutput takes what is written to it */
  constructor(columns: number, rows: number, onOutput: (chunk: string) => void) {
    this.#pair = openPair({ cols: columns, rows });
    this.path = this.#pair.ptsName;
    this.#held = this.open();
    // It would take the keys away from the program.
    this.#pair.slave.destroy();
    this.#pair.master.on('data', onOutput);
  }

  /** Opens it for a program. @returns a file descriptor, to be closed */
  open(): number {
    return openSync(this.path, constants.O_RDWR | constants.O_NOCTTY);
  }

  type(keys: string): void {
    this.#pair.master.write(keys);
  }

  resize(columns: number, rows: number): void {
    this.#pair.resize(columns, rows);
  }

  /** Writes the mark after everything that was written before. Resolves also where nobody can write any more. */
  async mark(): Promise<void> {
    try {
      // On its own, as a program may have made what it was given non-blocking; and not at once, as that would wait
      // for this process to read.
      const own = await promisify(open)(this.path, constants.O_WRONLY | constants.O_NOCTTY);
      await promisify(write)(own, mark);
      await promisify(close)(own);
    } catch {
      // It was hung up: there is no output left to wait for.
    }
  }

  /** What `stty -a` says of it. */
  flags(): string {
    const { stdout } = spawnSync(toolPath('stty'), ['-a'], { env: {}, stdio: [this.#held, 'pipe', 'inherit'] });
    return stdout.toString();
  }

  close(): void {
    this.#pair.master.destroy();
    closeSync(this.#held);
  }
}
