'use strict';

// Preloaded into the program, this ends it as soon as it starts any other one.

const childProcess = require('node:child_process');

const refuse = (what) => () => {
  require('node:fs').writeSync(2, `program: ${what}\n`);
  process.reallyExit(99);
};

// All that doesn't wait for its end goes through this one; the others are named each.
childProcess.ChildProcess.prototype.spawn = refuse('spawn');
for (const name of ['spawnSync', 'execSync', 'execFileSync']) childProcess[name] = refuse(name);
require('node:module').syncBuiltinESMExports();
