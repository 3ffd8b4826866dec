import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Command } from './environment.ts';

/** What the keeper is to start, and how. */
export interface KeeperTask {
  command: Command;
  env: Record<string, string>;
  cwd: string;
  /** Given to the program through a pipe in place of the terminal's keys. */
  input?: string | undefined;
  /** A file that takes the program's standard output in place of the screen. */
  stdout?: string | undefined;
}

/** What the keeper tells; `tty` is what `stty -a` said at that moment. */
export type Report =
  | { event: 'started'; pid: number; tty: string }
  | { event: 'ended'; code: number | null; signal: string | null; tty: string }
  | { event: 'stopped'; tty: string };

type Order = { signal: string } | { look: true };

/** The test's end of the socket to the keeper. */
export class KeeperLink {
  readonly #server: Server;
  readonly #connection: Promise<Socket>;
  #socket: Socket | undefined;

  constructor(path: string, onReport: (report: Report) => void) {
    this.#server = createServer().listen(path);
    this.#connection = once(this.#server, 'connection').then(([socket]) => {
      createInterface({ input: socket }).on('line', (line) => onReport(JSON.parse(line)));
      return (this.#socket = socket);
    });
  }

  /** Sends an order, as soon as the keeper is there to take it. */
  async send(order: Order): Promise<void> {
    const socket = await this.#connection;
    socket.write(`${JSON.stringify(order)}\n`);
  }

  /** Ends the keeper, and the program if it still runs. */
  close(): void {
    // A keeper that has not connected yet finds nobody, and ends as well.
    this.#server.close();
    this.#socket?.destroy();
  }
}
