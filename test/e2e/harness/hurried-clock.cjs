'use strict';

// Preloaded into the program, this lets it wait for nothing: once there is nothing else to do, the
// clock jumps to the next timer. A session of twenty minutes is over in a moment.

const RealDate = Date;
const begun = RealDate.now();
const waiting = new Map();
let passed = 0;
let number = 0;

globalThis.Date = class extends RealDate {
  constructor(...values) {
    super(...(values.length > 0 ? values : [begun + passed]));
  }

  static now() {
    return begun + passed;
  }
};

globalThis.setTimeout = (act, wait = 0, ...values) => {
  number += 1;
  waiting.set(number, { at: passed + wait, act: () => act(...values) });
  setImmediate(jump);
  return number;
};
globalThis.clearTimeout = (timer) => waiting.delete(timer);

function jump() {
  const [first] = [...waiting].toSorted(([, a], [, b]) => a.at - b.at);
  if (!first) return;
  const [timer, { at, act }] = first;
  waiting.delete(timer);
  passed = Math.max(passed, at);
  act();
  if (waiting.size > 0) setImmediate(jump);
}
