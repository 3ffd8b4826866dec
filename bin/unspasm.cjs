#!/usr/bin/env node
'use strict';

const { existsSync } = require('node:fs');
const { join } = require('node:path');

const program = join(__dirname, '..', 'dist', 'main.cjs');
if (existsSync(program)) {
  require(program)
    .main(process.argv.slice(2), join(__dirname, '..'))
    .then((code) => {
      process.exitCode = code;
    });
} else {
  process.stderr.write('unspasm: not built yet. In its folder, run: npm ci\n');
  process.exitCode = 1;
}
