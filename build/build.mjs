// Bundles src/ into dist/, one chunk per command, and writes what can be known before the program runs:
// the help pages, the manual page, the search index, the sounds, what is learned from examples, and the licences of the
// packages inside the bundle.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { chunkGroups } from './chunks.mjs';
import { keepCompiled } from './compiled.mjs';
import { writeFonts } from './fonts.mjs';
import { learned } from './learned.mjs';
import { licencesOf } from './licences.mjs';
import { plugins } from './plugins.mjs';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

/**
 * Bundles one entry to CommonJS, which starts faster than ES modules.
 * @param options more for rolldown's output
 * @returns the files it holds
 */
async function bundle(entry, folder, options = {}) {
  const build = await rolldown({
    input: join(root, entry),
    platform: 'node',
    plugins,
    // Lets chunks share what the entry holds, instead of a file more to open.
    preserveEntrySignatures: 'allow-extension',
  });
  const { output } = await build.write({
    dir: folder,
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    minify: true,
    keepNames: true,
    ...options,
  });
  await build.close();
  return output.flatMap((chunk) => chunk.moduleIds ?? []);
}

/** The file that an entry is bundled to. */
function bundled(entry) {
  return `${basename(entry, '.ts')}.cjs`;
}

/**
 * Writes files of dist/ with what a part of src/ makes at build time.
 * @param make gets that part's exports, and gives what each file holds
 */
async function writeMade(entry, make) {
  const folder = join(root, 'node_modules', '.cache', `unspasm-${basename(entry, '.ts')}`);
  await bundle(entry, folder);
  const made = await make(await import(pathToFileURL(join(folder, bundled(entry)))));
  for (const [file, content] of Object.entries(made)) {
    await mkdir(dirname(join(dist, file)), { recursive: true });
    await writeFile(join(dist, file), content);
  }
  await rm(folder, { recursive: true });
}

async function makeHelp({ pagesFor, manFor }) {
  const { version } = await readJson(join(root, 'package.json'));
  const { SOURCE_DATE_EPOCH: seconds } = process.env;
  const date = seconds ? new Date(Number(seconds) * 1000) : new Date();
  const data = join(root, 'data');
  return {
    'help.txt': await pagesFor(data),
    'unspasm.1': await manFor(data, { version, date: date.toISOString().slice(0, 10) }),
  };
}

async function makeSearchIndex({ buildIndex }) {
  const guide = join(root, 'data', 'guide');
  const chapters = await Promise.all((await readdir(guide)).map((file) => readJson(join(guide, file))));
  const content = await readJson(join(root, 'data', 'search.json'));
  const { scores, ...others } = buildIndex(chapters, content, await readLines(QUESTIONS));
  return { 'search.json': JSON.stringify(others), 'search.txt': scores };
}

const QUESTIONS = join(root, 'data', 'examples', 'questions.jsonl');
const NOTES = join(root, 'data', 'examples', 'notes.jsonl');

/** The sounds of sessions, as files that players take. */
function makeSounds({ TONES, toneWav }) {
  return Object.fromEntries(Object.keys(TONES).map((kind) => [join('sounds', `${kind}.wav`), toneWav(kind)]));
}

/** Writes what is learned from examples: to tell warning signs, and to answer questions. */
async function writeLearned() {
  const cache = join(root, 'node_modules', '.cache', 'unspasm-learned');
  const settings = join(root, 'data', 'understanding.json');
  const learn = async (name, entry, learner, examples) => {
    const folder = join(cache, name);
    await bundle(entry, folder);
    const task = { code: join(folder, bundled(entry)), learner, examples, settings };
    await writeFile(join(dist, `${name}.model`), await learned(task, cache));
  };
  await Promise.all([
    learn('signs', 'src/understanding/core/learn-signs.ts', 'learnSigns', [NOTES, QUESTIONS]),
    learn('questions', 'src/guide/search/learn-questions.ts', 'learnQuestions', [QUESTIONS]),
  ]);
}

/** Takes out of the source maps what nobody needs who reports a fault: the sources' texts, and maps of packages alone. */
async function trimSourceMaps() {
  for (const name of (await readdir(dist)).filter((one) => one.endsWith('.map'))) {
    const file = join(dist, name);
    const { sourcesContent: _, ...map } = await readJson(file);
    if (map.sources.some((source) => source.startsWith('../src/'))) await writeFile(file, JSON.stringify(map));
    else await rm(file);
  }
}

async function readJson(file) {
  return JSON.parse(await readFile(file, 'utf8'));
}

async function readLines(file) {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line));
}

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
const modules = await bundle('src/main.ts', dist, {
  // Leads from a place in a chunk to a line of the source.
  sourcemap: true,
  codeSplitting: { includeDependenciesRecursively: false, groups: chunkGroups(join(root, 'src')) },
});
// A bundle of its own, so that help and version need one small file and nothing of the program.
await bundle('src/app/print-page.ts', dist, { sourcemap: true });
await trimSourceMaps();
await writeMade('src/help/build-help.ts', makeHelp);
await writeMade('src/guide/search/learn-questions.ts', makeSearchIndex);
await writeMade('src/system/tone.ts', makeSounds);
await writeLearned();
await keepCompiled(root);
const fonts = await writeFonts(root);
await writeFile(join(root, 'THIRD-PARTY-LICENSES.txt'), await licencesOf([...modules, ...fonts]));
