#!/usr/bin/env node
// A Node that is too old has to understand this file to say so: ES5 only, and no `node:` in names of modules.
'use strict';

var fs = require('fs');
var path = require('path');

// The same as `engines` in package.json, which a test compares: reading that file would cost every start.
var NEEDED_NODE = '20.19.0';

function isOlder(version, other) {
  var left = version.split('.').map(parseFloat);
  var right = other.split('.').map(parseFloat);
  for (var i = 0; i < right.length; i += 1) {
    if (left[i] !== right[i]) return left[i] < right[i];
  }
  return false;
}

function give(code) {
  process.exitCode = code;
}

function refuse(why) {
  process.stderr.write('unspasm: ' + why + '\n');
  give(1);
  // The oldest Nodes don't know `process.exitCode`.
  process.on('exit', process.exit.bind(process, 1));
}

function start(unspasm, args) {
  process.on('uncaughtException', function (error) {
    // What gives the terminal back at the exit was added earlier, and so comes first.
    process.on('exit', function () {
      give(unspasm.crash(error, args));
    });
    process.exit(1);
  });
  unspasm.main(args, root).then(give);
}

var root = path.join(__dirname, '..');
var program = path.join(root, 'dist', 'main.cjs');
var running = process.versions.node;
if (isOlder(running, NEEDED_NODE)) {
  refuse('Node.js ' + running + ' is too old. Install Node.js ' + NEEDED_NODE + ' or newer: https://nodejs.org');
} else if (fs.existsSync(program)) {
  // A stack trace then names lines of the source; reading the maps costs a start that nobody debugs nothing.
  if (process.argv.indexOf('--debug') > 0 && process.setSourceMapsEnabled) process.setSourceMapsEnabled(true);
  start(require(program), process.argv.slice(2));
} else {
  refuse('not built yet. In its folder, run: npm ci');
}
