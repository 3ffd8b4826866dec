'use strict';

// Preloaded into the program, this gives it a clock that a test steps by hand. `tick MS` lets time
// go by: timers that are due fire in their order, and what they set going runs before the next one.
// `suspend MS` moves the wall clock alone, as it does while a laptop sleeps: timers then fire late.
// `heed` is answered once something from outside, a key say, has set a timer since the last answer.
// setImmediate stays real. UNSPASM_STEPPED_CLOCK_AT lets it begin at that many milliseconds since 1970.
// Without the variable that names the socket nothing is changed; the host of many runs begins one for a run of them.

/** @returns takes the clock away again, as the end of the program does */
function begin(socketPath, at) {
  const { createServer } = require('node:net');
  const clock = new Clock(at);
  const uninstall = clock.install();
  const sockets = new Set();
  const serve = (socket) => {
    sockets.add(socket);
    const readLines = lineReader((line) => {
      const [command, ms] = line.split(' ');
      void clock.obey(command, Number(ms)).then(() => socket.write('done\n'));
    });
    // The program ends by itself, whether or not somebody still holds its clock.
    socket.unref();
    socket.on('data', readLines).on('error', () => {});
  };
  const server = createServer(serve).listen(socketPath).unref();
  return () => {
    uninstall();
    server.close();
    for (const socket of sockets) socket.destroy();
  };
}

function lineReader(take) {
  let held = '';
  return (bytes) => {
    const lines = (held + bytes).split('\n');
    held = lines.pop();
    lines.forEach(take);
  };
}

class Clock {
  #begun;
  /** Milliseconds that timers have seen go by, and those that the computer slept. */
  #passed = 0;
  #slept = 0;
  #timers = new Set();
  #set = 0;
  #setAtAnswer = 0;
  #heed = () => {};
  // A timer that waits keeps a program alive; ours can't, so that this one does it for them.
  #alive = setInterval(() => {}, 2 ** 30).unref();

  constructor(begun) {
    this.#begun = begun;
  }

  /** @returns takes it away again */
  install() {
    const { Date, setTimeout, setInterval, clearTimeout, clearInterval } = globalThis;
    const stop = (timer) => this.#stop(timer);
    globalThis.Date = dateAt(Date, () => this.#begun + this.#passed + this.#slept);
    globalThis.setTimeout = (act, wait, ...values) => this.#start(() => act(...values), atLeastOne(wait));
    globalThis.setInterval = (act, wait, ...values) =>
      this.#start(() => act(...values), atLeastOne(wait), atLeastOne(wait));
    globalThis.clearTimeout = stop;
    globalThis.clearInterval = stop;
    return () => {
      Object.assign(globalThis, { Date, setTimeout, setInterval, clearTimeout, clearInterval });
      clearInterval(this.#alive);
    };
  }

  async obey(command, ms) {
    if (command === 'tick') await this.#tick(ms);
    if (command === 'suspend') this.#slept += ms;
    if (command === 'heed') await this.#heedOne();
    this.#setAtAnswer = this.#set;
  }

  async #tick(ms) {
    const until = this.#passed + ms;
    await settled();
    for (let timer = this.#first(until); timer; timer = this.#first(until)) {
      this.#fire(timer);
      await settled();
    }
    this.#passed = until;
  }

  async #heedOne() {
    if (this.#set === this.#setAtAnswer) await new Promise((resolve) => (this.#heed = resolve));
    await settled();
  }

  #start(act, wait, every) {
    this.#set += 1;
    const timer = new Timer(() => this.#hold(), act, this.#passed + wait, every);
    this.#timers.add(timer);
    this.#hold();
    this.#heed();
    return timer;
  }

  #stop(timer) {
    this.#timers.delete(timer);
    this.#hold();
  }

  #fire(timer) {
    this.#passed = Math.max(this.#passed, timer.at);
    if (timer.every === undefined) this.#stop(timer);
    else timer.at = this.#passed + timer.every;
    timer.act();
  }

  /** Of those that are due at the same time the one that was set first. */
  #first(until) {
    let first;
    for (const timer of this.#timers) if (timer.at <= until && (!first || timer.at < first.at)) first = timer;
    return first;
  }

  #hold() {
    if ([...this.#timers].some((timer) => timer.isHeld)) this.#alive.ref();
    else this.#alive.unref();
  }
}

// As Node has it.
function atLeastOne(wait) {
  return Math.max(1, Number(wait) || 0);
}

class Timer {
  #changed;
  isHeld = true;

  constructor(changed, act, at, every) {
    this.#changed = changed;
    Object.assign(this, { act, at, every });
  }

  ref() {
    return this.#hold(true);
  }

  unref() {
    return this.#hold(false);
  }

  hasRef() {
    return this.isHeld;
  }

  #hold(isHeld) {
    this.isHeld = isHeld;
    this.#changed();
    return this;
  }
}

function dateAt(RealDate, now) {
  return class extends RealDate {
    constructor(...values) {
      super(...(values.length > 0 ? values : [now()]));
    }

    static now() {
      return now();
    }
  };
}

// Twice: once for what was set going, once for what that set going in turn.
async function settled() {
  for (let round = 0; round < 2; round += 1) await new Promise((resolve) => setImmediate(resolve));
}

// A copy that goes on in the background has a clock of its own.
const isCopy = process.argv[2]?.startsWith('__') === true;
const path = process.env[isCopy ? 'UNSPASM_STEPPED_CLOCK_OF_COPY' : 'UNSPASM_STEPPED_CLOCK'];
if (path !== undefined) begin(path, Number(process.env['UNSPASM_STEPPED_CLOCK_AT'] ?? Date.now()));

module.exports = { begin };
