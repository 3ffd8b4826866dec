'use strict';

// Loaded into the program: a file system that has no hard links, as FAT, exFAT and those of Android are.
const fs = require('node:fs');

fs.linkSync = () => {
  throw Object.assign(new Error('EPERM: operation not permitted, link'), { code: 'EPERM' });
};

// And a power cut, or a kill, right before a file of the journal gets its name.
const rename = fs.renameSync;
if (process.env.KILLED_AT_RENAME)
  fs.renameSync = (from, to) =>
    String(to).endsWith('.jsonl') ? process.kill(process.pid, 'SIGKILL') : rename(from, to);
