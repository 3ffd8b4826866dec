// Packs the files of dist/ for bin/unspasm.cjs, each pack with what V8 makes of it, so that a start needn't make it again.
// A usual command has a pack of its own: the files that it loads, and in V8's form only the functions that it runs.
// Every other file has its own pack. They are for the Node that runs this; any other does without them.
import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify, stripVTControlCharacters } from 'node:util';
import { Script } from 'node:vm';
import { readyForSessions } from '../bench/ready.mjs';

const require = createRequire(import.meta.url);
const self = fileURLToPath(import.meta.url);

const entries = [
  ['log', '6'],
  ['log', '4', 'a note'],
  ['log', '3', 'numb between the legs since Friday'],
];

/**
 * What is run while V8 is watched, by the name of the pack: the command, and what is run before it; or a command that is
 * run on a screen until it shows some text.
 */
const usual = (root) => ({
  rest: { command: ['rest'] },
  status: { command: ['status'] },
  guide: { command: ['guide', 'rice-ice'] },
  faq: { command: ['faq', 'should I use a cold pack'] },
  log: { command: ['log', '6'], before: entries },
  'log-list': { command: ['log', 'list'], before: entries },
  'log-calendar': { command: ['log', 'calendar'], before: entries },
  today: { command: ['today'], before: [['today'], ...entries] },
  report: { command: ['report', '--output', '-'], before: entries },
  'triage---answers': { command: ['triage', '--answers', join(root, 'bench', 'answers.json')] },
  stretch: { command: ['stretch', 'cat-cow', '--print'] },
  'triage.screen': { command: ['triage'], until: 'none of these' },
  'ice.screen': { command: ['ice'], until: 'start now' },
  'stretch.screen': { command: ['stretch'], until: 'start now' },
});

/** Writes the packs for the Node that runs this. @param root the folder of the package, which is built */
export async function keepCompiled(root) {
  const folder = join(root, 'dist', 'compiled', [process.versions.node, process.platform, process.arch].join('-'));
  // The launcher takes a folder of that name to be complete.
  const unfinished = `${folder}.unfinished`;
  await mkdir(unfinished, { recursive: true });
  const packs = Object.entries(usual(root));
  const inPipes = packs.filter(([, { until }]) => until === undefined);
  const all = inPipes.flatMap(([, { command, before = [] }]) => [...before, command]);
  await inAProcess({ root, folder: unfinished, before: all });
  for (const [name, one] of inPipes) await inAProcess({ root, folder: unfinished, name, ...one });
  const onScreens = packs.filter(([, { until }]) => until !== undefined);
  await Promise.all(onScreens.map(([name, one]) => onAScreen({ root, folder: unfinished, name, ...one })));
  await rename(unfinished, folder);
}

// Each in a process of its own, which knows nothing of whose computer this is, and in which V8 has seen nothing else.
async function inAProcess(task) {
  await withHome((env) => promisify(execFile)(process.execPath, [self, JSON.stringify(task)], { env }));
}

async function withHome(act) {
  const home = await mkdtemp(join(tmpdir(), 'unspasm-build-'));
  try {
    await act({ HOME: home, USERPROFILE: home, LOCALAPPDATA: home, UNSPASM_DATA_DIR: home });
  } finally {
    await rm(home, { recursive: true });
  }
}

// The first time for the names of the files, the second for the pack. A computer without pseudo-terminals, or one that is
// too slow, does without this pack.
async function onAScreen(task) {
  const terminals = await import('@lydell/node-pty').catch(() => undefined);
  if (!terminals || process.platform === 'win32') return;
  const list = join(task.folder, `${task.name}.files`);
  for (const files of [undefined, list])
    await withHome(async (env) => {
      readyForSessions(env.HOME);
      const screen = { ...env, TERM: 'xterm-256color', LANG: 'en_US.UTF-8' };
      if (await shows(terminals, { ...task, list, files }, screen)) return;
      // It may have been ended while it wrote them.
      for (const end of ['cjs', 'v8']) await rm(join(task.folder, `${task.name}.${end}`), { force: true });
    });
  await rm(list, { force: true });
  if (!existsSync(join(task.folder, `${task.name}.cjs`)))
    console.warn(
      `There is no pack for ${task.name}: it didn't show "${task.until}" within ${PATIENCE_MS / 1000} seconds.`,
    );
}

const PATIENCE_MS = 10_000;

function shows({ spawn }, task, env) {
  return new Promise((resolve) => {
    const terminal = spawn(process.execPath, [self, JSON.stringify(task)], { cols: 80, rows: 24, env });
    const timer = setTimeout(() => terminal.kill('SIGKILL'), PATIENCE_MS);
    let output = '';
    terminal.onData((data) => {
      const before = output.includes(task.until);
      output += stripVTControlCharacters(data);
      if (!before && output.includes(task.until)) terminal.kill('SIGUSR2');
    });
    terminal.onExit(({ exitCode, signal }) => {
      clearTimeout(timer);
      resolve(exitCode === 0 && !signal);
    });
  });
}

/** Writes a pack, or without a name one for each file. */
async function keep(task) {
  const { root, folder, name, command, before = [] } = task;
  const dist = join(root, 'dist');
  const files = (await readdir(dist)).filter((one) => one.endsWith('.cjs'));
  const each = await Promise.all(files.map((file) => compile(dist, folder, file, [file])));
  const made = Object.assign({}, ...each.map(({ table }) => table));
  if (task.until !== undefined) return keepOnScreen(task, made);
  await perform(before, root, made);
  if (name === undefined) {
    each.forEach(write);
    return;
  }
  const loaded = new Map();
  await perform([command], root, made, loaded);
  const pack = await compile(dist, folder, `${name}.cjs`, namesIn(loaded));
  await perform([...before, command], root, { ...made, ...pack.table });
  write(pack);
}

// The command keeps running; a signal says that it has shown what it was run for.
async function keepOnScreen({ root, folder, name, command, list, files }, made) {
  const members = files && existsSync(files) ? JSON.parse(await readFile(files, 'utf8')) : undefined;
  const pack = members && (await compile(join(root, 'dist'), folder, `${name}.cjs`, members));
  const loaded = new Map();
  process.once('SIGUSR2', () => {
    if (pack) write(pack);
    else writeFileSync(list, JSON.stringify(namesIn(loaded)));
    process.exit();
  });
  await perform([command], root, { ...made, ...pack?.table }, loaded);
}

function namesIn(loaded) {
  return [...loaded.keys()].map((id) => id.slice(2));
}

/** A script whose value is a table of functions, each the whole of a file as Node would wrap it. */
async function compile(dist, folder, name, files) {
  const members = files.map(async (file) => {
    const text = await readFile(join(dist, file), 'utf8');
    return `${JSON.stringify(file)}: function (exports, require, module, __filename, __dirname) { ${inAscii(text)}\n}`;
  });
  const source = `({${(await Promise.all(members)).join(',\n')}})`;
  const path = join(folder, name);
  const script = new Script(source, { filename: path });
  return { path, source, script, table: script.runInThisContext() };
}

// V8 keeps a text of other characters in twice the room, and takes longer to read it. Such characters are in string
// literals and patterns only, where this means the same, unless a backslash is before it.
function inAscii(code) {
  const [escaped] = /(?<!\\)(?:\\\\)*\\[^\0-\x7F]/.exec(code) ?? [];
  if (escaped !== undefined) throw new Error(`a backslash before a character that isn't ASCII: ${escaped}`);
  return code.replace(/[^\0-\x7F]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function write({ path, source, script }) {
  writeFileSync(path, source);
  writeFileSync(path.replace(/\.cjs$/, '.v8'), script.createCachedData());
}

/** Runs the program with the functions of a table for its files. @param loaded gets the files that it loads */
async function perform(runs, root, table, loaded = new Map()) {
  const dist = join(root, 'dist');
  const load = (id) => {
    if (!id.startsWith('./')) return require(id);
    if (loaded.has(id)) return loaded.get(id).exports;
    const [name, module] = [id.slice(2), { exports: {} }];
    loaded.set(id, module);
    table[name].call(module.exports, module.exports, load, module, join(dist, name), dist);
    return module.exports;
  };
  for (const args of runs) {
    const code = await load('./main.cjs').main(args, root);
    if (code !== 0) throw new Error(`unspasm ${args.join(' ')}: exit code ${code}`);
  }
}

if (process.argv[1] === self) await keep(JSON.parse(process.argv[2]));
