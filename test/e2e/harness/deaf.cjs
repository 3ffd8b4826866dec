'use strict';

// Loaded into the program: a listener that throws. With FAULT=data what it knows can't be read; with FAULT=word
// it, and the search, fall over a text with the word "boom"; with FAULT=answer what is heard can't be
// answered; with FAULT=kill the program dies as it begins to listen.
const fs = require('node:fs');
const { sep } = require('node:path');

const boom = () => {
  throw new TypeError('broken on purpose');
};
const { readFileSync } = fs;
const fault = process.env.FAULT;

fs.readFileSync = (...args) => {
  const file = String(args[0]);
  if (fault === 'data' && file.endsWith(`dist${sep}signs.model`)) boom();
  if (fault === 'kill' && file.endsWith(`dist${sep}signs.model`)) process.kill(process.pid, 'SIGKILL');
  if (fault === 'answer' && file.endsWith(`data${sep}triage.json`)) boom();
  return readFileSync(...args);
};
if (fault === 'word') {
  // Whatever reads words calls one of them.
  for (const name of ['toLowerCase', 'matchAll']) {
    // oxlint-disable-next-line no-extend-native
    String.prototype[name] = new Proxy(String.prototype[name], {
      apply: (read, text, args) => (/\bboom\b/.test(text) ? boom() : Reflect.apply(read, text, args)),
    });
  }
}
