'use strict';

// Runs the built program many times in one process: starting Node costs fifty times what most runs
// do. Each run is handed an environment, streams, a clock and signals of its own (src/runtime.ts);
// what Node has but once, the environment that libraries read, the time zone, the umask and the current folder,
// is set before it begins. Runs follow one another; what goes wrong outside of `main`, where it would
// end a program, ends this process, and the next run has another one.

const path = require('node:path');
const { HurriedClock, SteadyClock } = require('./clocks.cjs');
const { pipes } = require('./host-pipes.cjs');
const { begin: beginSteppedClock } = require('./stepped-clock.cjs');
const { terminal } = require('./host-terminal.cjs');
// From here on no run reaches for a network.
require('./no-network.cjs');

const root = path.join(__dirname, '..', '..', '..');
const { main } = require(path.join(root, 'dist', 'main.cjs'));

let current;

process.on('message', (message) => {
  if (message === 'resized') current?.streams.resized();
  else if ('passes' in message) pass(message.passes);
  else run(message);
});
process.on('disconnect', () => process.reallyExit(0));
process.on('uncaughtException', die);
process.on('unhandledRejection', die);

// Only for who measures time: what waits for it waits on.
function pass(ms) {
  if (current) current.passed += ms;
  process.send({ passed: ms });
}

function run(task) {
  current = begin(task);
  main(task.args, root, current.runtime).then(
    // What is already set going comes before the end, as it does in a process.
    (code) => setImmediate(() => tellOnceAtRest({ code })),
    die,
  );
}

const ownUmask = process.umask();

function begin({ env, cwd, input, clock, terminalPath, umask = ownUmask }) {
  setEnvironment(env);
  process.chdir(cwd);
  process.umask(umask);
  const streams = terminalPath === undefined ? pipes(input) : terminal(terminalPath);
  const stopClock = clock.socket === undefined ? () => {} : beginSteppedClock(clock.socket, clock.from);
  const begun = { streams, stopClock, passed: 0 };
  const runtime = {
    env,
    platform: process.platform,
    clock: clock.hurried ? new HurriedClock(clock.from) : new SteadyClock(clock.socket ? undefined : clock.from),
    elapsed: () => performance.now() + begun.passed,
    ...streams.standard,
    onExitSignal: () => () => {},
  };
  return Object.assign(begun, { runtime });
}

// Only what differs: another time zone makes Node take all of it in again.
function setEnvironment(env) {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  for (const [name, value] of Object.entries(env)) if (process.env[name] !== value) process.env[name] = value;
}

/** What keeps a process alive after `main`. */
const HOLDS = new Set(['Timeout', 'ProcessWrap']);
const LOOK_AGAIN_MS = 5;
// A run may have a clock that stands still.
const later = setTimeout;

// A program ends once it waits for nothing any more. A terminal that nobody reads keeps no process alive.
function tellOnceAtRest(ended) {
  const isHeld = process.getActiveResourcesInfo().some((resource) => HOLDS.has(resource));
  if (isHeld) later(() => tellOnceAtRest(ended), LOOK_AGAIN_MS);
  else tell(ended);
}

function tell(ended) {
  const { streams, stopClock } = current;
  current = undefined;
  const written = streams.close();
  stopClock();
  process.chdir(root);
  process.send({ ...ended, ...written });
}

// As Node does with what nobody catches.
function die(error) {
  current?.streams.standard.stderr.text(`${error?.stack ?? error}\n`);
  if (current) tell({ code: 1 });
  process.disconnect();
  process.reallyExit(1);
}
