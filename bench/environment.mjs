import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Runs `work` with the environment for all processes of a measurement, and a
 * home of their own that is gone afterwards.
 *
 * It is built up from nothing because of what it must not hold: NODE_OPTIONS,
 * and NODE_EXTRA_CA_CERTS, which alone can double the start of Node 20 and so
 * hides what the program adds to it.
 * @template T
 * @param {(env: Record<string, string>) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withEnvironment(work) {
  const home = mkdtempSync(join(tmpdir(), 'unspasm-bench-'));
  const { PATH = '' } = process.env;
  try {
    return await work({ PATH, HOME: home, TERM: 'xterm-256color', LANG: 'en_US.UTF-8', TZ: 'UTC' });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
