import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Entry } from '../../../src/journal/core/records.ts';
import { ESCAPE_MS } from '../../../src/terminal/keys/decoder.ts';
import { endCopies } from '../harness/copies.ts';
import { removeHome, type Variables } from '../harness/environment.ts';
import { keys, type Key } from '../harness/keys.ts';
import { PATIENCE_MS } from '../harness/patience.ts';
import { isAlive } from '../harness/process-state.ts';
import { Person, writeOwn } from '../journal/person.ts';
import { SteppedClock } from '../support/clock.ts';
import { test as base } from '../support/open.ts';
import { Terminal, type TerminalOptions } from '../terminal.ts';

/** A window in which the time is too low for large digits: it stands there as text. */
export const LOW = { columns: 120, rows: 5 } as const;

interface Cautions {
  readonly avoid: readonly Caution[];
  readonly ask: readonly Caution[];
}

interface Caution {
  readonly id: string;
  readonly label: string;
}

const { therapies } = JSON.parse(readFileSync(new URL('../../../data/therapies.json', import.meta.url), 'utf8')) as {
  therapies: readonly { readonly id: string; readonly cautions?: Cautions }[];
};

/** What is asked before each therapy, in order. */
export const CAUTIONS: ReadonlyMap<string, readonly Caution[]> = new Map(
  therapies.flatMap(({ id, cautions }) => (cautions ? [[id, [...cautions.avoid, ...cautions.ask]]] : [])),
);

/** Everything that is asked before a therapy, answered: nothing of it applies. */
const NOTHING_APPLIES = Object.fromEntries(
  [...CAUTIONS].map(([id, items]) => [id, { asked: items.map((item) => item.id), marked: [], at: Date.now() }]),
);

/** Somebody for whom a session starts at once: asked about cautions, speech and figures before, no programs on the computer. */
export class Someone extends Person {
  #seats: Seat[] = [];
  #clocks = 0;
  /** Where the stepped clocks of all programs begin: how long a busy machine takes to start them makes no difference. */
  #begun: number | undefined;

  constructor(env: Variables = {}) {
    super({ PATH: '/nonexistent', ...env });
    writeOwn(this.settings, JSON.stringify({ speech: false, figures: 'blocks' }));
    writeOwn(join(this.state, 'cautions.json'), JSON.stringify(NOTHING_APPLIES));
  }

  /** Starts the program in a terminal, with a clock that is stepped by hand. */
  sit(args: string[], options: TerminalOptions & { minutesLater?: number } = {}): Seat {
    const seat = new Seat(this, args, options, this.clock(options.minutesLater));
    this.#seats.push(seat);
    return seat;
  }

  /** A clock for one more program, which begins this many minutes after that of the first one. */
  clock(minutesLater = 0): SteppedClock {
    this.#clocks += 1;
    this.#begun ??= Date.now();
    return new SteppedClock(join(this.home, `clock-${this.#clocks}`), this.#begun + minutesLater * 60_000);
  }

  /** Starts a session in the background, and is asked nothing. */
  async starts(args: string[], env: Variables = {}): Promise<Background> {
    const clock = this.clock();
    const { code, stdout, stderr } = await this.run([...args, '--background'], { env: { ...clock.envOfCopy, ...env } });
    if (code !== 0) throw new Error(`it didn't start: ${stderr}`);
    return { pid: this.shown()['pid']!, clock, said: stdout };
  }

  /** What the small file about the session in progress says; nothing if there is none. */
  shown(): Readonly<Record<string, string>> {
    const file = join(this.state, 'session');
    if (!existsSync(file)) return {};
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    return Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2)));
  }

  /** The only session in the journal. */
  session(): Entry {
    const [session, ...others] = this.entries().filter(({ kind }) => kind === 'session');
    if (!session || others.length > 0) throw new Error(`not one session is in the journal:\n${this.text()}`);
    return session;
  }

  async leave(): Promise<void> {
    await Promise.all(this.#seats.map((seat) => seat.close()));
    endCopies(this.home);
    removeHome(this.home);
  }
}

/** A session in the background. */
export interface Background {
  readonly pid: string;
  readonly clock: SteppedClock;
  /** What was said when it started. */
  readonly said: string;
}

/** A terminal, and the clock of the program in it. */
export class Seat {
  readonly terminal: Terminal;
  readonly clock: SteppedClock;

  constructor(person: Person, args: string[], options: TerminalOptions, clock: SteppedClock) {
    this.clock = clock;
    this.terminal = person.startTerminal(args, { ...options, clock });
  }

  /** Presses a key, or a letter, and lets it count. */
  readonly press = async (key: string): Promise<void> => {
    await this.clock.key(() => this.terminal.type(key in keys ? keys[key as Key] : key));
    // An Esc by itself may be the beginning of another key.
    if (key === 'escape') await this.clock.tick(ESCAPE_MS);
  };

  /** Waits until nothing more is written: the program has nothing to do but to wait for its clock. */
  async settled(): Promise<void> {
    for (let [length, still] = [-1, 0]; still < 4; still += 1) {
      await pause(15);
      const now = this.terminal.output().length;
      if (now !== length) still = 0;
      length = now;
    }
  }

  /** Gives the window another size, and waits until everything was drawn again. */
  async resized(columns: number, rows: number): Promise<void> {
    const before = this.terminal.output().length;
    this.terminal.resize(columns, rows);
    await eventually(() => this.terminal.output().length > before, true);
    await this.settled();
  }

  /** How often the bell was rung so far. */
  bells(): number {
    return this.terminal.output().split('\u0007').length - 1;
  }

  async close(): Promise<void> {
    this.clock.close();
    const pid = await Promise.race([this.terminal.pid().catch(() => {}), pause(100)]);
    await this.terminal.close();
    // Who is told last that the terminal is gone still keeps its session, in a home that is taken away.
    if (pid) await eventually(() => isAlive(pid), false);
  }
}

/** Waits until a value is what it has to be. */
export async function eventually<T>(value: () => T, wanted: T): Promise<void> {
  const latest = performance.now() + PATIENCE_MS;
  while (value() !== wanted && performance.now() < latest) await pause(5);
  expect(value()).toBe(wanted);
}

/** A test with people, whose terminals and homes go with it: so that tests can run side by side. */
export const test = base.extend<{ someone: (env?: Variables) => Someone }>({
  someone: async ({ onTestFinished }, use) => {
    await use((env) => {
      const person = new Someone(env);
      onTestFinished(() => person.leave());
      return person;
    });
  },
});
