'use strict';

// The standard streams of a run whose input and output are pipes.

const { PassThrough } = require('node:stream');

/**
 * @param input all that it reads
 * @returns the streams that it is handed, and `close`, which answers with what was written to them
 */
function pipes(input) {
  const [stdout, stderr] = [new Written(), new Written()];
  const stdin = new PassThrough();
  stdin.end(input);
  return {
    standard: {
      stdin: { isTerminal: false, stream: stdin, readAll: () => Buffer.from(input).toString('utf8') },
      stdout,
      stderr,
    },
    resized: () => {},
    close: () => ({ stdout: String(stdout), stderr: String(stderr) }),
  };
}

/** What is written to a pipe: bytes, so that text comes out as it would there. */
class Written {
  #chunks = [];
  isTerminal = false;

  text = (text) => void this.#chunks.push(Buffer.from(text, 'utf8'));
  bytes = (bytes) => void this.#chunks.push(bytes);
  lines = (lines) => this.text(lines.map((line) => `${line}\n`).join(''));

  get stream() {
    throw new Error('this run has no terminal');
  }

  toString() {
    return Buffer.concat(this.#chunks).toString('utf8');
  }
}

module.exports = { pipes };
