import type { Notice } from '../../../src/sessions/playback/notices.ts';
import type { PlayPorts } from '../../../src/sessions/playback/play.ts';
import type { PlaybackState } from '../../../src/sessions/playback/react.ts';
import type { Press } from '../../../src/sessions/core/keys.ts';
import type { Clock, OpenStage, Scene, Stage } from '../../../src/sessions/playback/stage.ts';
import type { Signal } from '../../../src/sessions/core/state.ts';
import { START } from '../stepping.ts';

interface Waiting {
  readonly time: number;
  readonly act: () => void;
}

/** A clock that a test moves by hand: it calls whatever waits, each at its time. */
export class HandClock implements Clock {
  wakings = 0;
  readonly #waiting = new Set<Waiting>();
  #now = START;

  readonly now = (): number => this.#now;

  readonly wakeAt = (time: number, act: () => void): (() => void) => {
    const one = { time, act };
    this.#waiting.add(one);
    return () => this.#waiting.delete(one);
  };

  /** How many wait to be called. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Lets time go by. */
  passes(ms: number): void {
    const until = this.#now + ms;
    for (let due = this.#next(until); due; due = this.#next(until)) {
      this.#now = Math.max(this.#now, due.time);
      this.#waiting.delete(due);
      this.wakings += 1;
      due.act();
    }
    this.#now = until;
  }

  /** Sleeps: nobody is called before it is over. */
  sleeps(ms: number): void {
    this.#now += ms;
    this.passes(0);
  }

  #next(until: number): Waiting | undefined {
    const [first] = [...this.#waiting].toSorted((a, b) => a.time - b.time);
    return first && first.time <= until ? first : undefined;
  }
}

/** What a stage was asked to show. */
export interface Shown {
  readonly scene: Scene;
  readonly signals: readonly Signal[];
}

/** A stage that only remembers, and the ports to play on it. */
export class FakeTheatre {
  readonly clock = new HandClock();
  readonly shown: Shown[] = [];
  readonly saved: PlaybackState[] = [];
  closed = 0;
  press: (press: Press) => void = () => {};
  stale: () => void = () => {};
  /** What is said of signals on the screen. */
  notice: (signals: readonly Signal[]) => Notice | undefined = () => undefined;
  changesAt: Stage['changesAt'] = () => undefined;

  readonly openStage: OpenStage = (press, stale) => {
    this.press = press;
    this.stale = stale;
    return {
      show: (scene, signals) => this.shown.push({ scene, signals }),
      changesAt: (scene) => this.changesAt(scene),
      ring: () => {},
      notify: () => {},
      close: () => {
        this.closed += 1;
      },
    };
  };

  ports(more: Partial<PlayPorts> = {}): PlayPorts {
    return {
      clock: this.clock,
      openStage: this.openStage,
      waitPolicy: { canAnswer: true, linger: 8000 },
      announce: (signals) => this.notice(signals),
      save: (state, isNews) => isNews && this.saved.push(state),
      notes: () => [],
      lateNotes: () => '',
      ...more,
    };
  }

  get last(): Scene {
    return this.shown.at(-1)!.scene;
  }
}
