// Measures how well texts are understood, or fits its settings: bundles test/understanding/measure.ts or fit.ts, which Node
// can't read as they are, and runs it. The name is its only argument; without one it measures.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '..');
const name = process.argv[2] ?? 'measure';
// Beside its sources, since it finds its files from there.
const file = join(root, 'test', 'understanding', `${name}.bundle.mjs`);
const build = await rolldown({ input: join(root, 'test', 'understanding', `${name}.ts`), platform: 'node' });
await build.write({ file, format: 'esm', codeSplitting: false });
try {
  await import(pathToFileURL(file).href);
} finally {
  await rm(file);
}
