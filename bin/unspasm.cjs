#!/usr/bin/env node
// A Node that is too old has to understand this file to say so: ES5 only, and no `node:` in names of modules.
'use strict';

var fs = require('fs');
var path = require('path');

// The same as `engines` in package.json, which a test compares: reading that file would cost every start.
var NEEDED_NODE = '20.19.0';

var HELP = ['help', '-h', '--help', '-V', '--version'];

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

// Opens a pack of the build (build/compiled.mjs): a table of functions, each of them a file of the program. V8 is given what
// the build kept of its work on them, as to do that again takes a quarter of a start. It refuses what isn't from its own
// version, and does it again.
function open(pack) {
  var Script = require('vm').Script;
  var cached = fs.readFileSync(pack + '.v8');
  return new Script(fs.readFileSync(pack + '.cjs', 'utf8'), {
    filename: pack + '.cjs',
    cachedData: cached,
  }).runInThisContext();
}

// A `require` for the files of the program. Files that aren't in the pack of the command have packs of their own.
function loader(compiled, pack) {
  var loaded = {};
  var table = open(compiled + pack);
  return function load(name) {
    if (loaded[name]) return loaded[name].exports;
    var module = (loaded[name] = { exports: {} });
    var run = table[name] || open(compiled + name.slice(0, -'.cjs'.length))[name];
    var requireFrom = function (id) {
      return id.charAt(0) === '.' ? load(id.slice(2)) : require(id);
    };
    run.call(module.exports, module.exports, requireFrom, module, dist + name, dist);
    return module.exports;
  };
}

// That of the subcommand, of the command on a screen, of the command, or of what every command loads.
function packFor(args, compiled) {
  var hasOptions = args.join(' ').indexOf(' -') >= 0;
  var names = [args.slice(0, 2).join('-'), hasOptions ? '' : args[0] + '.screen', args[0]];
  for (var i = 0; i < names.length; i += 1) {
    if (/^[a-z]+(-+[a-z]+|\.screen)?$/.test(names[i]) && fs.existsSync(compiled + names[i] + '.cjs')) return names[i];
  }
  return 'main';
}

function asksForHelp(args) {
  return args.some(function (arg) {
    return HELP.indexOf(arg) >= 0;
  });
}

function printedHelp(args) {
  if (!asksForHelp(args)) return false;
  try {
    return require(dist + 'print-page.cjs').printPage(args, root);
    // oxlint-disable-next-line no-unused-vars -- an old Node needs the name to read this file
  } catch (error) {
    // The program tries it again, and says what is wrong.
    return false;
  }
}

function loadProgram(args) {
  var compiled = dist + 'compiled/' + [running, process.platform, process.arch].join('-') + '/';
  var isDebugged = args.indexOf('--debug') >= 0;
  // A stack trace then names lines of the source: Node reads the maps for what it loads itself.
  if (isDebugged) process.setSourceMapsEnabled(true);
  // An older build may have left a folder of that name without packs.
  return !isDebugged && fs.existsSync(compiled + 'main.v8')
    ? loader(compiled, packFor(args, compiled))('main.cjs')
    : require(dist + 'main.cjs');
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

var root = path.dirname(__dirname);
var dist = root + '/dist/';
var running = process.versions.node;
var args = process.argv.slice(2);
if (isOlder(running, NEEDED_NODE)) {
  refuse('Node.js ' + running + ' is too old. Install Node.js ' + NEEDED_NODE + ' or newer: https://nodejs.org');
} else if (!fs.existsSync(dist + 'main.cjs')) {
  refuse('not built yet. In its folder, run: npm ci');
} else if (!printedHelp(args)) {
  start(loadProgram(args), args);
}
