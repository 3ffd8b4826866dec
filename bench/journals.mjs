import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const DEVICE = 'benchdev';
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BEGIN = Date.UTC(2024, 0, 1);
const MINUTE_MS = 60_000;
/** Lines are written in pieces: all of a long journal wouldn't fit into one text. */
const AT_ONCE = 10_000;

/**
 * Makes a journal of some entries, and returns the environment in which the
 * program takes it for its own.
 * @param {string} home
 * @param {number} entries
 * @param {number} [apartMinutes] how far apart they lie
 * @param {{ begin?: number, hasNotes?: boolean }} [options] when the first one was; whether each has a note
 * @returns {Record<string, string>}
 */
export function makeJournal(home, entries, apartMinutes = 13, { begin = BEGIN, hasNotes = true } = {}) {
  const data = join(home, `data-${entries}-${apartMinutes}`);
  const state = join(home, `state-${entries}-${apartMinutes}`);
  mkdirSync(join(data, 'journal'), { recursive: true });
  mkdirSync(join(state, 'unspasm', 'backups', new Date().toISOString().replace(/[:.]/g, '-')), { recursive: true });
  writeFileSync(join(state, 'unspasm', 'device.json'), JSON.stringify({ id: DEVICE, host: hostname() }));
  const file = join(data, 'journal', `${DEVICE}.jsonl`);
  writeFileSync(file, '');
  for (let from = 0; from < entries; from += AT_ONCE) {
    const lines = Array.from({ length: Math.min(AT_ONCE, entries - from) }, (_, at) =>
      line(from + at, begin + (from + at) * apartMinutes * MINUTE_MS, hasNotes),
    );
    appendFileSync(file, lines.map((text) => `${text}\n`).join(''));
  }
  return { UNSPASM_DATA_DIR: data, XDG_STATE_HOME: state };
}

function line(at, time, hasNote) {
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
    ...(hasNote && { note: `entry number ${at}, of a length that notes often have` }),
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
