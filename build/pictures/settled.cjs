'use strict';

// Preloaded into the program, this lets chance and the clock begin at the same place in every
// recording, so that two recordings are the same. A stepped clock, loaded after it, goes on from there.

const now = Number(process.env['UNSPASM_PICTURES_NOW']);
Date.now = () => now;

const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...values) {
    super(...(values.length > 0 ? values : [now]));
  }
};

// What is kept is told apart by the last letters of an id: another moment draws others.
let seed = now % 2_147_483_647;
Math.random = () => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed / 2_147_483_647;
};
