import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fold } from '../../../src/journal/core/fold.ts';
import type { Entry } from '../../../src/journal/core/records.ts';
import { readJournal } from '../../../src/system/journal-store.ts';
import { fileText } from '../../journal/lines.ts';
import { makeHome, removeHome, type Variables } from '../harness/environment.ts';
import { runProgram, type Outcome, type RunOptions } from '../process.ts';
import { startTerminal, type Terminal, type TerminalOptions } from '../terminal.ts';

const people: Person[] = [];

/** Somebody whose home stays the same from one run of the program to the next. */
export function newPerson(env: Variables = {}): Person {
  const person = new Person(env);
  people.push(person);
  return person;
}

/** Takes the homes away: for `afterEach`. */
export function forgetPeople(): void {
  for (const { home } of people.splice(0)) removeHome(home);
}

export class Person {
  readonly home = makeHome();
  readonly #env: Variables;

  constructor(env: Variables) {
    this.#env = env;
  }

  get journal(): string {
    return join(this.home, '.local', 'share', 'unspasm', 'journal');
  }

  get state(): string {
    return join(this.home, '.local', 'state', 'unspasm');
  }

  get settings(): string {
    return join(this.home, '.config', 'unspasm', 'config.json');
  }

  /** The one file of this person's only device. */
  get file(): string {
    return join(
      this.journal,
      readdirSync(this.journal).find((name) => name.endsWith('.jsonl'))!,
    );
  }

  run(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
    return runProgram([...args], { ...options, env: this.#withHome(options.env) });
  }

  /** Runs what has to work. @returns what it wrote on standard output */
  async does(args: readonly string[], options: RunOptions = {}): Promise<string> {
    const { code, stdout, stderr } = await this.run(args, options);
    if (code !== 0) throw new Error(`unspasm ${args.join(' ')} ended with ${code}\n${stdout}\n${stderr}`);
    return stdout;
  }

  /** Runs what has to work and gives a document. */
  async document<T>(args: readonly string[], options: RunOptions = {}): Promise<T> {
    return JSON.parse(await this.does([...args, '--json'], options)) as T;
  }

  /** Adds an entry. @returns what is typed for its id */
  async logs(...args: string[]): Promise<string> {
    const { entry } = await this.document<{ entry: Entry }>(['log', ...args]);
    return entry.id.slice(-5).toLowerCase();
  }

  /** Has the program find these lines in the journal. @param device whose file it is */
  keeps(lines: readonly unknown[], device = 'laptop22'): this {
    writeOwn(join(this.journal, `${device}.jsonl`), fileText(lines));
    return this;
  }

  startTerminal(args: string[], options: TerminalOptions = {}): Terminal {
    return startTerminal(args, { ...options, env: this.#withHome(options.env) });
  }

  /** The entries in the files, the newest first. */
  entries(folder = this.journal): Entry[] {
    return fold(readJournal(folder).lines);
  }

  /** All that stands in the journal's files. */
  text(): string {
    if (!existsSync(this.journal)) return '';
    return readdirSync(this.journal)
      .map((name) => readFileSync(join(this.journal, name), 'utf8'))
      .join('');
  }

  #withHome(env: Variables = {}): Variables {
    return { HOME: this.home, ...this.#env, ...env };
  }
}

/** Writes a file of the program's own. */
export function writeOwn(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, 0o600);
}
