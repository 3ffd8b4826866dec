// Packs the files of dist/ for bin/unspasm.cjs, each pack with what V8 makes of it, so that a start needn't make it again.
// A usual command has a pack of its own: the files that it loads, and in V8's form only the functions that it runs.
// Every other file is a pack by itself. They are for the Node that runs this; any other does without them.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Script } from 'node:vm';

const require = createRequire(import.meta.url);
const self = fileURLToPath(import.meta.url);

const entries = [
  ['log', '6'],
  ['log', '4', 'a note'],
  ['log', '3', 'numb between the legs since Friday'],
];

/** What is run while V8 is watched, by the name of the pack: the command, and what is run before it. */
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
  triage: { command: ['triage', '--answers', join(root, 'bench', 'answers.json')] },
});

/** Writes the packs for the Node that runs this. @param root the folder of the package, which is built */
export async function keepCompiled(root) {
  const folder = join(root, 'dist', 'compiled', [process.versions.node, process.platform, process.arch].join('-'));
  // The launcher takes a folder of that name to be complete.
  const unfinished = `${folder}.unfinished`;
  await mkdir(unfinished, { recursive: true });
  const packs = Object.entries(usual(root));
  const all = packs.flatMap(([, { command, before = [] }]) => [...before, command]);
  await inAProcess({ root, folder: unfinished, before: all });
  for (const [name, one] of packs) await inAProcess({ root, folder: unfinished, name, ...one });
  await rename(unfinished, folder);
}

// Each in a process of its own, which knows nothing of whose computer this is, and in which V8 has seen nothing else.
async function inAProcess(task) {
  const home = await mkdtemp(join(tmpdir(), 'unspasm-build-'));
  const env = { HOME: home, USERPROFILE: home, LOCALAPPDATA: home, UNSPASM_DATA_DIR: home };
  try {
    await promisify(execFile)(process.execPath, [self, JSON.stringify(task)], { env });
  } finally {
    await rm(home, { recursive: true });
  }
}

/** Writes a pack, or without a name one for each file. */
async function keep({ root, folder, name, command, before = [] }) {
  const dist = join(root, 'dist');
  const files = (await readdir(dist)).filter((one) => one.endsWith('.cjs'));
  const each = await Promise.all(files.map((file) => compile(dist, folder, file, [file])));
  const made = Object.assign({}, ...each.map(({ table }) => table));
  if (name === undefined) {
    await perform(before, root, made);
    for (const pack of each) await write(pack);
    return;
  }
  await perform(before, root, made);
  const pack = await compile(dist, folder, `${name}.cjs`, await perform([command], root, made));
  await perform([...before, command], root, { ...made, ...pack.table });
  await write(pack);
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
// literals and patterns only, where this means the same.
function inAscii(code) {
  return code.replace(/[^\0-\x7F]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

async function write({ path, source, script }) {
  await writeFile(path, source);
  await writeFile(path.replace(/\.cjs$/, '.v8'), script.createCachedData());
}

/** Runs the program with the functions of a table for its files. @returns the files that it loaded */
async function perform(runs, root, table) {
  const loaded = new Map();
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
  return [...loaded.keys()].map((id) => id.slice(2));
}

if (process.argv[1] === self) await keep(JSON.parse(process.argv[2]));
