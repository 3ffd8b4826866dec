'use strict';

// Preloaded into the program, this ends it as soon as it reaches for any network.

const refuse = (what) => () => {
  require('node:fs').writeSync(2, `network: ${what}\n`);
  process.reallyExit(99);
};

require('node:net').Socket.prototype.connect = refuse('connect');
require('node:dgram').createSocket = refuse('dgram');
for (const name of ['lookup', 'resolve']) require('node:dns')[name] = refuse(`dns.${name}`);
globalThis.fetch = refuse('fetch');
