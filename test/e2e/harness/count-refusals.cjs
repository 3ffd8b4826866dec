'use strict';

// Preloaded into the program, this counts the writes that the system refuses it, and leaves the number in the file
// that UNSPASM_REFUSALS names.

const fs = require('node:fs');

let refusals = 0;

for (const name of ['openSync', 'mkdirSync', 'writeFileSync', 'appendFileSync', 'renameSync', 'chmodSync']) {
  const real = fs[name];
  fs[name] = (...args) => {
    try {
      return real(...args);
    } catch (error) {
      if (error.code === 'EACCES') refusals += 1;
      throw error;
    }
  };
}

const writeNumber = fs.writeFileSync;
process.on('exit', () => writeNumber(process.env['UNSPASM_REFUSALS'], String(refusals)));
