import { hostname } from 'node:os';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Variables } from '../e2e/harness/environment.ts';
import { entry, fileText } from '../journal/lines.ts';
import type { Dice } from './dice.ts';

const GOOD = [entry('2026-01-05T10:00:00+00:00'), entry('2026-01-06T10:00:00+00:00', { kind: 'note', note: 'a walk' })];
/** Lines that no run may lose. */
export const KEPT = fileText(GOOD);

const GARBAGE = [
  '',
  '\n\n',
  '{',
  'null\n',
  '[]\n',
  '0\n',
  '"x"\n',
  '\u0000\u0000\u0000\n',
  '{"v":1}\n',
  '{"v":99,"op":"put"}\n',
  '{"__proto__":{"v":1}}\n',
  '<<<<<<< HEAD\n',
  '\uFEFF',
  `{"v":1,"op":"put","id":"a","rev":"b","dev":"c","kind":"pain","at":"2026-01-05T10:00:00Z","pain":1e308}\n`,
  `{"v":1,"op":"put","id":"a","rev":"c","dev":"c","kind":"triage","at":"2026-01-05T10:00:00Z","level":"joy","signs":["\\u001b[2J"]}\n`,
  `{"v":1,"op":"put","id":"b","rev":"c","dev":"c","kind":"triage","at":"2026-11-24T10:00:00Z","level":"ambulance","signs":["new"],"unsure":["newer"],"answers":{"age":"x","onset":7}}\n`,
  `{"v":1,"op":"put","id":"a","rev":"d","dev":"c","kind":"session","at":"0000-01-01T00:00:00Z","therapy":"ice","minutes":-5,"painBefore":99}\n`,
  `${'['.repeat(5000)}\n`,
  'ÿþ\u00FF'.repeat(100),
  `{"speech":${'9'.repeat(400)}}`,
  '{"country":["x"]}',
  '{"sound":"loud","glyphs":"ascii"}',
];
/** Bytes that are no UTF-8. */
const INVALID = Buffer.of(0xff, 0xfe, 0xc3, 0x28, 0x0a);
const FILES = [
  '.local/share/unspasm/journal/other123.jsonl',
  '.local/share/unspasm/journal/laptop22.sync-conflict-1.jsonl',
  '.config/unspasm/config.json',
  '.local/state/unspasm/device.json',
  '.local/state/unspasm/cautions.json',
  '.local/state/unspasm/offers.json',
  '.local/state/unspasm/sessions/1.json',
  '.local/state/unspasm/backups',
];
// A HOME that is empty or relative means the system's, which is no place for this.
const VARIABLES: Readonly<Record<string, readonly (string | undefined)[]>> = {
  HOME: ['/dev/null', '/proc/nowhere'],
  TERM: ['dumb', '', undefined, 'xterm'],
  NO_COLOR: ['1', ''],
  FORCE_COLOR: ['0', '3', 'x', ''],
  COLUMNS: ['0', '1', '20', '99999', 'wide'],
  TZ: ['Pacific/Apia', 'Nowhere/Land', '', 'UTC-99'],
  LANG: ['C', 'de_DE.UTF-8', '', 'x'],
  UNSPASM_COUNTRY: ['GB', 'XX', '', 'germany'],
  UNSPASM_ACCESSIBLE: ['1', 'no'],
  UNSPASM_NO_INPUT: ['1'],
  UNSPASM_DATA_DIR: ['', 'relative', '/dev/null/x', '/proc/nowhere'],
  XDG_STATE_HOME: ['/dev/null', 'relative', ''],
  SSH_TTY: ['/dev/pts/9'],
};

/** Fills a home with a journal, and now and then with what a crash, a sync tool or a hand leaves. */
export function fillHome(dice: Dice, home: string): void {
  // What a crash tore stands behind the good lines of one's own file.
  const torn = dice.oneIn(3) ? dice.pick(GARBAGE) : '';
  put(
    join(home, '.local/share/unspasm/journal/laptop22.jsonl'),
    Buffer.concat([Buffer.from(KEPT + torn), dice.oneIn(8) ? INVALID : Buffer.of()]),
  );
  put(join(home, '.local/state/unspasm/device.json'), JSON.stringify({ id: 'laptop22', host: hostname() }));
  for (const file of dice.some(2, () => dice.pick(FILES))) {
    if (dice.oneIn(6)) put(join(home, file, 'a file in a folder'), '');
    else put(join(home, file), dice.pick(GARBAGE) + dice.pick(GARBAGE));
  }
}

/** Settings of the environment, some of them odd. */
export function variables(dice: Dice): Variables {
  const names = dice.some(2, () => dice.pick(Object.keys(VARIABLES)));
  return Object.fromEntries(names.map((name) => [name, dice.pick(VARIABLES[name]!)]));
}

function put(file: string, text: string | Buffer): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch {
    // A folder may stand there already.
  }
}
