import { waitToBegin } from '../../src/sessions/core/clockwork.ts';
import { begin, type EventKind, next } from '../../src/sessions/core/machine.ts';
import type { Script } from '../../src/sessions/core/script.ts';
import { currentStep, type Session, type Signal } from '../../src/sessions/core/state.ts';

/** A Wednesday, two in the afternoon, in UTC. */
export const START = Date.parse('2026-11-18T14:00:00Z');
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** A signal, and when it came. */
export interface Signalled {
  readonly at: number;
  readonly signal: Signal;
}

/** A session that a test carries through time by hand. */
export class Run {
  session: Session;
  now: number;
  readonly signalled: Signalled[] = [];

  constructor(script: Script, now = START) {
    this.now = now;
    const { session, signals } = begin(script, now);
    this.session = session;
    this.#collect(signals);
  }

  /** Waits until somebody begins, as a session does where a key can be pressed. */
  waits(): this {
    const { session, signals } = waitToBegin({ session: this.session, signals: [] }, this.now);
    this.session = session;
    this.#collect(signals);
    return this;
  }

  /** Something happens at this moment. */
  does(event: EventKind): this {
    const { session, signals } = next(this.session, event, this.now);
    this.session = session;
    this.#collect(signals);
    return this;
  }

  /** Time goes by, and the session is looked at once a second. */
  lives(ms: number): this {
    const until = this.now + ms;
    while (this.now < until) {
      this.now = Math.min(this.now + SECOND, until);
      this.does('time');
    }
    return this;
  }

  /** Time goes by unseen, as while the computer sleeps; the clock may also be set back by it. */
  jumps(ms: number): this {
    this.now += ms;
    return this.does('time');
  }

  /** Goes on until the first step after getting ready has just begun. */
  ready(): this {
    return this.lives(currentStep(this.session).seconds * SECOND);
  }

  /** Goes on until a step, which has to come within an hour. */
  reaches(at: number): this {
    const until = this.now + HOUR;
    while (this.session.at < at && this.now < until) this.lives(SECOND);
    return this;
  }

  /** What was signalled from a time on. */
  since(time: number): Signal[] {
    return this.signalled.filter(({ at }) => at >= time).map(({ signal }) => signal);
  }

  /** When something was signalled, in seconds from the beginning of the first step after getting ready. */
  secondsOf(kind: Signal['kind']): number[] {
    const from = this.session.begunAt ?? this.now;
    return this.signalled.filter(({ signal }) => signal.kind === kind).map(({ at }) => (at - from) / SECOND);
  }

  #collect(signals: readonly Signal[]): void {
    this.signalled.push(...signals.map((signal) => ({ at: this.now, signal })));
  }
}

export function kindsOf(signals: readonly Signal[]): string[] {
  return signals.map(({ kind }) => kind);
}
