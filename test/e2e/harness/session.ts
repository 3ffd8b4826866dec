import { Changes } from './changes.ts';
import { Emulator } from './emulator.ts';
import type { Ending, Job } from './job.ts';
import { findLeftovers } from './leftovers.ts';
import { MarkFinder } from './mark.ts';
import { PATIENCE_MS } from './patience.ts';
import { PseudoTerminal } from './pseudo-terminal.ts';

/** The program at rest: ended or stopped, with all its output on the screen. */
export type Rest = ({ readonly event: 'ended' } & Ending) | { readonly event: 'stopped' };

/** A pseudo-terminal with a program and an emulated screen. */
export class Session {
  readonly changes = new Changes();
  readonly emulator: Emulator;
  output = '';
  rest: Rest | undefined;
  isHungUp = false;

  readonly #terminal: PseudoTerminal;
  readonly #job: Job;
  readonly #marks = new MarkFinder();
  #marksSeen = 0;
  #marksWritten = 0;

  /** @param startIn starts the program in a terminal */
  constructor(startIn: (terminal: PseudoTerminal) => Job, columns: number, rows: number) {
    this.#terminal = new PseudoTerminal(columns, rows, (chunk) => this.#show(chunk));
    this.emulator = new Emulator(columns, rows, (text) => this.send(text));
    this.#job = startIn(this.#terminal);
    void this.#job.ended.then((ending) => this.#comeToRest({ event: 'ended', ...ending }));
  }

  get pid(): Promise<number> {
    return this.#job.pid;
  }

  send(text: string): void {
    this.#terminal.type(text);
  }

  resize(columns: number, rows: number): void {
    this.#terminal.resize(columns, rows);
    this.emulator.resize(columns, rows);
    this.#job.resized();
  }

  passes(ms: number): Promise<void> {
    return this.#job.passes(ms);
  }

  async signal(name: NodeJS.Signals): Promise<void> {
    const isStopped = this.rest?.event === 'stopped';
    if (isStopped) this.rest = undefined;
    if (isStopped && name === 'SIGCONT') await this.#job.resume();
    else process.kill(await this.pid, name);
  }

  /** Has a program that has stopped counted as being at rest. */
  look(): Promise<void> {
    return this.#comeToRest({ event: 'stopped' });
  }

  /** Closes the window under the program: whatever runs in it is told so. */
  async hangUp(): Promise<void> {
    this.isHungUp = true;
    process.kill(-(await this.pid), 'SIGHUP');
  }

  async leftovers(): Promise<string[]> {
    if (this.isHungUp) return []; // nobody is left to find anything
    return findLeftovers(this.emulator, this.output, this.#terminal.flags());
  }

  async close(): Promise<void> {
    await this.#job.close();
    this.#terminal.close();
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

  // What the program wrote last comes first.
  async #comeToRest(rest: Rest): Promise<void> {
    this.#marksWritten += 1;
    const number = this.#marksWritten;
    void this.#terminal.mark();
    await this.changes.until(() => this.#marksSeen >= number || this.isHungUp, PATIENCE_MS);
    this.rest = rest;
    this.changes.announce();
  }
}
