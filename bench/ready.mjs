import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const therapies = fileURLToPath(new URL('../data/therapies.json', import.meta.url));

/**
 * Makes a home in which a session begins at once: what is asked only once was answered, and no
 * session was cut off.
 * @param {string} home
 */
export function readyForSessions(home) {
  const state = join(home, '.local', 'state', 'unspasm');
  const config = join(home, '.config', 'unspasm');
  for (const folder of [state, config]) mkdirSync(folder, { recursive: true });
  rmSync(join(state, 'sessions'), { recursive: true, force: true });
  writeFileSync(join(config, 'config.json'), JSON.stringify({ speech: false, figures: 'dots', sound: false }));
  const answers = JSON.parse(readFileSync(therapies, 'utf8')).therapies.map(({ id, cautions }) => {
    const asked = [...(cautions?.avoid ?? []), ...(cautions?.ask ?? [])].map((one) => one.id);
    return [id, { asked, marked: [], at: Date.now() }];
  });
  writeFileSync(join(state, 'cautions.json'), JSON.stringify(Object.fromEntries(answers)));
}
