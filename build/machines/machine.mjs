import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { momentOf } from './moments.mjs';

/** A machine that takes longer than this is given up. */
const LIMIT_MS = 45 * 60_000;
const SUITE =
  'node build/build.mjs && node node_modules/vitest/vitest.mjs run --configLoader runner --reporter=dot --reporter=json';

/**
 * Runs the tests on a machine.
 * @param conditions those that it has, one of a group at most
 * @param files parts of the paths of the tests that are run; none: all
 * @returns how many tests passed and were skipped, and what is wrong: nothing where it passes
 */
export async function tryMachine(workshop, conditions, files, log) {
  const machine = Object.assign({}, ...conditions);
  const folder = workshop.place(machine);
  const reports = Array.from({ length: machine.copies ?? 1 }, (_, nth) => join(workshop.out, `report-${nth}.json`));
  for (const report of reports) rmSync(report, { force: true });
  // The build comes first: two copies share what it makes.
  const suites = reports.map((report) => `${SUITE.split(' && ')[1]} --outputFile.json='${report}' ${files.join(' ')}`);
  const script = `${SUITE.split(' && ')[0]} && { ${suites.map((suite) => `${suite} & `).join('')} wait; }`;
  const { output } = await run(workshop, machine, folder, script);
  writeFileSync(log, output);
  return outcomeOf(reports.map(readReport), workshop.calls(), output);
}

/** Does what the README says to somebody who has just cloned the project. */
export async function tryNewcomer(workshop, conditions, log) {
  const machine = Object.assign({ env: registryAccess() }, ...conditions);
  const { output, code } = await run(workshop, machine, workshop.clone(), 'npm ci && npm test');
  writeFileSync(log, output);
  const [, passed] = /Tests .*?(\d+) passed/.exec(plain(output)) ?? [];
  const [, skipped] = /(\d+) skipped/.exec(plain(output)) ?? [];
  const wrong = code === 0 && passed ? [] : failures(plain(output));
  return { passed: Number(passed ?? 0), skipped: Number(skipped ?? 0), wrong };
}

/** How npm reaches its registry from here: a Node elsewhere doesn't find the settings of this one's npm. */
function registryAccess() {
  const settings = execFileSync('npm', ['config', 'get', 'globalconfig'], { encoding: 'utf8' }).trim();
  const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'];
  const set = names.filter((name) => process.env[name] !== undefined).map((name) => [name, process.env[name]]);
  return { npm_config_globalconfig: settings, ...Object.fromEntries(set) };
}

function run(workshop, machine, folder, script) {
  const [program, ...args] = commandFor(workshop, machine, script);
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    // A program that didn't start has no process to stop.
    const stop = () => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL');
    const limit = setTimeout(stop, LIMIT_MS);
    process.once('exit', stop);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(limit);
      process.off('exit', stop);
      resolve({ output, code });
    });
  });
}

/** The script in the machine's environment, as its user, by its clock. */
function commandFor(workshop, machine, script) {
  const env = Object.entries(environmentOf(workshop, machine)).map(([name, value]) => `${name}=${value}`);
  const command = ['/usr/bin/env', '-i', ...env, 'bash', '-c', script];
  const moment = startOf(machine);
  if (moment === undefined && !machine.user) return command;
  const etc = moment === undefined ? '' : workshop.etc(moment - Date.now());
  const enter = join(import.meta.dirname, 'enter.mjs');
  return ['unshare', '--mount', process.execPath, enter, etc, machine.user ? workshop.user() : 'root', ...command];
}

function startOf({ day, hour, zone = process.env.TZ ?? Intl.DateTimeFormat().resolvedOptions().timeZone }) {
  if (day === undefined && hour === undefined) return undefined;
  return momentOf({ day: day ?? 'today', hour: hour ?? '12:00', zone });
}

function environmentOf(workshop, { zone, programs, node, env = {} }) {
  return {
    PATH: workshop.path(programs, node),
    HOME: workshop.home,
    TERM: 'xterm-256color',
    LANG: 'en_US.UTF-8',
    ...(zone ? { TZ: zone } : {}),
    ...env,
  };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function outcomeOf(reports, calls, output) {
  const wrong = reports.flatMap((report) => (report ? faultsIn(report) : failures(plain(output))));
  const called = calls.length > 0 ? [`programs were started: ${[...new Set(calls)].slice(0, 5).join('; ')}`] : [];
  const sum = (key) => reports.reduce((total, report) => total + (report?.[key] ?? 0), 0);
  return { passed: sum('numPassedTests'), skipped: sum('numPendingTests'), wrong: [...wrong, ...called] };
}

function faultsIn({ testResults, numTotalTests }) {
  if (numTotalTests === 0) return ['no test was run'];
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const file = name.replace(/^.*\/test\//, 'test/');
    const failed = assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => `${file}: ${fullName}`);
    return failed.length === 0 && message ? [`${file}: ${message.split('\n')[0]}`] : failed;
  });
}

function failures(output) {
  const named = output.split('\n').filter((line) => /^ FAIL |^ *× |error/i.test(line));
  return named.length > 0 ? named.slice(0, 20).map((line) => line.trim()) : output.trim().split('\n').slice(-5);
}

function plain(output) {
  return output.replace(/\u001B\[[\d;]*m/g, '');
}
