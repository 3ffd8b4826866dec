// npm run bench [-- --rounds N] [-- --only TEXT] [-- --peers] [-- --growth]
//   --only minute: only the minute of each session
//   --growth: only how the time of commands grows with the journal
//   --peers: fetches other programs to compare with, which are measured whenever they are here
// Measures how much the program adds to the start of Node, and fails if that is
// more than the goals in cases.mjs.

import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { cases } from './cases.mjs';
import { withEnvironment } from './environment.mjs';
import { fetchPeers, peerCommands } from './peers.mjs';
import { measureRounds } from './rounds.mjs';
import { toSubjects } from './subjects.mjs';
import { measureGrowth } from './growth.mjs';
import { measureMinutes } from './minute.mjs';
import { isWithinGoal, renderHeading, renderTable } from './table.mjs';

function readOptions() {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '21' },
      only: { type: 'string', default: '' },
      peers: { type: 'boolean', default: false },
      growth: { type: 'boolean', default: false },
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a number from 1');
  const named = values.only === 'minute' ? [cases[0]] : cases.filter(({ name }) => name.includes(values.only));
  const bases = new Set(named.map(({ comparedTo }) => comparedTo));
  const chosen = cases.filter((one) => named.includes(one) || bases.has(one.name));
  if (chosen.length === 0) throw new Error(`no case has "${values.only}" in its name`);
  const whole = values.only === '';
  const minute = whole || values.only === 'minute';
  return { rounds, chosen, minute, peers: whole, fetches: values.peers, growth: values.growth };
}

async function run() {
  const { rounds, chosen, minute, peers, fetches, growth } = readOptions();
  if (growth) return runGrowth(rounds);
  if (fetches) fetchPeers();
  const showProgress = (round) => process.stderr.write(`round ${round} of ${rounds}\n`);
  const results = await withEnvironment((env) =>
    measureRounds(toSubjects(chosen, env, peers ? peerCommands(env) : []), rounds, showProgress),
  );
  const facts = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown CPU', rounds };
  console.log(`${renderHeading(results, facts)}\n\n${renderTable(results)}`);
  const isMinuteWithin = minute ? await runMinute() : true;
  return results.every(isWithinGoal) && isMinuteWithin ? 0 : 1;
}

async function runGrowth(rounds) {
  const lines = await withEnvironment((env) => measureGrowth(env, Math.min(rounds, 5)));
  console.log(`Ratios to \`node -e 0\`, by the number of entries:\n\n${lines.join('\n')}`);
  return 0;
}

async function runMinute() {
  process.stderr.write('a minute of each session\n');
  const { lines, isWithin } = await withEnvironment(measureMinutes);
  console.log(`\nA minute of a session, beyond its start:\n${lines.join('\n')}`);
  return isWithin;
}

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`bench: ${error.message}\n`);
  process.exitCode = 1;
}
