import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LoadedCommand } from '../../src/app/command.ts';
import { manPage } from '../../src/help/man/page.ts';
import { unpackPages } from '../../src/help/packed-pages.ts';
import { HELP_TOPICS } from '../../src/help/topics.ts';
import { placesOf } from '../../src/system/paths.ts';

const BUILT = join(import.meta.dirname, '../../dist');
const source = readFileSync(join(BUILT, 'unspasm.1'), 'utf8');
const pages = unpackPages(readFileSync(join(BUILT, 'help.txt'), 'utf8'));
const plain = unescaped(source);

function unescaped(text: string): string {
  const signs: Record<string, string> = {
    e: '\\',
    '&': '',
    '-': '-',
    '(aq': "'",
    '(dq': '"',
    '(ga': '`',
    '(ha': '^',
    '(ti': '~',
  };
  return text
    .replace(/\\\[u([0-9A-F]+)\]/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/\\(e|&|-|\(..)/g, (_, sign: string) => signs[sign]!);
}

describe('the manual page', () => {
  test('has the sections of manual pages', () => {
    const titles = [...source.matchAll(/^\.SH "(.+)"$/gm)].map(([, title]) => title);
    expect(titles).toEqual([
      'NAME',
      'SYNOPSIS',
      'DESCRIPTION',
      'OPTIONS',
      'COMMANDS',
      'EXIT STATUS',
      'ENVIRONMENT',
      'FILES',
      'EXAMPLES',
      'YOUR OWN STRETCHES AND ROUTINES',
      'YOUR SHELL, TMUX AND STATUS BARS',
      'A COMMAND OF YOUR OWN THAT SESSIONS RUN',
      'IMPORTING FROM OTHER APPS',
      'ACCESSIBILITY',
      'SEE ALSO',
    ]);
  });

  test('has every command, option and example of the help pages', () => {
    const topics = new Set(['unspasm', ...Object.keys(HELP_TOPICS)]);
    const commands = Object.keys(pages).filter((name) => !topics.has(name));
    expect(commands).toEqual(expect.arrayContaining(['triage', 'ice', 'log list', 'completion']));
    for (const name of commands) {
      expect(plain).toMatch(new RegExp(`^\\.SS "unspasm ${name}[ "]`, 'm'));
      const options = [...pages[name]!.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option]) => option!);
      expect(options.filter((option) => !new RegExp(`^\\.B "${option}[ "]`, 'm').test(plain))).toEqual([]);
    }
  });

  test('names the files where they are', () => {
    const places = Object.values(placesOf({ HOME: '/home/anna' }, 'linux'));
    for (const place of places) expect(plain).toContain(`.B "${place.replace('/home/anna', '~')}`);
  });

  test('is named in package.json, and published', () => {
    const { man, files } = JSON.parse(readFileSync(join(BUILT, '../package.json'), 'utf8')) as Record<string, unknown>;
    // A text alone is passed over by npm.
    expect(man).toEqual(['./dist/unspasm.1']);
    expect(files).toContain('dist');
  });
});

const hasMan = spawnSync('man', ['--version']).status === 0;
const hasMandoc = spawnSync('sh', ['-c', 'command -v mandoc']).status === 0;

/** Shows a page as man does. Groff writes what it has against it to standard error. */
function show(text: string, locale = 'C.UTF-8') {
  const folder = mkdtempSync(join(tmpdir(), 'unspasm-man-'));
  try {
    const file = join(folder, 'unspasm.1');
    writeFileSync(file, text);
    const env = { PATH: process.env['PATH'], MANWIDTH: '400', LC_ALL: locale };
    const encoding = locale === 'C' ? 'ascii' : 'UTF-8';
    return spawnSync('man', ['-l', '--warnings', '-E', encoding, file], { env, encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true, maxRetries: 5 });
  }
}

describe.skipIf(!hasMan)(`shown by man${hasMan ? '' : ' (SKIPPED: MAN IS NOT INSTALLED)'}`, () => {
  test('it is clean', () => {
    const { status, stderr, stdout } = show(source);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('--answers <file>');
    expect(stdout).toContain(`echo '{"signs":["fever"]}' | unspasm triage --answers - --json`);
  });

  test('it is clean where there is nothing but ASCII, too', () => {
    expect(show(source, 'C')).toMatchObject({ status: 0, stderr: '' });
  });

  test.each(['.SH', "'br", '\\fBx', '-a --b', '"q" \'s `g` ^h ~t', 'ä … 😀', 'a\\b', '\\"', '%d \\n(.x', '...'])(
    'whatever stands in a command is shown as it is: %j',
    (text) => {
      const evil: LoadedCommand = {
        name: 'evil',
        subcommands: [],
        summary: text,
        description: [text],
        options: [{ flags: `--x ${text}`, description: text }],
        examples: [{ command: `unspasm ${text}`, does: text }],
        run: () => {},
      };
      const { stdout, stderr } = show(
        manPage([evil], { version: '1', date: '2026-11-24', safety: text, topics: HELP_TOPICS }),
      );
      expect(stderr).toBe('');
      // In the description, of the option twice, of the example twice, and what has to be known first.
      expect(stdout.split(text)).toHaveLength(7);
    },
  );
});

describe.skipIf(!hasMandoc)(`read by mandoc${hasMandoc ? '' : ' (SKIPPED: MANDOC IS NOT INSTALLED)'}`, () => {
  test('it is clean', () => {
    const { stdout, status } = spawnSync('mandoc', ['-T', 'lint'], { input: source, encoding: 'utf8' });
    expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
  });
});
