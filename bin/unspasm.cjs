#!/usr/bin/env node
// A Node that is too old has to understand this file to say so: ES5 only, and no `node:` in names of modules.
'use strict';

var fs = require('fs');
var path = require('path');
var vm = require('vm');

// The same as `engines` in package.json, which a test compares: reading that file would cost every start.
var NEEDED_NODE = '20.19.0';

// What Node writes around a module, and the build around what V8 compiles. Node's own is in a module that takes a start a
// fiftieth to load.
var WRAPPER = ['(function (exports, require, module, __filename, __dirname) { ', '\n});'];

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

// A `require` for the files of the program that gives V8 what the build kept of its work on them (build/compiled.mjs):
// to do that again takes a quarter of a start. V8 refuses what isn't from its own version, and does it again.
function loader(compiled) {
  var loaded = {};
  return function load(file) {
    if (loaded[file]) return loaded[file].exports;
    var module = (loaded[file] = { exports: {} });
    var folder = path.dirname(file);
    var script = new vm.Script(WRAPPER[0] + fs.readFileSync(file, 'utf8') + WRAPPER[1], {
      filename: file,
      cachedData: fs.readFileSync(path.join(compiled, path.basename(file))),
    });
    var requireFrom = function (id) {
      return id.charAt(0) === '.' ? load(path.join(folder, id)) : require(id);
    };
    script.runInThisContext().call(module.exports, module.exports, requireFrom, module, file, folder);
    return module.exports;
  };
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
  var compiled = path.join(root, 'dist', 'compiled', [running, process.platform, process.arch].join('-'));
  var isDebugged = process.argv.indexOf('--debug') > 0;
  // A stack trace then names lines of the source: Node reads the maps for what it loads itself.
  if (isDebugged) process.setSourceMapsEnabled(true);
  start((fs.existsSync(compiled) && !isDebugged ? loader(compiled) : require)(program), process.argv.slice(2));
} else {
  refuse('not built yet. In its folder, run: npm ci');
}
