// Bundles src/ into dist/, a chunk a command, and writes what can be known before the program runs:
// the help pages, the search index and the licences of the packages inside the bundle.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { licencesOf } from './licences.mjs';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

/** Bundles one entry to CommonJS, which starts faster than ES modules. Resolves to the files it holds. */
async function bundle(entry, folder, options = {}) {
  const build = await rolldown({
    input: join(root, entry),
    platform: 'node',
    plugins: [withoutChildProcess],
    // Lets chunks share what the entry holds, instead of a file more to open.
    preserveEntrySignatures: 'allow-extension',
    ...options,
  });
  const { output } = await build.write({
    dir: folder,
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    minify: true,
    keepNames: true,
    sourcemap: false,
  });
  await build.close();
  return output.flatMap((chunk) => chunk.moduleIds ?? []);
}

// Commander loads `child_process` for subcommands that are programs of their own. There are none
// here, and loading it costs a tenth of a Node start.
const withoutChildProcess = {
  name: 'without-child-process',
  resolveId: (id, importer) =>
    /^(node:)?child_process$/.test(id) && importer?.includes('commander') ? '\0no-child-process' : null,
  load: (id) => (id === '\0no-child-process' ? 'export default {};' : null),
};

async function writeHelp() {
  const folder = join(root, 'node_modules', '.cache', 'unspasm-help');
  await bundle('src/help/build.ts', folder);
  const { pagesFor } = await import(pathToFileURL(join(folder, 'build.cjs')));
  await writeFile(join(dist, 'help.json'), JSON.stringify(await pagesFor(join(root, 'data'))));
  await rm(folder, { recursive: true });
}

async function writeSearchIndex() {
  const folder = join(root, 'node_modules', '.cache', 'unspasm-search');
  await bundle('src/search/build.ts', folder);
  const { buildIndex } = await import(pathToFileURL(join(folder, 'build.cjs')));
  const guide = join(root, 'data', 'guide');
  const chapters = await Promise.all((await readdir(guide)).map((file) => readJson(join(guide, file))));
  const index = buildIndex(chapters, await readJson(join(root, 'data', 'search.json')));
  await writeFile(join(dist, 'search.json'), JSON.stringify(index));
  await rm(folder, { recursive: true });
}

async function readJson(file) {
  return JSON.parse(await readFile(file, 'utf8'));
}

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
const modules = await bundle('src/main.ts', dist);
await writeHelp();
await writeSearchIndex();
await writeFile(join(root, 'THIRD-PARTY-LICENSES.txt'), await licencesOf(modules));
