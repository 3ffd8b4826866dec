import { spawn, type IPty } from '@lydell/node-pty';
import { fileURLToPath } from 'node:url';
import { Changes } from './changes.ts';
import { Emulator } from './emulator.ts';
import { KeeperLink, type KeeperTask, type Report } from './keeper-link.ts';
import { findLeftovers } from './leftovers.ts';
import { mark, MarkFinder } from './mark.ts';
import { PATIENCE_MS } from './patience.ts';

const keeper = fileURLToPath(new URL('./keeper.cjs', import.meta.url));

/** The program at rest: ended or stopped, with all its output on the screen. */
export type Rest = Exclude<Report, { event: 'started' }> & { leftovers: string[] };

/**
 * A pseudo-terminal with the program, its keeper and an emulated screen.
 *
 * The first process is `bash -m`, which puts the keeper and the program into a
 * job of their own, as an interactive shell does: without it the kernel would
 * let no SIGTSTP through. The keeper tells exit codes from signals; bash can't.
 */
export class Session {
  readonly changes = new Changes();
  readonly emulator: Emulator;
  readonly pid: Promise<number>;
  output = '';
  rest: Rest | undefined;
  isHungUp = false;

  readonly #pty: IPty;
  readonly #link: KeeperLink;
  readonly #marks = new MarkFinder();
  #marksSeen = 0;
  #reports = 0;
  #ttyBefore = '';
  #tellPid: (pid: number) => void = () => {};

  constructor(task: KeeperTask, home: string, columns: number, rows: number) {
    this.pid = new Promise((resolve) => (this.#tellPid = resolve));
    this.emulator = new Emulator(columns, rows, (text) => this.send(text));
    const socketPath = `${home}.sock`;
    this.#link = new KeeperLink(socketPath, (report) => void this.#take(report));
    const job = [process.execPath, keeper, JSON.stringify({ ...task, socketPath, mark })];
    // More than one command, or bash would replace itself by the first.
    this.#pty = spawn('bash', ['-m', '-c', '"$@"; exit', 'bash', ...job], {
      cols: columns,
      rows,
      cwd: task.cwd,
      env: { PATH: process.env['PATH'], TERM: 'xterm-256color' },
    });
    this.#pty.onData((chunk) => this.#show(chunk));
    this.#pty.onExit(() => this.#hangUp());
  }

  send(text: string): void {
    this.#pty.write(text);
  }

  resize(columns: number, rows: number): void {
    this.#pty.resize(columns, rows);
    this.emulator.resize(columns, rows);
  }

  async signal(name: string): Promise<void> {
    if (this.rest?.event === 'stopped') this.rest = undefined;
    await this.#link.send({ signal: name });
  }

  /** Has a program that has stopped reported as being at rest. */
  look(): Promise<void> {
    return this.#link.send({ look: true });
  }

  /** Ends the shell, and with it the terminal, as closing its window does. */
  hangUp(): void {
    this.#pty.kill('SIGHUP');
  }

  async close(): Promise<void> {
    this.#link.close();
    const isGone = await this.changes.until(() => this.isHungUp, 2000);
    if (!isGone) this.#pty.kill('SIGKILL');
  }

  #hangUp(): void {
    this.isHungUp = true;
    this.changes.announce();
  }

  #show(chunk: string): void {
    for (const { text, isMarked } of this.#marks.add(chunk)) {
      this.output += text;
      void this.emulator.write(text).then(() => {
        if (isMarked) this.#marksSeen += 1;
        this.changes.announce();
      });
    }
  }

  async #take(report: Report): Promise<void> {
    if (report.event === 'started') {
      this.#ttyBefore = report.tty;
      this.#tellPid(report.pid);
      return;
    }
    this.#reports += 1;
    const number = this.#reports;
    // The report overtakes the output; what the program wrote last comes first.
    await this.changes.until(() => this.#marksSeen >= number || this.isHungUp, PATIENCE_MS);
    this.rest = { ...report, leftovers: await this.#leftovers(report.tty) };
    this.changes.announce();
  }

  async #leftovers(ttyAfter: string): Promise<string[]> {
    if (this.isHungUp) return []; // nobody is left to find anything
    const { emulator, output } = this;
    return findLeftovers({ emulator, output, ttyBefore: this.#ttyBefore, ttyAfter });
  }
}
