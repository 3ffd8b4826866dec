'use strict';

// Runs the built program many times in one process: starting Node costs fifty times what most runs
// do. Each run is handed an environment, streams, a clock and signals of its own (src/runtime.ts);
// what Node has but once, the environment that libraries read, the time zone and the current folder,
// is set before it begins. Runs follow one another; what goes wrong outside of `main`, where it would
// end a program, ends this process, and the next run has another one.

const path = require('node:path');
const { PassThrough } = require('node:stream');
const { HurriedClock, SteadyClock } = require('./clocks.cjs');
// From here on no run reaches for a network.
require('./no-network.cjs');

const root = path.join(__dirname, '..', '..', '..');
const { main } = require(path.join(root, 'dist', 'main.cjs'));

let current;

process.on('message', (task) => {
  current = begin(task);
  main(task.args, root, current.runtime).then(
    // What is already set going comes before the end, as it does in a process.
    (code) => setImmediate(() => tell({ code })),
    die,
  );
});
process.on('disconnect', () => process.reallyExit(0));
process.on('uncaughtException', die);
process.on('unhandledRejection', die);

function begin({ env, cwd, input, clock }) {
  setEnvironment(env);
  process.chdir(cwd);
  const [stdout, stderr] = [new Written(), new Written()];
  const stdin = new PassThrough();
  stdin.end(input);
  const runtime = {
    env,
    platform: process.platform,
    clock: clock.hurried ? new HurriedClock(clock.from) : new SteadyClock(clock.from),
    stdin: { isTerminal: false, stream: stdin, readAll: () => Buffer.from(input).toString('utf8') },
    stdout,
    stderr,
    onExitSignal: () => () => {},
  };
  return { runtime, stdout, stderr };
}

// Only what differs: another time zone makes Node take all of it in again.
function setEnvironment(env) {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  for (const [name, value] of Object.entries(env)) if (process.env[name] !== value) process.env[name] = value;
}

/** What is written to a pipe: bytes, so that text comes out as it would there. */
class Written {
  #chunks = [];
  isTerminal = false;

  text = (text) => void this.#chunks.push(Buffer.from(text, 'utf8'));
  lines = (lines) => this.text(lines.map((line) => `${line}\n`).join(''));

  get stream() {
    throw new Error('this run has no terminal');
  }

  toString() {
    return Buffer.concat(this.#chunks).toString('utf8');
  }
}

function tell(ended) {
  const { stdout, stderr } = current;
  process.chdir(root);
  process.send({ ...ended, stdout: String(stdout), stderr: String(stderr) });
}

// As Node does with what nobody catches.
function die(error) {
  current?.stderr.text(`${error?.stack ?? error}\n`);
  tell({ code: 1 });
  process.disconnect();
  process.reallyExit(1);
}
