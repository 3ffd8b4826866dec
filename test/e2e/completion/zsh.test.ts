import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Variables } from '../harness/environment.ts';
import { forgetPeople, newPerson, type Person } from '../journal/person.ts';
import { runProgram } from '../process.ts';
import { closeTerminals, startTerminal, type Terminal } from '../terminal.ts';
import { EVIL, ifInstalled, installed, isInstalled } from './shell.ts';

const KILL_LINE = '\u0015';
const SOURCED = 'script="$(unspasm completion zsh)"; eval "$script"; eval "$script"';

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

/** A Zsh that knows how to complete; `setup` is typed into it. */
async function startZsh(setup: string): Promise<Terminal> {
  const command = ['zsh', '-f', '-i'] as const;
  const terminal = startTerminal([], { command, env: { ...env, PS1: '> ' }, cwd: anna.home, columns: 100 });
  await terminal.waitFor(/^>$/m);
  terminal.type(`autoload -Uz compinit; ${setup}; clear\n`);
  await terminal.waitFor(/^>$/, 15_000);
  return terminal;
}

describe.skipIf(!isInstalled('zsh'))(`in Zsh${ifInstalled('zsh')}`, () => {
  it('the script is good Zsh', async () => {
    const command = ['bash', '-c', 'unspasm completion zsh | zsh -n'] as const;
    expect(await runProgram([], { command, env })).toMatchObject({ code: 0, stdout: '', stderr: '' });
  });

  it('the Tab key completes what is typed, and files where there is a file to be named', async () => {
    writeFileSync(join(anna.home, 'my answers.json'), '{}');
    const terminal = await startZsh(`compinit -u; ${SOURCED}`);
    for (const [typed, wanted] of [
      ['unspasm tri', /unspasm triage$/m],
      ['unspasm log list --kind pai', /--kind pain$/m],
      ['unspasm log list --kind=pai', /--kind=pain$/m],
      ['unspasm log --area lower,le', /--area lower,left-leg$/m],
      ['unspasm log "$(touch PWNED) --json" --tri', /--trigger$/m],
      ['unspasm triage --answers my', /--answers my\\ answers.json$/m],
      ['unspasm triage --answers=my', /--answers=my\\ answers.json$/m],
    ] as const) {
      terminal.type(`${KILL_LINE}${typed}\t`);
      await terminal.waitFor(wanted);
    }
    expect(existsSync(join(anna.home, 'PWNED'))).toBe(false);
  });

  it('entries are listed with what they say, the newest first; nothing of it is run', async () => {
    const id = await anna.logs('6', EVIL);
    const newest = await anna.logs('3');
    mkdirSync(join(anna.home, 'functions'));
    // Found by its name in a folder of functions, as a package installs it.
    writeFileSync(join(anna.home, 'functions', '_unspasm'), await anna.does(['completion', 'zsh']));
    // Ids are random: where two begin alike, the first Tab would add what they share, and list nothing.
    const terminal = await startZsh('unsetopt list_ambiguous; fpath=(~/functions $fpath); compinit -u');
    terminal.type('unspasm log show \t');
    await terminal.waitFor(
      new RegExp(`^${newest} +-- .+pain 3\n${id} +-- .+pain 6; "\\$\\(touch PWNED\\) \`touch`, 'm'),
    );
    expect(existsSync(join(anna.home, 'PWNED'))).toBe(false);
  });
});
