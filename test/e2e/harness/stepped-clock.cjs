'use strict';

// Preloaded into the program, this gives it a clock that a test steps by hand. `tick MS` lets time
// go by: timers that are due fire in their order, and what they set going runs before the next one.
// `suspend MS` moves the wall clock alone, as it does while a laptop sleeps: timers then fire late.
// `heed` is answered once something from outside, a key say, has set a timer since the last answer.
// setImmediate stays real. UNSPASM_STEPPED_CLOCK_AHEAD lets it begin so many milliseconds after now.
// Without the variable that names the socket nothing is changed.

const path = process.env['UNSPASM_STEPPED_CLOCK'];
if (path !== undefined) begin(path);

function begin(socketPath) {
  const { createServer } = require('node:net');
  const clock = makeClock();
  clock.install();
  const commands = {
    tick: (ms) => clock.tick(ms),
    suspend: (ms) => clock.suspend(ms),
    heed: () => clock.heed(),
  };
  const serve = (socket) => {
    const readLines = lineReader((line) => {
      const [name, ms] = line.split(' ');
      commands[name](Number(ms)).then(() => socket.write('done\n'));
    });
    // The program ends by itself, whether or not somebody still holds its clock.
    socket
      .unref()
      .on('data', readLines)
      .on('error', () => {});
  };
  createServer(serve).listen(socketPath).unref();
}

function lineReader(take) {
  let held = '';
  return (bytes) => {
    const lines = (held + bytes).split('\n');
    held = lines.pop();
    lines.forEach(take);
  };
}

function makeClock() {
  const real = { Date, setTimeout, setInterval, clearTimeout, clearInterval };
  const timers = new Set();
  const begun = real.Date.now() + Number(process.env['UNSPASM_STEPPED_CLOCK_AHEAD'] ?? 0);
  // A timer that waits keeps a program alive; ours can't, so that this one does it for them.
  const alive = real.setInterval(() => {}, 2 ** 30).unref();
  let passed = 0;
  let slept = 0;
  let set = 0;
  let heeded = 0;
  let hears;
  const now = () => begun + passed + slept;

  const hold = () => {
    if ([...timers].some((timer) => timer.isHeld)) alive.ref();
    else alive.unref();
  };
  const start = (act, wait, values, every) => {
    set += 1;
    const timer = new Timer(hold, () => act(...values), passed + Math.max(1, Number(wait) || 0), every);
    timers.add(timer);
    hold();
    hears?.();
    return timer;
  };
  const stop = (timer) => {
    timers.delete(timer);
    hold();
  };
  const fire = (timer) => {
    passed = Math.max(passed, timer.at);
    if (timer.every === undefined) stop(timer);
    else timer.at = passed + timer.every;
    timer.act();
  };
  const answering = async (work) => {
    await work();
    heeded = set;
  };

  return {
    install: () => {
      globalThis.Date = dateAt(real.Date, now);
      globalThis.setTimeout = (act, wait, ...values) => start(act, wait, values);
      globalThis.setInterval = (act, wait, ...values) => start(act, wait, values, Math.max(1, Number(wait) || 0));
      globalThis.clearTimeout = (timer) => stop(timer);
      globalThis.clearInterval = (timer) => stop(timer);
    },
    tick: (ms) =>
      answering(async () => {
        const until = passed + ms;
        await settled();
        for (let timer = firstOf(timers, until); timer; timer = firstOf(timers, until)) {
          fire(timer);
          await settled();
        }
        passed = until;
      }),
    suspend: (ms) => answering(async () => (slept += ms)),
    heed: () =>
      answering(async () => {
        if (set === heeded) await new Promise((resolve) => (hears = resolve));
        await settled();
      }),
  };
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

// Of those that are due at the same time the one that was set first.
function firstOf(timers, until) {
  let first;
  for (const timer of timers) if (timer.at <= until && (!first || timer.at < first.at)) first = timer;
  return first;
}

// Twice: once for what was set going, once for what that set going in turn.
async function settled() {
  for (let round = 0; round < 2; round += 1) await new Promise((resolve) => setImmediate(resolve));
}
