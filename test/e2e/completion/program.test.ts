import { afterAll, describe, expect, it, test } from 'vitest';
import { isoDay } from '../harness/midday.ts';
import { forgetPeople, newPerson } from '../journal/person.ts';
import { runProgram } from '../process.ts';
import { isAscii } from '../support/text.ts';

// After all of them: they run at the same time, and one would take the home of another away.
afterAll(forgetPeople);

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'];

async function answer(words: readonly string[]): Promise<string[]> {
  const { code, stdout, stderr } = await runProgram(['__complete', '--', ...words]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout.split('\n').filter(Boolean);
}

const values = (lines: readonly string[]) => lines.map((line) => line.split('\t')[0]!);

async function helpPage(...topic: string[]): Promise<string> {
  return (await runProgram(['help', ...topic])).stdout;
}

function section(page: string, title: string): string[] {
  const body = page.split(`\n${title}:\n`)[1]?.split('\n\n')[0] ?? '';
  return [...body.matchAll(/^ {2}(?:-\w, )?(\S+)/gm)].map(([, word]) => word!);
}

const listed = section(await helpPage(), 'Commands');
const commands = values(await answer([''])).filter((name) => name !== 'help');

describe.concurrent('the program completes whatever is on its help pages', () => {
  test('all commands', async () => {
    expect(commands.filter((name) => listed.includes(name))).toEqual(listed);
    expect(commands).toEqual(expect.arrayContaining(['contrast', 'completion']));
    expect(values(await answer(['']))).toEqual([...commands, 'help']);
    expect(values(await answer(['help', '']))).toEqual(expect.arrayContaining([...commands, 'exit-codes']));
  });

  test.each(commands)('%s: its options and its subcommands', async (command) => {
    const page = await helpPage(command);
    const options = section(page, 'Options');
    expect(options.length).toBeGreaterThan(5);
    expect(values(await answer([command, '--']))).toEqual(options);
    const subcommands = [...page.matchAll(new RegExp(`^  ${command} (\\w+)  +\\w`, 'gm'))].map(([, name]) => name!);
    expect(values(await answer(['help', command, '']))).toEqual(subcommands);
    expect(values(await answer([command, ''])).slice(0, subcommands.length)).toEqual(subcommands);
  });

  test('there are such subcommands', async () => {
    expect(values(await answer(['help', 'log', '']))).toEqual(expect.arrayContaining(['list', 'show', 'export']));
  });

  test('each line says what it means', async () => {
    const lines = (await Promise.all([[''], ['log', ''], ['stretch', ''], ['guide', '']].map(answer))).flat();
    expect(lines.length).toBeGreaterThan(40);
    expect(lines.filter((line) => !/^[\w-]+\t\S/.test(line))).toEqual([]);
  });
});

describe.concurrent('what is offered', () => {
  it.each<[string[], string[]]>([
    [['completion', ''], SHELLS],
    [
      ['log', 'export', '--format', ''],
      ['json', 'csv', 'md'],
    ],
    [
      ['report', '--format='],
      ['--format=html', '--format=pdf', '--format=text', '--format=fhir'],
    ],
    [
      ['config', 'set', 'motion', ''],
      ['on', 'off'],
    ],
    [['config', 'set', 'ice-minutes', ''], []],
    [['log', 'import', ''], [':files']],
    [['triage', '--answers', ''], [':files']],
    [['nonsense', ''], []],
    [['constructor', ''], []],
    [['help', 'help', ''], []],
  ])('%j', async (words, expected) => {
    expect(values(await answer(words))).toEqual(expected);
  });

  it('names of stretches and routines, passages, settings, countries', async () => {
    const lists = [
      ['stretch', ''],
      ['guide', ''],
      ['config', 'set', ''],
      ['triage', '--country', ''],
    ].map(answer);
    const [stretches, passages, settings, countries] = (await Promise.all(lists)).map(values);
    expect(stretches).toEqual(expect.arrayContaining(['cat-cow', 'press-ups']));
    expect(passages).toEqual(expect.arrayContaining(['first-aid', 'rice-ice']));
    expect(settings).toEqual(expect.arrayContaining(['country', 'sound']));
    expect(countries).toEqual(expect.arrayContaining(['GB', 'DE']));
  });

  it('the twenty newest entries, the newest first', async () => {
    const anna = newPerson();
    const days = Array.from({ length: 21 }, (_, at) => 21 - at);
    const table = ['at,pain', ...days.map((day) => `${isoDay(day)} 12:00,${day % 11}`)].join('\n');
    await anna.does(['log', 'import', '-'], { input: table });
    const lines = (await anna.does(['__complete', '--', 'log', 'show', ''])).trimEnd().split('\n');
    expect(lines.map((line) => line.replace(/.*: pain /, ''))).toEqual(
      days
        .toReversed()
        .slice(0, 20)
        .map((day) => String(day % 11)),
    );
  });

  it('a word that is not begun can be left out by who cannot pass an empty one', async () => {
    for (const asked of [
      ['--next', '--', 'completion'],
      ['--next', 'completion'],
    ]) {
      const { stdout } = await runProgram(['__complete', ...asked]);
      expect(values(stdout.trimEnd().split('\n'))).toEqual(SHELLS);
    }
  });

  it.each([[[]], [['--']], [['x']], [['--next']]])('whatever is asked, nothing is said but that: %j', async (asked) => {
    const { code, stderr } = await runProgram(['__complete', ...asked]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

describe.concurrent('unspasm completion', () => {
  it.each(SHELLS)('writes an ASCII script for %s', async (shell) => {
    const { code, stdout } = await runProgram(['completion', shell]);
    expect(code).toBe(0);
    expect(stdout).toContain('__complete');
    expect(isAscii(stdout)).toBe(true);
  });

  it('says which shells there are', async () => {
    const { code, stdout, stderr } = await runProgram(['completion', 'zhs']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(
      'unspasm: there is no completion script for "zhs" (did you mean "zsh"?)\n  use one of these: bash, zsh, fish, powershell\n',
    );
  });

  it('says how to install each, in lines that can be copied', async () => {
    const page = await helpPage('completion');
    for (const shell of ['Bash', 'Zsh', 'fish', 'PowerShell']) expect(page).toContain(shell);
    expect(page).toContain('\n  unspasm completion fish > ~/.config/fish/completions/unspasm.fish\n');
  });
});
