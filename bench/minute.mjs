import { spawn } from '@lydell/node-pty';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { cpuTime } from './cpu.mjs';
import { readyForSessions } from './ready.mjs';
import { quantile } from './rounds.mjs';

const program = fileURLToPath(new URL('../bin/unspasm.cjs', import.meta.url));
// What is left of a start: a few seconds after it, V8 tidies up once.
const settleMs = 20_000;
const minuteMs = 60_000;

/**
 * What a minute of a session costs beyond its start, with a goal as a multiple of what an empty Node process takes.
 * @type {{ name: string, args: string[], keys: string, goal: number, inBackground?: boolean }[]}
 */
const sessions = [
  { name: 'ice', args: ['ice'], keys: '\r', goal: 1 },
  { name: 'stretch, figures moving', args: ['stretch', 'cat-cow'], keys: '\r', goal: 4 },
  { name: 'ice, in the background', args: ['ice', '--background'], keys: '\r', goal: 0.6, inBackground: true },
];

/**
 * Runs each session for a real minute, side by side, and returns the lines of a table and whether
 * every goal was met. Only Linux tells the time of the processor finely enough.
 * @param {Record<string, string>} env
 */
export async function measureMinutes(env) {
  if (process.platform !== 'linux') return { lines: ['(only measured on Linux)'], isWithin: true };
  // Before and after: other work on the machine slows both.
  const before = await someStarts(env);
  const measured = await Promise.all(sessions.map((session) => measureMinute(session, env)));
  const start = quantile([...before, ...(await someStarts(env))], 0.5) / 1000;
  const rows = sessions.map((session, at) => ({ ...session, ...measured[at], starts: measured[at].cpu / start }));
  return { lines: rows.map(toLine), isWithin: rows.every(({ goal, starts }) => starts <= goal) };
}

// What an empty Node process takes, in milliseconds.
async function someStarts(env) {
  const times = [];
  for (let at = 0; at < 7; at += 1) times.push(await cpuTime([process.execPath, '-e', '0'], env));
  return times;
}

function toLine({ name, goal, starts, cpu, wakes, bytes, memory }) {
  const verdict = starts <= goal ? 'ok  ' : 'OVER';
  const rest = `${wakes.toFixed(1)} wake-ups/s  ${Math.round(bytes)} bytes/s  ${Math.round(memory)} MB`;
  const cells = [name.padEnd(24), `${starts.toFixed(2)} node -e 0`, `goal ${goal.toFixed(2)}`, verdict];
  return [...cells, `${cpu.toFixed(3)} s`, rest].join('  ');
}

async function measureMinute({ name, args, keys, inBackground }, { HOME, ...others }) {
  // A home for each: a second session at once is refused.
  const env = { ...others, HOME: join(HOME, name) };
  readyForSessions(env.HOME);
  const terminal = spawn(process.execPath, [program, ...args], { cols: 80, rows: 24, env });
  let bytes = 0;
  terminal.onData((chunk) => {
    bytes += chunk.length;
  });
  await wait(1500);
  terminal.write(keys);
  await wait(settleMs);
  const pid = inBackground ? pidOfSession(env.HOME) : terminal.pid;
  const [before, written] = [usage(pid), bytes];
  await wait(minuteMs);
  const after = usage(pid);
  const memory = Number(/^VmHWM:\s*(\d+)/m.exec(read(pid, String(pid), 'status'))[1]) / 1024;
  process.kill(pid, 'SIGKILL');
  const seconds = minuteMs / 1000;
  return {
    cpu: (after.cpuNs - before.cpuNs) / 1e9,
    wakes: (after.wakes - before.wakes) / seconds,
    bytes: (bytes - written) / seconds,
    memory,
  };
}

// The terminal has its prompt back, and another process goes on.
function pidOfSession(home) {
  const text = readFileSync(join(home, '.local', 'state', 'unspasm', 'session'), 'utf8');
  return Number(/^pid=(\d+)$/m.exec(text)[1]);
}

// The processor time of all threads; the wake-ups of the first, which runs the program.
function usage(pid) {
  const tasks = readdirSync(`/proc/${pid}/task`);
  const cpuNs = tasks.reduce((sum, task) => sum + Number(read(pid, task, 'schedstat').split(' ')[0]), 0);
  const wakes = Number(/^voluntary_ctxt_switches:\s*(\d+)/m.exec(read(pid, String(pid), 'status'))[1]);
  return { cpuNs, wakes };
}

function read(pid, task, file) {
  return readFileSync(`/proc/${pid}/task/${task}/${file}`, 'utf8');
}
