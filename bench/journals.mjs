import { mkdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const DEVICE = 'benchdev';
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BEGIN = Date.UTC(2024, 0, 1);
const MINUTE_MS = 60_000;

/**
 * Makes a journal of so many entries, and returns the environment in which the
 * program takes it for its own.
 * @param {string} home
 * @param {number} entries
 * @param {number} [apartMinutes] how far apart they lie
 * @returns {Record<string, string>}
 */
export function makeJournal(home, entries, apartMinutes = 13) {
  const data = join(home, `data-${entries}-${apartMinutes}`);
  const state = join(home, `state-${entries}-${apartMinutes}`);
  mkdirSync(join(data, 'journal'), { recursive: true });
  mkdirSync(join(state, 'unspasm', 'backups', new Date().toISOString().replace(/[:.]/g, '-')), { recursive: true });
  writeFileSync(join(state, 'unspasm', 'device.json'), JSON.stringify({ id: DEVICE, host: hostname() }));
  const lines = Array.from({ length: entries }, (_, at) => line(at, apartMinutes));
  writeFileSync(join(data, 'journal', `${DEVICE}.jsonl`), lines.map((text) => `${text}\n`).join(''));
  return { UNSPASM_DATA_DIR: data, XDG_STATE_HOME: state };
}

function line(at, apartMinutes) {
  const time = BEGIN + at * apartMinutes * MINUTE_MS;
  const id = ulid(time, at);
  const day = new Date(time).toISOString().slice(0, 19);
  return JSON.stringify({
    v: 1,
    op: 'put',
    id,
    rev: id,
    dev: DEVICE,
    kind: 'pain',
    at: `${day}+00:00`,
    pain: at % 11,
    areas: ['lower'],
    triggers: ['lifting'],
    note: `entry number ${at}, of a length that notes often have`,
    tz: 'Etc/UTC',
  });
}

function ulid(time, at) {
  return digits(time, 10) + digits(at, 16);
}

function digits(value, length) {
  const letter = (_, place) => LETTERS[Math.floor(value / 32 ** (length - 1 - place)) % 32];
  return Array.from({ length }, letter).join('');
}
