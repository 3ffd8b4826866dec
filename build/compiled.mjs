// Keeps what V8 makes of the files of dist/, so that a start needn't make it again: bin/unspasm.cjs hands it back to V8,
// and on another Node does without. What usual commands run is in it whole; of the rest, what runs when it is loaded.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import Module, { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Script } from 'node:vm';

const require = createRequire(import.meta.url);

/** What is run while V8 is watched. */
const usual = (root) => [
  ['help'],
  ['rest'],
  ['status'],
  ['guide', 'rice-ice'],
  ['faq', 'should I use a cold pack'],
  ['log', '6'],
  ['log', '6', 'a note'],
  ['log', '3', 'numb between the legs since Friday'],
  ['log', 'list'],
  ['today'],
  ['triage', '--answers', join(root, 'bench', 'answers.json')],
];

/** Writes the folder of the Node that runs this. @param root the folder of the package, which is built */
export async function keepCompiled(root) {
  const home = await mkdtemp(join(tmpdir(), 'unspasm-build-'));
  // In a process of its own, which knows nothing of whose computer this is.
  const env = { HOME: home, USERPROFILE: home, LOCALAPPDATA: home, UNSPASM_DATA_DIR: home };
  try {
    await promisify(execFile)(process.execPath, [fileURLToPath(import.meta.url), root], { env });
  } finally {
    await rm(home, { recursive: true });
  }
}

async function keep(root) {
  const dist = join(root, 'dist');
  const folder = join(dist, 'compiled', [process.versions.node, process.platform, process.arch].join('-'));
  const scripts = new Map();
  for (const name of (await readdir(dist)).filter((one) => one.endsWith('.cjs'))) {
    const file = join(dist, name);
    scripts.set(file, new Script(Module.wrap(await readFile(file, 'utf8')), { filename: file }));
  }
  const { main } = loader(scripts)(join(dist, 'main.cjs'));
  for (const args of usual(root)) {
    const code = await main(args, root);
    if (code !== 0) throw new Error(`unspasm ${args.join(' ')}: exit code ${code}`);
  }
  // The launcher takes a folder of that name to be complete.
  const unfinished = `${folder}.unfinished`;
  await mkdir(unfinished, { recursive: true });
  for (const [file, script] of scripts) await writeFile(join(unfinished, basename(file)), script.createCachedData());
  await rename(unfinished, folder);
}

function loader(scripts) {
  const loaded = new Map();
  return function load(file) {
    if (loaded.has(file)) return loaded.get(file).exports;
    const module = { exports: {} };
    loaded.set(file, module);
    const folder = dirname(file);
    const requireFrom = (id) => (id.startsWith('.') ? load(join(folder, id)) : require(id));
    scripts.get(file).runInThisContext().call(module.exports, module.exports, requireFrom, module, file, folder);
    return module.exports;
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await keep(process.argv[2]);
