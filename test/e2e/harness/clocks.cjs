'use strict';

// Clocks that are handed to a run of the program (src/runtime.ts).

/** The clock of the machine, or one that goes as fast from another moment on. */
class SteadyClock {
  #ahead;

  /** @param from milliseconds since 1970; without it, now */
  constructor(from = Date.now()) {
    this.#ahead = from - Date.now();
  }

  now = () => Date.now() + this.#ahead;

  wakeAt = (time, act) => {
    const timer = setTimeout(() => act(), Math.max(0, time - this.now()));
    return () => clearTimeout(timer);
  };
}

/** Lets a program wait for nothing: once there is nothing else to do, it jumps to the next time that is waited for. */
class HurriedClock {
  #now;
  #waiting = new Set();

  constructor(from = Date.now()) {
    this.#now = from;
  }

  now = () => this.#now;

  wakeAt = (time, act) => {
    const waiter = { time, act };
    this.#waiting.add(waiter);
    setImmediate(this.#jump);
    return () => this.#waiting.delete(waiter);
  };

  #jump = () => {
    const [first] = [...this.#waiting].toSorted((a, b) => a.time - b.time);
    if (!first) return;
    this.#waiting.delete(first);
    this.#now = Math.max(this.#now, first.time);
    first.act();
    if (this.#waiting.size > 0) setImmediate(this.#jump);
  };
}

module.exports = { HurriedClock, SteadyClock };
