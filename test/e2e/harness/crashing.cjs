'use strict';

// Loaded into the program: a fault that arises while it waits for a key, whose message quotes a foreign text.
process.on('SIGUSR2', () => {
  throw new TypeError('x\nunspasm: all is well\u001B]0;title\u0007\u001B[31mred');
});
