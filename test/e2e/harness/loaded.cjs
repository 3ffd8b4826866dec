// Writes to standard error what was loaded: files of the program, and modules of Node. A preload.
'use strict';

const { writeSync } = require('node:fs');
const path = require('node:path');

process.on('exit', () => {
  const files = Object.keys(require.cache).filter((file) => path.basename(path.dirname(file)) === 'dist');
  const modules = process.moduleLoadList.filter((name) => name.startsWith('NativeModule '));
  const loaded = {
    files: files.map((file) => path.basename(file)),
    modules: modules.map((name) => name.replace('NativeModule ', '')),
  };
  writeSync(2, JSON.stringify(loaded));
});
