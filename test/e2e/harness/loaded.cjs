// Writes to standard error what was loaded: files of the program, those for which V8 refused what the build had kept of its
// work, and modules of Node. A preload.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

const files = [];
const refused = [];

const { readFileSync } = fs;
fs.readFileSync = (file, ...options) => {
  const name = String(file);
  if (/[\\/]dist[\\/]/.test(name) && name.endsWith('.cjs')) files.push(path.basename(name));
  return readFileSync(file, ...options);
};

vm.Script = class extends vm.Script {
  constructor(source, options) {
    super(source, options);
    if (this.cachedDataRejected) refused.push(path.basename(options.filename));
  }
};

process.on('exit', () => {
  const modules = process.moduleLoadList.filter((name) => name.startsWith('NativeModule '));
  const names = modules.map((name) => name.replace('NativeModule ', ''));
  fs.writeSync(2, JSON.stringify({ files, refused, modules: names }));
});
