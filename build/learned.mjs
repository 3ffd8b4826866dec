// Learns from examples, each in a thread of its own; what hasn't changed isn't learned again.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

/**
 * @param task `code`: the file of the learner, `learner`: its name there, `examples`: files of lines, `settings`: a file
 * @param cache the folder that keeps what was learned before
 * @returns the bytes of the model
 */
export async function learned({ code, learner, examples, settings }, cache) {
  const hash = createHash('sha256').update(learner);
  for (const file of [code, ...examples, settings]) hash.update(readFileSync(file));
  const kept = join(cache, `${hash.digest('hex').slice(0, 20)}.model`);
  if (existsSync(kept)) return readFileSync(kept);
  const bytes = await inThread({ code, learner, examples, settings });
  mkdirSync(cache, { recursive: true });
  // Another build may be at it as well: a file is there whole, or not at all.
  writeFileSync(`${kept}.${process.pid}`, bytes);
  renameSync(`${kept}.${process.pid}`, kept);
  return bytes;
}

function inThread(task) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: task });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

function readLines(file) {
  return JSON.parse(`[${readFileSync(file, 'utf8').trim().split('\n').join(',')}]`);
}

if (!isMainThread && workerData?.learner) {
  const { code, learner, examples, settings } = workerData;
  const learn = createRequire(import.meta.url)(code)[learner];
  const model = learn(...examples.map(readLines), JSON.parse(readFileSync(settings, 'utf8')));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
  parentPort.postMessage(model);
}
