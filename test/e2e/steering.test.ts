import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Runtime } from '../../src/runtime.ts';
import { wallClock } from '../../src/runtime.ts';
import type { StandardOutput } from '../../src/system/streams.ts';
import { wrap } from '../../src/text/wrap.ts';
import { entry } from '../journal/lines.ts';
import { foreignText, steeringIn } from '../terminal/steering.ts';
import { forgetPeople, newPerson, type Person } from './journal/person.ts';
import { closeTerminals } from './terminal.ts';
import { tries } from '../tries.ts';

afterEach(async () => {
  await closeTerminals();
  forgetPeople();
});

/** What our own style writes: bold, dim, underlined, inverse, red, magenta, cyan, and the end of each. */
const COLOURS = [1, 2, 4, 7, 22, 24, 27, 31, 35, 36, 39];

const WINDOW = { columns: 80, rows: 24 };

/**
 * Finds a line that reads as if the program had said it, though it stands in a text of somebody else's. It isn't forged
 * where we broke the line ourselves: chance can fill the line before it, so that these words had no room left there.
 */
function forgedIn(written: string): string | undefined {
  const lines = stripVTControlCharacters(written).split('\n');
  return lines.find((line, at) => line.startsWith('unspasm: all is well') && !isFull(lines[at - 1] ?? ''));
}

function isFull(line: string): boolean {
  return wrap(`${line} unspasm:`, WINDOW.columns).length > 1;
}

/** Everything at once; each test also takes some that chance brings. */
const WORST =
  'x\nunspasm: all is well\u001B[31mred\u001B[0m\u001B]0;title\u0007\u009B2J\u202Eexe\u2066\u200F\u2028\u007F\u0085\uD800\r\u001B[6n';

interface Attack {
  readonly args: readonly string[];
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** It writes a document, in which lines are whatever they are. */
  readonly isDocument?: true;
}

/** Somebody in whose journal, names of files and settings stands such a text. */
function attacked(text: string): Person {
  const person = newPerson({ UNSPASM_COUNTRY: withoutZero(text) });
  const fields = { note: text, medicine: text, areas: [text], triggers: [text], helped: [text], dev: text, tz: text };
  const lines = [
    entry('2026-11-20T10:00:00+00:00', { pain: 5, ...fields }),
    entry('2026-11-20T11:00:00+00:00', { kind: 'session', therapy: text, ended: text, form: text, hurt: [text] }),
    entry('2026-11-20T12:00:00+00:00', { kind: 'triage', level: text, signs: [text], unsure: [text] }),
  ];
  person.keeps(['garbage', ...lines], nameOf(text));
  mkdirSync(dirname(person.settings), { recursive: true });
  writeFileSync(person.settings, JSON.stringify({ country: text, 'ice-minutes': text, [text]: text }));
  writeFileSync(
    join(person.home, 'table.csv'),
    `at,pain,note,${text.replace(/[,"\n\r]/g, '')}\n2026-11-20,99${text}\n`,
  );
  writeFileSync(join(person.home, 'answers.json'), JSON.stringify({ signs: [text], [text]: text, age: text }));
  writeFileSync(join(person.home, 'broken.json'), `{"signs": [${text}`);
  return person;
}

function attacks(text: string, home: string): Attack[] {
  const typed = withoutZero(text) || 'x';
  const quoted = typed.startsWith('-') ? `x${typed}` : typed;
  return [
    { args: ['log', 'list', '--all'] },
    { args: ['log', 'list', '--all', '--json'] },
    { args: ['log', 'list', '--search', typed] },
    { args: ['log', 'check'] },
    { args: ['log', 'export', '--format', 'csv'], isDocument: true },
    { args: ['log', 'export', '--format', 'json'], isDocument: true },
    { args: ['log', 'export', '--format', 'md'], isDocument: true },
    { args: ['log', 'stats', '--from', '2026-11-01', '--to', '2026-11-25'] },
    { args: ['log', 'stats', '--last', typed, '--debug'] },
    { args: ['log', 'import', join(home, 'table.csv')] },
    { args: ['log', 'import', quoted] },
    { args: ['log', 'show', quoted] },
    { args: ['log', '5', 'note', quoted, '--at', typed] },
    { args: ['log', '5', '--note', '-'], input: text },
    { args: ['report', '--output', '-', '--format', 'fhir'], isDocument: true },
    { args: ['report', '--output', '-', '--all'], isDocument: true },
    { args: ['report', '--output', join(home, nameOf(text), 'x.html')] },
    { args: ['today'] },
    { args: ['status'] },
    { args: ['config'] },
    { args: ['config', 'path'], env: { XDG_CONFIG_HOME: `/tmp/${nameOf(text)}` } },
    { args: ['config', 'get', quoted] },
    { args: ['config', 'set', 'country', quoted, '--json'] },
    { args: ['config', 'path', '--json'], env: { XDG_CONFIG_HOME: `/tmp/${nameOf(text)}` } },
    { args: ['faq', quoted] },
    { args: ['faq', quoted, '--json'] },
    { args: ['faq', '-'], input: `ice ${text}\n` },
    { args: ['faq', '-', '--json'], input: `ice ${text}\n` },
    { args: ['guide', quoted] },
    { args: ['help', quoted] },
    { args: ['triage', '--answers', join(home, 'answers.json')] },
    { args: ['triage', '--answers', join(home, 'broken.json'), '--debug'] },
    { args: ['triage', '--answers', '-', '--json'], input: JSON.stringify({ signs: ['severe-injury', text] }) },
    { args: ['completion', quoted] },
    { args: ['stretch', quoted] },
    { args: [quoted] },
    { args: [`--${quoted}`] },
    { args: ['__complete', '--', 'log', 'show', ''] },
  ];
}

// No argument, name or variable may hold one.
function withoutZero(text: string): string {
  return text.replaceAll('\0', '');
}

// Some disks take no longer names, and none takes a slash or half a letter.
function nameOf(text: string): string {
  return `n${withoutZero(text)
    .replace(/[/\p{Surrogate}]/gu, '')

    .slice(0, 80)}`;
}

describe('nothing that somebody else wrote steers a terminal', () => {
  const worst = attacks(WORST, '').map((attack, at): [string, number] => [
    attack.args[0]!.replaceAll(/[^\w-]/g, '_'),
    at,
  ]);

  it.each(worst)('%s, attack %i', async (_, at) => {
    const person = attacked(WORST);
    const attack = attacks(WORST, person.home)[at]!;
    const { stdout, stderr } = await runHere(person, attack, true);
    expect(steeringIn(stdout + stderr, COLOURS)).toBeUndefined();
    expect(stdout + stderr).not.toContain('\u001B[31mred');
    expect((stdout + stderr).length).toBeGreaterThan(1);
    expect(forgedIn(attack.isDocument ? stderr : stdout + stderr)).toBeUndefined();
  });

  it('wherever the lines of a text are broken', async () => {
    // One of these fills a line so far that the name of the program has no room on it.
    for (let length = 0; length < WINDOW.columns; length += 'unspasm'.length) {
      const input = `${'x'.repeat(length)}\nunspasm: all is well`;
      const { stdout, stderr } = await runHere(newPerson(), { args: ['log', '5', '--note', '-'], input }, true, 'GB');
      expect(stdout.replaceAll(/\s+/g, ' ')).toContain('unspasm: all is well');
      expect(forgedIn(stdout + stderr), `${length}`).toBeUndefined();
    }
    for (const text of ['unspasm: all is well', 'x\nunspasm: all is well', `${'x'.repeat(71)}\nunspasm: all is well`])
      expect(forgedIn(text)).toBeDefined();
  });

  it('nor do texts that chance brings', async () => {
    await fc.assert(
      fc.asyncProperty(foreignText, fc.nat(), async (text, which) => {
        const person = attacked(text);
        const all = attacks(text, person.home);
        const attack = all[which % all.length]!;
        const { stdout, stderr } = await runHere(person, attack, true, text);
        forgetPeople();
        expect(steeringIn(stdout + stderr, COLOURS), attack.args.join(' ')).toBeUndefined();
        expect(forgedIn(attack.isDocument ? stderr : stdout + stderr), attack.args.join(' ')).toBeUndefined();
      }),
      tries(120),
    );
  });

  it.each([{ LANG: 'C' }, { LANG: 'de_DE.ISO-8859-1' }, { LANG: 'C.UTF-8', ascii: true }])(
    'nor do bytes of letters that it doesn’t know: %o',
    async ({ LANG, ascii }) => {
      // In Latin-1 the second byte of these begins a command or a text that is one.
      const text = 'Ý0;title Û2J Ü Ð';
      for (const { args, ...attack } of attacks(text, '')) {
        const person = attacked(text);
        const typed = args.map((arg) => (arg.startsWith('/') ? person.home + arg : arg));
        // The scripts of shells ask without options.
        if (ascii && args[0] === '__complete') continue;
        const inAscii = { args: [...typed, ...(ascii ? ['--ascii'] : [])], ...attack };
        const { stdout, stderr } = await runHere(person, { ...inAscii, env: { LANG, ...attack.env } }, true, text);
        expect(stdout + stderr, args.join(' ')).toMatch(/^[\n\x1B\x20-\x7E\t]*$/);
        expect(steeringIn(stdout + stderr, COLOURS)).toBeUndefined();
      }
    },
  );

  it('through a real one', async () => {
    const person = attacked(WORST);
    const terminal = person.startTerminal(['log', 'check'], { cwd: person.home });
    await terminal.exited();
    expect(terminal.output()).toContain('title');
    expect(steeringIn(terminal.output().replaceAll('\r\n', '\n'), COLOURS)).toBeUndefined();
  });

  it.skipIf(process.platform === 'win32')('whose name is given as that of a file', async () => {
    for (const format of ['json', 'csv', 'md']) {
      const person = attacked(WORST);
      const args = ['log', 'export', '--format', format, '--output', '/dev/tty', '--no-color'];
      const terminal = person.startTerminal(args, { cwd: person.home, ownProcess: true });
      expect(await terminal.exited()).toMatchObject({ code: 0 });
      expect(terminal.output()).toContain('title');
      expect(steeringIn(terminal.output().replaceAll('\r\n', '\n'))).toBeUndefined();
    }
  });
});

describe('in a pipe', () => {
  it('lines for people are as harmless', async () => {
    for (const args of [['log', 'list'], ['log', 'check'], ['config'], ['faq', WORST], ['help', WORST], [WORST]]) {
      const { stdout, stderr } = await runHere(attacked(WORST), { args }, false);
      expect(steeringIn(stdout + stderr), args[0]).toBeUndefined();
      expect(forgedIn(stdout + stderr)).toBeUndefined();
    }
  });

  it('documents are as they are', async () => {
    const steers = '\u001B]0;title\u0007\u009B2J\u202Eexe';
    const csv = await runHere(attacked(WORST), { args: ['log', 'export', '--format', 'csv'] }, false);
    expect(csv.stdout).toContain(steers);
    const json = await runHere(attacked(WORST), { args: ['log', 'list', '--json'] }, false);
    expect(JSON.parse(json.stdout)).toMatchObject({ entries: [{}, {}, { note: WORST }] });
    expect(json.stdout).toContain('\u009B2J\u202Eexe');
  });
});

const ROOT = join(import.meta.dirname, '..', '..');
const { main } = createRequire(import.meta.url)(join(ROOT, 'dist', 'main.cjs')) as {
  readonly main: (args: readonly string[], root: string, runtime: Runtime) => Promise<number>;
};

/** Runs the built program in this process, with what it writes on terminals or in pipes. */
async function runHere(person: Person, { args, input = '', env }: Attack, isTerminal: boolean, country = WORST) {
  const written = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr'): StandardOutput => ({
    isTerminal,
    text: (text) => void (written[name] += text),
    stream: { isTTY: true, ...WINDOW } as StandardOutput['stream'],
  });
  const stdin = { isTerminal: false, stream: undefined as never, readAll: () => input };
  const home = { HOME: person.home, TZ: 'UTC', LANG: 'C.UTF-8', TERM: 'xterm', UNSPASM_NO_INPUT: '1' };
  await main(args, ROOT, {
    env: { ...home, UNSPASM_COUNTRY: withoutZero(country), ...env },
    platform: process.platform,
    clock: { ...wallClock, now: () => Date.parse('2026-11-25T12:00:00Z') },
    elapsed: () => 0,
    stdin,
    stdout: output('stdout'),
    stderr: output('stderr'),
    onExitSignal: () => () => {},
  });
  return written;
}
