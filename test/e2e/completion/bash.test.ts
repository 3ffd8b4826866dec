import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Variables } from '../harness/environment.ts';
import { forgetPeople, newPerson, type Person } from '../journal/person.ts';
import { runProgram } from '../process.ts';
import { closeTerminals, startTerminal } from '../terminal.ts';
import { EVIL, installed, writeScript } from './shell.ts';

let anna: Person;
let env: Variables;

beforeEach(() => {
  anna = newPerson();
  env = installed(anna);
});

afterEach(async () => {
  await closeTerminals();
  forgetPeople();
});

const SOURCED = 'script="$(unspasm completion bash)"; eval "$script"; eval "$script"';
const TAB = 9;
const LIST = 63;

/** What Bash is given to complete with. @param words as Bash splits the line: at = and :, too */
async function completed(line: string, words: readonly string[], type = TAB): Promise<string[]> {
  const file = await writeScript(anna, 'bash');
  const script = `source ${file}; source ${file}
    COMP_LINE=$1 COMP_POINT=\${#1} COMP_TYPE=$2 COMP_WORDS=("\${@:3}") COMP_CWORD=$(($# - 3))
    _unspasm; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const command = ['bash', '--norc', '-c', script, 'bash', line, String(type), ...words] as const;
  const { code, stdout, stderr } = await runProgram([], { command, env, cwd: anna.home });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout.split('\n').filter(Boolean);
}

describe('in Bash', () => {
  it('the script is good Bash', async () => {
    const command = ['bash', '-c', 'unspasm completion bash | bash -n'] as const;
    expect(await runProgram([], { command, env })).toMatchObject({ code: 0, stdout: '', stderr: '' });
  });

  it.each<[string, string[], string[]]>([
    ['unspasm tri', ['unspasm', 'tri'], ['triage']],
    ['unspasm log s', ['unspasm', 'log', 's'], ['show', 'seen', 'split', 'stats']],
    ['unspasm log list --kind=p', ['unspasm', 'log', 'list', '--kind', '=', 'p'], ['pain', 'peg']],
    ['unspasm config set sound=', ['unspasm', 'config', 'set', 'sound', '='], []],
    ['unspasm ice --form=', ['unspasm', 'ice', '--form', '='], []],
    ['unspasm log --area lower,le', ['unspasm', 'log', '--area', 'lower,le'], ['lower,left-leg']],
    ['unspasm log --area=lower,le', ['unspasm', 'log', '--area', '=', 'lower,le'], ['lower,left-leg']],
    ['unspasm log --at 18:30 --are', ['unspasm', 'log', '--at', '18', ':', '30', '--are'], ['--area']],
    ['unspasm log 6 "a b" --are', ['unspasm', 'log', '6', '"a b"', '--are'], ['--area']],
    ['unspasm triage --answers ', ['unspasm', 'triage', '--answers', ''], []],
  ])('%j', async (line, words, expected) => {
    expect(await completed(line, words)).toEqual(expected);
  });

  it('what stands behind the cursor makes no difference', async () => {
    const script = `${SOURCED}
      COMP_LINE='unspasm triage --json' COMP_POINT=11 COMP_WORDS=(unspasm triage --json) COMP_CWORD=1
      _unspasm; echo "\${COMPREPLY[@]}"`;
    const { stdout } = await runProgram([], { command: ['bash', '--norc', '-c', script], env });
    expect(stdout).toBe('triage\n');
  });

  it('entries are offered by their ids, and listed with what they say; nothing of it is run', async () => {
    const id = await anna.logs('6', EVIL);
    const words = ['unspasm', 'log', 'show', ''];
    const newest = await anna.logs('3');
    expect(await completed('unspasm log show ', words)).toEqual([newest, id]);
    const listed = await completed('unspasm log show ', words, LIST);
    expect(listed[1]).toMatch(new RegExp(`^${id}  .+: pain 6; "\\$\\(touch PWNED\\) \`touch`));
    expect(existsSync(join(anna.home, 'PWNED'))).toBe(false);
  });

  it('nothing is offered, and nothing said, where the journal cannot be read', async () => {
    mkdirSync(join(anna.home, '.local', 'share', 'unspasm'), { recursive: true });
    writeFileSync(anna.journal, 'no folder');
    expect(await completed('unspasm log show ', ['unspasm', 'log', 'show', ''])).toEqual([]);
  });

  it('the Tab key completes, files where there is a file to be named', async () => {
    writeFileSync(join(anna.home, 'my answers.json'), '{}');
    const command = ['bash', '--norc', '--noprofile', '-i'] as const;
    const terminal = startTerminal([], { command, env: { ...env, PS1: '> ' }, cwd: anna.home });
    await terminal.waitFor(/^> $|^>$/m);
    terminal.type(`${SOURCED}; clear\n`);
    await terminal.waitFor(/^>$/);
    terminal.type('unspasm tri\t');
    await terminal.waitFor(/^> unspasm triage$/m);
    terminal.type('--ans\t');
    await terminal.waitFor(/triage --answers$/m);
    terminal.type('my\t');
    await terminal.waitFor('--answers my\\ answers.json');
    terminal.type('\u0015unspasm log list --kind=pa\t');
    await terminal.waitFor(/--kind=pain$/m);
    // A note is free text: no file stands for one.
    terminal.type('\u0015unspasm log --note my\t--ar\t');
    await terminal.waitFor(/--note my--ar$/m);
  });
});
