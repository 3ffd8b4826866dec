import { setImmediate as settle } from 'node:timers/promises';
import type { Context } from '../../src/app/context.ts';
import { beginBreaks, type Breaks } from '../../src/breaks/core/breaks.ts';
import type { StoredBreaks } from '../../src/breaks/core/stored.ts';
import { keepBreaks, type KeepPorts } from '../../src/breaks/run/keep-breaks.ts';
import type { Press } from '../../src/breaks/run/stage.ts';
import type { BreaksView } from '../../src/breaks/views/breaks.ts';
import type { Fields } from '../../src/journal/core/fields.ts';
import { Present } from '../../src/journal/core/habits.ts';
import type { Entry } from '../../src/journal/core/records.ts';
import { content } from '../content/data-files.ts';
import { HandClock } from '../sessions/playback/fakes.ts';

export const MINUTE = 60_000;
export const EVERY = 30 * MINUTE;

/** Somebody at a desk, whose breaks are looked after; the computer says what a test lets it say. */
export class Desk {
  readonly clock = new HandClock();
  idle: number | undefined;
  isInSession = false;
  isSavingPower = false;
  quietUntil: number | undefined;
  /** What another terminal does while the computer is asked whether it saves its battery. */
  whileAsked: (() => void) | undefined;
  /** What was announced, and what the computer was asked, in order. */
  readonly announced: string[] = [];
  readonly asked: string[] = [];
  readonly saves: Breaks[] = [];
  readonly said: string[] = [];
  /** What the buttons of the notification do. */
  button: ((press: Press) => void) | undefined;
  withdrawn = 0;
  views: BreaksView[] = [];
  /** The newest first. */
  entries: Entry[] = [];
  profile: object | undefined;
  ended: Promise<void>;
  isEnded = false;
  #stored: StoredBreaks | undefined = {
    pid: 1,
    process: 'x',
    inBackground: false,
    breaks: beginBreaks(EVERY, this.clock.now()),
  };
  #press: ((press: Press) => void) | undefined;

  constructor(prepare: (desk: Desk) => void = () => {}) {
    prepare(this);
    this.ended = keepBreaks(this.context(), this.#ports()).finally(() => {
      this.isEnded = true;
    });
  }

  get breaks(): Breaks {
    return this.#stored!.breaks;
  }

  get view(): BreaksView {
    return this.views.at(-1)!;
  }

  /** Another terminal changes the breaks, or stops them. */
  changes(breaks: Breaks | undefined): void {
    this.#stored = breaks && { ...this.#stored!, breaks };
  }

  /** Lets time go by, a look at a time. */
  async passes(ms: number, step = 5_000): Promise<void> {
    for (let left = ms; left > 0; left -= step) {
      await settled();
      this.clock.passes(Math.min(step, left));
    }
    await settled();
  }

  async sleeps(ms: number): Promise<void> {
    await settled();
    this.clock.sleeps(ms);
    await settled();
  }

  async press(press: Press): Promise<void> {
    await settled();
    this.#press!(press);
    await settled();
  }

  context(): Context {
    const { clock } = this;
    const journal = {
      device: () => 'here',
      newest: () => ({ entries: this.entries, bad: [] }),
      put: (fields: Fields, former?: Entry) => {
        const entry = { ...fields, v: 1, op: 'put', id: former?.id ?? `${this.entries.length}`, rev: '1', dev: 'here' };
        this.entries = [entry as Entry, ...this.entries.filter((one) => one !== former)];
        return entry;
      },
    };
    return {
      content,
      journal,
      settings: {},
      now: () => new Present(clock.now(), { dayBegins: 0, twelveHours: false, weekBegins: 1 }),
      locale: () => ({}),
      note: () => {},
      answerStore: { profile: () => this.profile },
    } as unknown as Context;
  }

  #ports(): KeepPorts {
    return {
      clock: this.clock,
      store: {
        running: () => this.#stored,
        check: () => {},
        begin: () => true,
        own: () => this.#stored?.breaks,
        save: (breaks) => {
          this.saves.push(breaks);
          this.changes(breaks);
        },
        end: () => {},
        stop: () => {},
      },
      idle: async () => {
        this.asked.push('idle');
        return this.idle;
      },
      isSavingPower: async () => {
        this.asked.push('power');
        this.whileAsked?.();
        return this.isSavingPower;
      },
      isInSession: () => this.isInSession,
      quietUntil: () => this.quietUntil,
      announce: (text, _stage, press) => {
        this.announced.push(text);
        this.button = press;
      },
      withdraw: () => (this.withdrawn += 1),
      snoozeMs: () => 5 * MINUTE,
      settings: () => ({}),
      openStage: (press) => {
        this.#press = press;
        return {
          show: (view, said) => {
            this.views.push(view);
            if (said !== '') this.said.push(said);
          },
          changesAt: () => undefined,
          ring: () => {},
          notify: () => {},
          close: () => {},
        };
      },
    };
  }
}

// What a look sets going is done in a few turns.
async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await settle();
}
