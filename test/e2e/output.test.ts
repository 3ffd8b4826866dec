import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { builtProgram, cleanEnvironment, makeHome, removeHome } from './harness/environment.ts';
import { runProgram } from './process.ts';
import { ORDINARY_ANSWERS } from './support/triage.ts';
import { runInShell } from './support/programs.ts';
import { isAscii } from './support/text.ts';

const NOT_WRITTEN =
  "unspasm: the output couldn't be written (ENOSPC)\n  check that the disk has room, and that the output is still open\n";

const ANSWERS = JSON.stringify(ORDINARY_ANSWERS);
const EMERGENCY = '{"signs":["fever"]}';
const EVERYTHING = [
  ['guide'],
  ['rest'],
  ['medicines', '--print'],
  ['triage', '--questions'],
  ['--help'],
  ['--version'],
];

/** Runs the program with an output whose reader is gone before anything is written. */
async function runUnread(args: string[], input = ''): Promise<{ code: unknown; stderr: string }> {
  const home = makeHome();
  const [file, ...first] = builtProgram;
  const child = spawn(file, [...first, ...args], { env: cleanEnvironment(home) });
  child.stdout.destroy();
  let stderr = '';
  child.stderr.on('data', (data) => (stderr += data));
  child.stdin.on('error', () => {}).end(input);
  const [code] = await once(child, 'close');
  removeHome(home);
  return { code, stderr };
}

describe.concurrent('an output that nobody reads any more', () => {
  test.for([...EVERYTHING, ['guide', '--json'], ['medicines', '--json'], []])(
    '%j ends silently with exit code 0',
    async (args) => {
      expect(await runUnread(args)).toEqual({ code: 0, stderr: '' });
    },
  );

  test('a result that was decided from answers ends silently, too', async () => {
    expect(await runUnread(['triage', '--answers', '-'], ANSWERS)).toEqual({ code: 0, stderr: '' });
    expect(await runUnread(['triage', '--answers', '-', '--json'], ANSWERS)).toEqual({ code: 0, stderr: '' });
  });

  test.for(['unspasm guide --json | head -1', 'unspasm guide | head -1', 'unspasm --help | true'])(
    '%s ends silently with exit code 0',
    async (line) => {
      const { code, stderr } = await runInShell(`${line}; exit "\${PIPESTATUS[0]}"`);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    },
  );
});

describe.concurrent('an output that is named as a file', () => {
  test.for(['log export', 'report --format fhir'])('%s gives a pipe nothing but the document', async (command) => {
    const { stdout, stderr } = await runInShell(`unspasm ${command} --output /dev/stdout | cat`);
    expect(() => JSON.parse(stdout) as unknown).not.toThrow();
    expect(stderr).toMatch(/^Written: \/dev\/stdout\n/);
  });

  test.for(['log export', 'report --format fhir'])(
    '%s says on standard output which file it wrote',
    async (command) => {
      const { stdout } = await runInShell(`cd "$HOME" && unspasm ${command} --output out.json`);
      expect(stdout).toMatch(/^Written: out\.json\n/);
    },
  );
});

describe.concurrent('an output that takes nothing', () => {
  test.for(EVERYTHING)('%j is told with exit code 1', async (args) => {
    const { code, stderr } = await runInShell(`unspasm ${args.join(' ')} >/dev/full`);
    expect({ code, stderr }).toEqual({ code: 1, stderr: NOT_WRITTEN });
  });

  test('a result is told with exit code 1', async () => {
    const { code, stderr } = await runInShell('unspasm triage --answers - >/dev/full', { input: ANSWERS });
    expect({ code, stderr }).toEqual({ code: 1, stderr: NOT_WRITTEN });
  });
});

describe.concurrent('a standard error that takes nothing', () => {
  test.for(['2>/dev/full', '2>&-'])('leaves the exit code of the error as it is: %s', async (to) => {
    const { code, stdout } = await runInShell(`unspasm moonlight ${to}`);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

describe.concurrent('an output to /dev/null', () => {
  test('is no terminal: the bare command shows its help there and asks nothing', async () => {
    const { code, stderr } = await runInShell('unspasm >/dev/null');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

describe.concurrent('where no more than ASCII can be shown', () => {
  const commands: [string, string[], string][] = [
    ['the chapters', ['guide'], ''],
    ['a passage with its sources', ['guide', 'rice-heat', '--sources'], ''],
    ['the positions', ['rest'], ''],
    ['the medicines', ['medicines', '--print'], ''],
    ['a plan', ['triage', '--answers', '-'], ANSWERS],
    ['an emergency', ['triage', '--answers', '-', '--country', 'GB'], EMERGENCY],
    ['the questions', ['triage', '--questions'], ''],
  ];

  test.for(commands)('%s: 7-bit with LANG=C, and with --ascii', async ([, args, input]) => {
    const outcomes = await Promise.all([
      runProgram(args, { input, env: { LANG: 'C' } }),
      runProgram([...args, '--ascii'], { input }),
    ]);
    for (const { code, stdout, stderr } of outcomes) {
      expect({ code, isAscii: isAscii(stdout + stderr) }).toEqual({ code: 0, isAscii: true });
    }
  });

  test.for([{ LC_ALL: 'POSIX' }, { LANG: undefined }])('without a locale: %j', async (env) => {
    const { stdout } = await runProgram(['triage', '--answers', '-'], { input: EMERGENCY, env });
    expect(stdout).toContain('EMERGENCY DEPARTMENT');
    expect(isAscii(stdout)).toBe(true);
  });

  test('each chapter of the guide, with its sources', async () => {
    const { stdout } = await runProgram(['guide', '--json']);
    const { chapters } = JSON.parse(stdout) as { chapters: { id: string }[] };
    const pages = await Promise.all(
      chapters.map(({ id }) => runProgram(['guide', id, '--sources'], { env: { LANG: 'C' } })),
    );
    expect(chapters.filter((_, at) => !isAscii(pages[at]!.stdout))).toEqual([]);
  });

  test('an error', async () => {
    const { stderr } = await runProgram(['triage', '--answers', '-'], { input: '{}', env: { LANG: 'C' } });
    expect(stderr).toMatch(/"signs" is missing/);
    expect(isAscii(stderr)).toBe(true);
  });

  test('a degree sign is spelt out, not dropped', async () => {
    const { stdout } = await runProgram(['triage', '--answers', '-'], { input: EMERGENCY, env: { LANG: 'C' } });
    expect(stdout).toContain('38 degrees C');
  });
});

describe.concurrent.each(['/sys', '/dev/null'])('a home that cannot be written: %s', (HOME) => {
  test.for(EVERYTHING)('%j works all the same', async (args) => {
    const { code, stdout, stderr } = await runProgram(args, { env: { HOME } });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toBe('');
  });

  test('a triage works all the same, and says at most that it was not kept', async () => {
    const args = ['triage', '--answers', '-'];
    const { code, stdout, stderr } = await runProgram(args, { env: { HOME }, input: ANSWERS });
    const { stdout: elsewhere } = await runProgram(args, { input: ANSWERS });
    expect({ code, stdout }).toEqual({ code: 0, stdout: elsewhere });
    expect(stderr).toMatch(/^(?:unspasm: this result wasn't saved [^\n]*\n)?$/);
  });
});
