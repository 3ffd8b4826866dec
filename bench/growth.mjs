import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpuTime } from './cpu.mjs';
import { makeJournal } from './journals.mjs';
import { quantile } from './rounds.mjs';

const program = fileURLToPath(new URL('../bin/unspasm.cjs', import.meta.url));
const SIZES = [1000, 100_000, 1_000_000];
const APART_MINUTES = 13;
const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
const ROWS = 1000;

/** What is run on a journal of each size. The first ones need only the end of the journal, however long it is. */
const jobs = ({ table, from }) => [
  ['log 6', ['log', '6']],
  ['log list', ['log', 'list']],
  ['log calendar', ['log', 'calendar']],
  ['today', ['today']],
  ['log stats, a year', ['log', 'stats', '--from', from]],
  ['log episodes', ['log', 'episodes', '--json']],
  ['report, a year', ['report', '--from', from, '--output', '-']],
  [`log import, ${ROWS} rows`, ['log', 'import', table, '--dry-run', '--json']],
];

/**
 * Measures how the processor time of commands grows with the journal, and returns the lines of a table: ratios to
 * `node -e 0`, the median of some runs beside each other.
 * @param {Record<string, string>} env
 * @param {number} rounds
 */
export async function measureGrowth(env, rounds) {
  const table = join(env.HOME, 'table.csv');
  writeFileSync(table, tableOf(ROWS));
  const all = jobs({ table, from: ago(365 * DAY_MINUTES).slice(0, 10) });
  const rows = new Map(all.map(([name]) => [name, []]));
  for (const size of SIZES) {
    process.stderr.write(`a journal of ${size} entries\n`);
    const begin = Date.now() - size * APART_MINUTES * MINUTE_MS;
    const own = { ...env, ...makeJournal(env.HOME, size, APART_MINUTES, { begin, hasNotes: false }) };
    for (const [name, args] of all) rows.get(name).push(await ratio(args, own, rounds));
  }
  const widths = [22, ...SIZES.map(() => 12)];
  const cells = [['job', ...SIZES.map(String)], ...[...rows].map(([name, ratios]) => [name, ...ratios.map(shown)])];
  return cells.map((row) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join(''),
  );
}

function ago(minutes) {
  return new Date(Date.now() - minutes * MINUTE_MS).toISOString();
}

async function ratio(args, env, rounds) {
  const ratios = [];
  for (let round = 0; round < rounds; round += 1) {
    const base = await cpuTime([process.execPath, '-e', '0'], env);
    ratios.push((await cpuTime([process.execPath, program, ...args], env)) / base);
  }
  return quantile(ratios, 0.5);
}

function shown(one) {
  return one < 100 ? one.toFixed(2) : one.toFixed(0);
}

function tableOf(rows) {
  const lines = Array.from(
    { length: rows },
    (_, at) => `${ago((at + 1) * 3 * 60).slice(0, 19)}Z,${at % 11},stiff after sitting ${at}`,
  );
  return ['at,pain,note', ...lines, ''].join('\n');
}
