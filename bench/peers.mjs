import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// What people keep notes and times with in a terminal today. Those of npm are fetched by --peers,
// those of Debian are measured where they are installed.
// The newest that run on Node 20.
const NPM_PEERS = { taskbook: '0.3.0', tldr: '3.4.0' };
const folder = join(import.meta.dirname, '..', 'node_modules', '.cache', 'peers');

/** Fetches the peers that npm has. */
export function fetchPeers() {
  mkdirSync(folder, { recursive: true });
  const packages = Object.entries(NPM_PEERS).map(([name, version]) => `${name}@${version}`);
  execFileSync('npm', ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', ...packages], {
    stdio: 'inherit',
  });
}

/**
 * The peers that are here, as things to measure: the same jobs as ours, each in a home of its own.
 * @param {Record<string, string>} env
 * @returns {{ name: string, command: string[], env: Record<string, string> }[]}
 */
export function peerCommands(env) {
  return [...taskbook(env), ...tldr(env), ...taskwarrior(env), ...timewarrior(env), ...gh(env)];
}

function taskbook(env) {
  const cli = join(folder, 'node_modules', 'taskbook', 'cli.js');
  if (!existsSync(cli)) return [];
  const at = (entries) => ({ ...env, HOME: makeTaskbook(join(env.HOME, `taskbook-${entries}`), entries) });
  const run = (...args) => [process.execPath, cli, ...args];
  return [
    { name: 'taskbook --help', command: run('--help'), env: at(0) },
    { name: 'taskbook --task TEXT', command: run('--task', 'pain 6'), env: at(0) },
    { name: 'taskbook --task TEXT, at 9 000', command: run('--task', 'pain 6'), env: at(9000) },
    { name: 'taskbook, at 9 000', command: run(), env: at(9000) },
  ];
}

// It can't show more than 9999.
function taskbookItem(id) {
  return {
    _id: id,
    _date: 'Mon Jan 01 2024',
    _timestamp: 1_704_067_200_000,
    description: `pain ${id % 11}, a note`,
    isStarred: false,
    boards: ['My Board'],
    _isTask: true,
    isComplete: false,
    inProgress: false,
    priority: 1,
  };
}

function makeTaskbook(home, entries) {
  const storage = join(home, '.taskbook', 'storage');
  mkdirSync(storage, { recursive: true });
  const items = Object.fromEntries(Array.from({ length: entries }, (_, at) => [at + 1, taskbookItem(at + 1)]));
  writeFileSync(join(storage, 'storage.json'), JSON.stringify(items));
  writeFileSync(
    join(home, '.taskbook.json'),
    JSON.stringify({ taskbookDirectory: home, displayCompleteTasks: true, displayProgressOverview: true }),
  );
  return home;
}

function tldr(env) {
  const cli = join(folder, 'node_modules', 'tldr', 'bin', 'tldr');
  return existsSync(cli) ? [{ name: 'tldr --help', command: [process.execPath, cli, '--help'], env }] : [];
}

function taskwarrior(env) {
  const task = onPath('task', env);
  if (!task) return [];
  const at = (entries) => ({ ...env, ...makeTaskwarrior(join(env.HOME, `task-${entries}`), entries) });
  return [
    { name: 'task add TEXT', command: [task, 'rc.verbose=nothing', 'add', 'pain 6'], env: at(0) },
    { name: 'task add TEXT, at 9 000', command: [task, 'rc.verbose=nothing', 'add', 'pain 6'], env: at(9000) },
    { name: 'task list limit:10, at 9 000', command: [task, 'list', 'limit:10'], env: at(9000) },
  ];
}

function makeTaskwarrior(home, entries) {
  mkdirSync(home, { recursive: true });
  const lines = Array.from(
    { length: entries },
    (_, at) =>
      `[description:"pain ${at % 11}, a note" entry:"1704067200" modified:"1704067200" status:"pending" uuid:"00000000-0000-4000-8000-${String(at).padStart(12, '0')}"]\n`,
  );
  writeFileSync(join(home, 'pending.data'), lines.join(''));
  writeFileSync(join(home, 'taskrc'), `data.location=${home}\nconfirmation=off\ngc=on\n`);
  return { TASKRC: join(home, 'taskrc'), TASKDATA: home };
}

function timewarrior(env) {
  const timew = onPath('timew', env);
  if (!timew) return [];
  const home = join(env.HOME, 'timew');
  mkdirSync(join(home, 'data'), { recursive: true });
  writeFileSync(join(home, 'timewarrior.cfg'), '');
  const own = { ...env, TIMEWARRIORDB: home };
  return [
    { name: 'timew start TAG', command: [timew, 'start', 'ice'], env: own },
    { name: 'timew summary', command: [timew, 'summary'], env: own },
  ];
}

function gh(env) {
  const program = onPath('gh', env);
  return program ? [{ name: 'gh --help', command: [program, '--help'], env }] : [];
}

function onPath(name, { PATH }) {
  return PATH.split(delimiter)
    .map((one) => join(one, name))
    .find((file) => existsSync(file));
}
