import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { makeHome, removeHome } from './harness/environment.ts';
import { runProgram, type Outcome } from './process.ts';
import { runInShell, runLine, statedVersion } from './support/programs.ts';
import { isAscii, tooLong } from './support/text.ts';

const SOURCES = fileURLToPath(new URL('../../src/', import.meta.url));

/** The first words of the indented lines of a section. */
function entries(page: string, section: string, indent: RegExp): string[] {
  const [, body = ''] = page.split(`\n${section}:\n`);
  const lines = body.split('\n\n')[0]!.split('\n');
  return lines.filter((line) => indent.test(line)).map((line) => line.trim());
}

async function pageOf(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await runProgram(args);
  expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' });
  return stdout;
}

const root = await pageOf('--help');
const commands = entries(root, 'Commands', /^ {2}\w/).map((line) => line.split(/\s+/)[0]!);
const topics = entries(root, 'Help', /^ {2}help [a-z]/).map((line) => line.split(/\s+/)[1]!);
const pages = await Promise.all([...commands, ...topics].map((topic) => pageOf('help', topic)));
/** They run until they are stopped, answer those that do, or need a scheduler: tested in test/e2e/breaks and remind.test.ts. */
const ELSEWHERE = /^unspasm (?:breaks(?! status)|plan remind mon)/;
const examples = [...new Set([root, ...pages].flatMap((page) => entries(page, 'Examples', /^ {2}\S/)))];

/** What asks a person; of these, triage can be answered through a pipe. */
const ASKS = /^unspasm (?:triage(?! .*--(?:answers|questions))|log$)/;
/** What takes its time. */
const SESSION = /^unspasm (?:ice|heat|contrast|walk|stretch)/;
const OPENS = / --open\b/;
const isTriage = (line: string) => line.startsWith('unspasm triage');

test('there are commands, topics and examples to be tested', () => {
  expect(commands).toEqual(expect.arrayContaining(['triage', 'rest', 'medicines', 'guide']));
  expect(topics).toEqual(expect.arrayContaining(['environment', 'exit-codes', 'accessibility']));
  expect(examples.length).toBeGreaterThan(commands.length);
});

describe.concurrent('the root page', () => {
  test.for([
    ['-h'],
    ['help'],
    ['--help', '--json'],
    ['--no-color', '--help'],
    ['--help', '--nonsense'],
    ['help', 'unspasm'],
    [],
  ])('is what %j gives in a pipe', async (args) => {
    expect(await pageOf(...args)).toBe(root);
  });

  test('says what it is not, and what to do in an emergency', () => {
    const text = root.replace(/\s+/g, ' ');
    expect(text).toContain('not a diagnosis');
    expect(text).toContain('In an emergency, call for help first.');
  });
});

describe.concurrent.each(commands)('the page of %s', (command) => {
  test('is the same text however it is asked for', async () => {
    const page = await pageOf('help', command);
    const ways = [
      [command, '-h'],
      [command, '--help'],
      [command, '--help', '--json'],
      ['--help', command],
      ['-h', command],
      ['help', command, '--json'],
      [command, '--nonsense', '-h'],
    ];
    expect(await Promise.all(ways.map((args) => pageOf(...args)))).toEqual(ways.map(() => page));
  });

  test('has its usage and an example before its options', async () => {
    const page = await pageOf('help', command);
    expect(page).toMatch(new RegExp(`Usage: unspasm ${command}[^]*\nExamples:\n  \\S[^]*\nOptions:\n  -`));
  });
});

describe.concurrent('every page', () => {
  test('fits 80 columns', () => {
    expect([root, ...pages].flatMap((page) => tooLong(page.split('\n'), 80))).toEqual([]);
  });

  test('is ASCII, and ends with one line break', () => {
    expect([root, ...pages].filter((page) => !isAscii(page))).toEqual([]);
    expect([root, ...pages].filter((page) => !/[^\n]\n$/.test(page))).toEqual([]);
  });

  test('has no colour, even where colour is forced', async () => {
    const { stdout } = await runProgram(['help', 'triage'], { env: { FORCE_COLOR: '1' } });
    expect(stdout).not.toContain('\u001B');
  });

  test.for(['triage', 'environment'])('writes what it wrote at first: %s', async (topic) => {
    expect(await pageOf('help', topic)).toBe(pages[[...commands, ...topics].indexOf(topic)]);
  });
});

describe.concurrent('the examples', () => {
  test.for(examples.filter((line) => !ASKS.test(line) && !ELSEWHERE.test(line)))(
    '%s',
    async (line, { onTestFinished }) => {
      // Over ssh nothing is opened: not the browser of who runs the tests.
      const env = OPENS.test(line) ? { SSH_TTY: '/dev/pts/9' } : {};
      const home = makeHome();
      onTestFinished(() => removeHome(home));
      // What is taken back has to be there first.
      if (line.startsWith('unspasm log')) await runLine('unspasm log 5', env, home);
      const { code, stdout, stderr } = await runLine(line, env, home);
      // A session tells on standard error what somebody has to know who can't be asked.
      expect({ code, stderr: SESSION.test(line) || OPENS.test(line) ? '' : stderr }).toEqual({ code: 0, stderr: '' });
      expect(stderr).not.toMatch(/^\s+at .*:\d+|a bug in unspasm:|Warning:/m);
      expect(stdout).not.toBe('');
    },
  );

  test.for(examples.filter((line) => ASKS.test(line) && isTriage(line)))('%s (through a pipe)', async (line) => {
    const { code, stdout } = await runInShell(`echo 1 | ${line}`);
    expect(code).toBe(0);
    expect(stdout).toContain('CALL AN AMBULANCE NOW');
  });

  test('what is said to see also is there', async () => {
    const lines = [...new Set(pages.flatMap((page) => entries(page, 'See also', /^ {2}\S/)))];
    const outcomes = await Promise.all(lines.map((line) => runLine(line, {}, undefined, '1\n')));
    // Without a session, these say so.
    const isWithout = ({ code, stderr }: (typeof outcomes)[number]) =>
      code === 1 && stderr.includes('no session is in progress');
    expect(lines.filter((_, at) => outcomes[at]!.code !== 0 && !isWithout(outcomes[at]!))).toEqual([]);
  });
});

describe.concurrent('help environment', () => {
  test('names every variable that the sources read', async () => {
    const page = await pageOf('help', 'environment');
    const named = new Set(page.match(/\b[A-Z][A-Z0-9_]+\b/g));
    const read = variablesOf(SOURCES);
    expect(read.length).toBeGreaterThan(10);
    expect(read.filter((name) => !named.has(name))).toEqual([]);
  });
});

function variablesOf(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const code = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  const found = code.matchAll(/\benv\??\.?(?:\[['"](\w+)['"]\]|\.?([A-Z][A-Z0-9_]+)\b)/g);
  return [...new Set([...found].map(([, quoted, dotted]) => (quoted ?? dotted)!))];
}

describe.concurrent('the version', () => {
  test.for(['--version', '-V'])('is what %s gives, in one line', async (flag) => {
    expect(await pageOf(flag)).toBe(`${statedVersion()}\n`);
  });

  test('is given beside another option, too', async () => {
    expect(await pageOf('--no-color', '--version')).toBe(`${statedVersion()}\n`);
  });
});

describe.concurrent('what is not understood', () => {
  const refused: [string, string[], string][] = [
    ['a command', ['traige'], 'did you mean "triage"?'],
    ['a command, for help', ['traige', '--help'], 'did you mean "triage"?'],
    ['a topic', ['help', 'enviroment'], 'did you mean "environment"?'],
    ['an option', ['triage', '--contry', 'GB'], 'did you mean --country?'],
    ['an option of all commands', ['rest', '--no-colour'], 'did you mean --no-color?'],
    ['a passage', ['guide', 'rice-ise'], 'did you mean "rice-ice"?'],
    ['a chapter', ['guide', 'first-ad'], 'did you mean "first-aid"?'],
    ['an argument', ['rest', 'now'], 'too many arguments'],
    ['a second argument', ['guide', 'what', 'causes'], 'too many arguments'],
    ['a second topic', ['help', 'triage', 'rest'], 'help'],
    ['an option without its value', ['triage', '--answers'], '--answers <file>'],
    ['a word that is near to nothing', ['moonlight'], 'unknown command: "moonlight"'],
    ['a name that every object has', ['constructor'], 'unknown command: "constructor"'],
    ['such a name as a topic', ['help', 'constructor'], 'constructor'],
    ['such a name, for help', ['toString', '--help'], 'toString'],
    ['an empty word', [''], 'unknown command: ""'],
  ];

  test.for(refused)('%s is refused with exit code 2: %j', async ([, args, said]) => {
    const { code, stdout, stderr } = await runProgram(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
    expectNoTrace({ code, stdout, stderr, signal: null });
  });

  test('what was typed does not steer the terminal that is told of it', async () => {
    const evil = '\u001B]0;title\u0007\u001B[31m\u202E';
    const outcomes = await Promise.all([runProgram([evil]), runProgram(['guide', evil]), runProgram([`--${evil}`])]);
    for (const { stderr } of outcomes) expect(stderr).toMatch(/^unspasm: [ -~]+\n[ -~]+\n$/);
  });

  test('what is right is not said to be meant', async () => {
    const outcomes = await Promise.all([runProgram(['help', 'triage', 'rest']), runProgram(['help', 'help'])]);
    for (const { stderr } of outcomes) expect(stderr).not.toMatch(/"(\w+)" \(did you mean "\1"\?\)/);
  });
});

function expectNoTrace({ stderr }: Outcome): void {
  expect(stderr).toMatch(/^unspasm: /);
  expect(stderr).not.toMatch(/^\s+at .*:\d+/m);
  expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
}
