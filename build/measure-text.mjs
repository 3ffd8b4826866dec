// Measures how well texts are understood: bundles test/understanding/measure.ts, which Node can't read as it is, and runs it.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '..');
// Beside its sources, since it finds its files from there.
const file = join(root, 'test', 'understanding', 'measure.bundle.mjs');
const build = await rolldown({ input: join(root, 'test', 'understanding', 'measure.ts'), platform: 'node' });
await build.write({ file, format: 'esm', codeSplitting: false });
try {
  await import(pathToFileURL(file).href);
} finally {
  await rm(file);
}
