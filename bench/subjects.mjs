import { fileURLToPath } from 'node:url';
import { cpuTime } from './cpu.mjs';
import { makeJournal } from './journals.mjs';
import { readyForSessions } from './ready.mjs';
import { wallTime } from './wall.mjs';

const program = fileURLToPath(new URL('../bin/unspasm.cjs', import.meta.url));
const emptyNode = [process.execPath, '-e', '0'];

/**
 * The cases as things to measure, with what they are compared to: an empty Node
 * process, and the same again, whose ratio would be 1 on a machine without noise.
 * @param {import('./cases.mjs').Case[]} cases
 * @param {Record<string, string>} env
 * @param {{ name: string, command: string[], env: Record<string, string> }[]} peers
 * @returns {import('./rounds.mjs').Subject[]}
 */
export function toSubjects(cases, env, peers) {
  const inPipe = cases.filter(({ waitFor }) => waitFor === undefined);
  const inTerminal = cases.filter(({ waitFor }) => waitFor !== undefined);
  return [...pipeSubjects(inPipe, env, peers), ...terminalSubjects(inTerminal, env)];
}

// Processor time: on a busy machine it stays what it is, while wall time grows.
function pipeSubjects(cases, env, peers) {
  const own = cases.map(({ name, args, stdin, goal, entries, apartMinutes, comparedTo }) => {
    const itsEnv = entries === undefined ? env : { ...env, ...makeJournal(env.HOME, entries, apartMinutes) };
    const measure = () => cpuTime([process.execPath, program, ...args], itsEnv, stdin);
    return { ...subject(name, 'cpu', goal), comparedTo, measure };
  });
  const others = peers.map(({ name, command, env: itsEnv }) => ({
    ...subject(name, 'cpu', null),
    measure: () => cpuTime(command, { HOME: env.HOME, ...itsEnv }),
  }));
  return withBases([...own, ...others], 'cpu', () => cpuTime(emptyNode, env));
}

// Wall time: a program that waits for a key has no end to take the processor time at.
function terminalSubjects(cases, env) {
  const own = cases.map(({ name, args, waitFor, ready, goal }) => ({
    ...subject(name, 'wall', goal),
    measure: () => {
      if (ready) readyForSessions(env.HOME);
      return wallTime([process.execPath, program, ...args], env, waitFor);
    },
  }));
  return withBases(own, 'wall', () => wallTime(emptyNode, env));
}

function withBases(own, unit, measure) {
  if (own.length === 0) return [];
  const base = { ...subject('node -e 0', unit, null), isBase: true, measure };
  const again = { ...subject('node -e 0 again (noise)', unit, null), measure };
  return [base, again, ...own];
}

function subject(name, unit, goal) {
  return { name, unit, goal, isBase: false };
}
