'use strict';

// The standard streams of a run in a terminal: the kernel's own, opened by its path. Raw mode, the window's size and
// what is left behind are those of a real terminal; only its signals go to whom it belongs to, which isn't this process.

const { closeSync, constants, openSync, readFileSync, writeSync } = require('node:fs');
const { ReadStream, WriteStream } = require('node:tty');

/**
 * @param terminalPath such as /dev/pts/7
 * @returns the streams that a run is handed; `resized`, to be called as Node does on SIGWINCH; and `close`
 */
function terminal(terminalPath) {
  const opened = [];
  const open = () => {
    const file = openSync(terminalPath, constants.O_RDWR | constants.O_NOCTTY);
    opened.push(file);
    return file;
  };
  const input = once(() => new ReadStream(open()));
  // Not that of the stream, which Node makes one that never waits.
  const descriptor = open();
  // As Node marks its own: what is piped into it may end, and it stays open.
  const screen = once(() => Object.assign(new WriteStream(open()), { fd: descriptor, _isStdio: true }));
  const output = {
    isTerminal: true,
    text: (text) => writeAll(descriptor, Buffer.from(text, 'utf8')),
    get stream() {
      return screen();
    },
  };
  return {
    standard: {
      stdin: {
        isTerminal: true,
        get stream() {
          return input();
        },
        readAll: () => readFileSync(terminalPath, 'utf8'),
      },
      stdout: output,
      stderr: output,
    },
    // oxlint-disable-next-line no-underscore-dangle -- the name that Node gave it
    resized: () => screen()._refreshSize(),
    close() {
      for (const stream of [input, screen]) if (stream.made) stream().destroy();
      opened.forEach((file) => closeSync(file));
      return {};
    },
  };
}

function once(make) {
  const get = () => (get.made ??= make());
  return get;
}

function writeAll(file, bytes) {
  for (let from = 0; from < bytes.length;) from += writeSync(file, bytes, from);
}

module.exports = { terminal };
