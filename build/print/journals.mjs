// Journals to make reports of: made up, the same at each run.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Writes a journal of some days, up to today. @returns the environment in which it is the program's own */
export function writeJournal(home, days, lineOf) {
  const folder = join(home, `${days}`, 'journal');
  mkdirSync(folder, { recursive: true });
  const random = numbersFrom(days);
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const dates = Array.from({ length: days }, (_, at) => today - (days - 1 - at) * DAY_MS);
  const lines = dates.flatMap((day, at) =>
    lineOf(at / days, random).map((fields, nth) => line(day + nth * HOUR_MS, fields, random)),
  );
  writeFileSync(join(folder, 'printer1.jsonl'), lines.map((one) => `${JSON.stringify(one)}\n`).join(''));
  return { UNSPASM_DATA_DIR: join(home, `${days}`), XDG_STATE_HOME: join(home, 'state'), TZ: 'UTC' };
}

/** What somebody whose pain gets better writes on a day, from 0 (the first) to 1 (the last). */
export function ordinaryDay(share, random) {
  if (random() < 0.12) return [];
  const pain = Math.max(0, Math.min(10, Math.round(7 - 5 * share + random() * 3 - 1.5)));
  const trigger = random() < 0.3 ? ['sitting'] : random() < 0.2 ? ['lifting'] : undefined;
  return [
    {
      kind: 'pain',
      pain,
      areas: random() < 0.8 ? ['lower'] : ['lower', 'left-leg'],
      triggers: trigger,
      limited: random() < 0.2,
    },
    ...(random() < 0.4
      ? [{ kind: 'session', therapy: 'ice', minutes: 15, painBefore: pain, painAfter: Math.max(0, pain - 1) }]
      : []),
    ...(random() < 0.2 ? [{ kind: 'medicine', medicine: 'ibuprofen' }] : []),
    ...(random() < 0.3 ? [stretching(random)] : []),
    ...(random() < 0.2 ? [{ kind: 'exercise', activity: 'swim', minutes: 30 }] : []),
    ...(random() < 0.15 ? [{ kind: 'peg', peg: [pain, pain, Math.max(0, pain - 1)] }] : []),
    ...(random() < 0.05
      ? [{ kind: 'triage', level: 'urgent', signs: ['cough-strain'], unsure: ['fever'], notAsked: [] }]
      : []),
  ];
}

function stretching(random) {
  const hurt = random() < 0.1 ? { hurt: ['cat-cow'], ended: 'hurt' } : { ended: 'done' };
  return {
    kind: 'session',
    therapy: 'stretch',
    minutes: 8,
    planned: 8,
    stretches: ['knee-to-chest', 'cat-cow'],
    ...hurt,
  };
}

/** What breaks pages: long words, long notes, much of everything, markup. */
export function hostileDay(_share, random) {
  const long = 'x'.repeat(300);
  const nth = Math.floor(random() * 300);
  return [
    {
      kind: 'pain',
      pain: 10,
      areas: [`area${nth % 30}${long}`],
      triggers: [`trigger${nth}${long}`],
      note: '<script>alert(1)</script> '.repeat(2500),
    },
    { kind: 'session', therapy: `therapy${nth}${long}`, minutes: 15, painBefore: 10, painAfter: 10, hurt: [long] },
    { kind: 'medicine', medicine: `medicine${nth} ${long}` },
    {
      kind: 'triage',
      level: 'emergency',
      signs: Array.from({ length: 40 }, (_, at) => `sign${at}${long}`),
      unsure: [long],
      notAsked: [long],
    },
    { kind: 'note', note: 'y', signs: [long, long] },
  ];
}

function line(time, fields, random) {
  const id = ulid(time, random);
  const at = new Date(time).toISOString().replace('.000Z', '+00:00');
  return { v: 1, op: 'put', id, rev: id, dev: 'printer1', at, ...fields };
}

function ulid(time, random) {
  const digits = Array.from({ length: 10 }, (_, place) => LETTERS[Math.floor(time / 32 ** (9 - place)) % 32]);
  return digits.join('') + Array.from({ length: 16 }, () => LETTERS[Math.floor(random() * 32)]).join('');
}

function numbersFrom(seed) {
  let state = seed + 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
