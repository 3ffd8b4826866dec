import { spawn } from '@lydell/node-pty';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readyForSessions } from './ready.mjs';

const program = fileURLToPath(new URL('../bin/unspasm.cjs', import.meta.url));
const settleMs = 8000;
const minuteMs = 60_000;

/**
 * What a minute of a session costs beyond its start, with a goal in seconds of the processor.
 * @type {{ name: string, args: string[], keys: string, goal: number }[]}
 */
const sessions = [
  { name: 'ice', args: ['ice'], keys: '\r', goal: 0.03 },
  { name: 'stretch, figures moving', args: ['stretch', 'cat-cow'], keys: '\r', goal: 0.2 },
];

/**
 * Runs each session for a real minute, side by side, and returns the lines of a table and whether
 * every goal was met. Only Linux tells the time of the processor finely enough.
 * @param {Record<string, string>} env
 */
export async function measureMinutes(env) {
  if (process.platform !== 'linux') return { lines: ['(only measured on Linux)'], isWithin: true };
  const measured = await Promise.all(sessions.map((session) => measureMinute(session, env)));
  return {
    lines: sessions.map((session, at) => toLine(session, measured[at])),
    isWithin: sessions.every(({ goal }, at) => measured[at].cpu <= goal),
  };
}

function toLine({ name, goal }, { cpu, wakes, bytes, memory }) {
  const verdict = cpu <= goal ? 'ok  ' : 'OVER';
  const rest = `${wakes.toFixed(1)} wake-ups/s  ${Math.round(bytes)} bytes/s  ${Math.round(memory)} MB`;
  return `${name.padEnd(24)}  ${cpu.toFixed(3)} s  goal ${goal.toFixed(2)} s  ${verdict}  ${rest}`;
}

async function measureMinute({ name, args, keys }, { HOME, ...others }) {
  // A home for each: a second session at once would ask.
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
  const [before, written] = [usage(terminal.pid), bytes];
  await wait(minuteMs);
  const after = usage(terminal.pid);
  const memory = Number(/^VmHWM:\s*(\d+)/m.exec(read(terminal.pid, String(terminal.pid), 'status'))[1]) / 1024;
  terminal.kill('SIGKILL');
  const seconds = minuteMs / 1000;
  return {
    cpu: (after.cpuNs - before.cpuNs) / 1e9,
    wakes: (after.wakes - before.wakes) / seconds,
    bytes: (bytes - written) / seconds,
    memory,
  };
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
