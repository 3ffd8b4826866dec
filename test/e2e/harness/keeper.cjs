'use strict';

// Runs the program under test in the terminal and outlives it there. As long as
// this process keeps the terminal open, the state in which the program left it
// can be read; with the last process gone the kernel would forget it.
//
// It talks to the test over a socket, never over the screen. The one thing it
// writes to the terminal is a mark after the program's last byte, so that the
// test knows that it has read everything; the test takes the mark out again.

const { spawn, spawnSync } = require('node:child_process');
const { openSync, closeSync, writeSync } = require('node:fs');
const { connect } = require('node:net');
const { createInterface } = require('node:readline');

const { command, env, cwd, input, stdout, socketPath, mark } = JSON.parse(process.argv[2]);

// Keys that the terminal turns into signals reach every process of the job.
for (const name of ['SIGINT', 'SIGQUIT', 'SIGTSTP', 'SIGHUP', 'SIGTERM']) process.on(name, () => {});

const socket = connect(socketPath);
const tell = (message) => socket.write(`${JSON.stringify(message)}\n`);

const ttyBefore = readTty();
const program = spawn(command[0], command.slice(1), { env, cwd, stdio: standardStreams() });
if (input !== undefined) program.stdin.on('error', () => {}).end(input);
tell({ event: 'started', pid: program.pid ?? 0, tty: ttyBefore });
program.on('error', (error) => rest({ event: 'ended', code: 127, signal: null }, error.message));
program.on('exit', (code, signal) => rest({ event: 'ended', code, signal }));

createInterface({ input: socket }).on('line', (line) => obey(JSON.parse(line)));
socket.on('close', endJob);
socket.on('error', () => {});

function standardStreams() {
  const first = input === undefined ? 'inherit' : 'pipe';
  const second = stdout === undefined ? 'inherit' : openSync(stdout, 'w');
  return [first, second, 'inherit'];
}

function obey(order) {
  if (order.signal) program.kill(order.signal);
  if (order.look) rest({ event: 'stopped' });
}

// The test has closed the connection or died. The program goes first, so that it
// does not become a zombie in a container where nobody collects orphans; then
// its children with this process, which are all in one process group.
function endJob() {
  program.removeAllListeners('exit').on('exit', endRest);
  if (!program.kill('SIGKILL')) endRest();
}

function endRest() {
  process.kill(0, 'SIGKILL');
}

function rest(message, lastWords = '') {
  const tty = readTty();
  markOutput(lastWords);
  tell({ ...message, tty });
}

// Those keys end stty, too; and of one that said nothing every flag would seem changed.
function readTty() {
  const { signal, stdout: flags } = spawnSync('stty', ['-a'], { stdio: ['inherit', 'pipe', 'ignore'] });
  return signal === null ? flags.toString() : readTty();
}

function markOutput(lastWords) {
  try {
    // Opened anew: the program may have left our own copy in non-blocking mode.
    const terminal = openSync('/dev/tty', 'w');
    writeSync(terminal, lastWords + mark);
    closeSync(terminal);
  } catch {
    // The terminal was hung up: there is no output left to wait for.
  }
}
