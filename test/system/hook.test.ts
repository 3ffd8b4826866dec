import { once } from 'node:events';
import { symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { runHook } from '../../src/system/hook.ts';
import { isAlive } from '../e2e/harness/process-state.ts';
import { toolPath } from '../e2e/harness/tools.ts';
import { fakeComputer, install, pause, runNode, until } from './fake-programs.ts';
import { makeFolder, removeFolders } from './places.ts';

afterEach(removeFolders);

const INPUT = '{"event":"alarm"}\n';

/** A computer with a shell. @param sleeps the script of `sleep`, by which the time limit is kept */
function computer(sleeps = `exec ${toolPath('sleep')} "$@"`) {
  const made = fakeComputer({});
  unlinkSync(join(made.folder, 'sleep'));
  install(made.folder, { sleep: `echo "limit $$" >> "$LOG"; ${sleeps}` });
  symlinkSync(toolPath('sh'), join(made.folder, 'sh'));
  const failures: string[] = [];
  const run = (command: string, more: Record<string, string> = {}) =>
    runHook({ command, input: INPUT, env: { ...made.env, ...more }, platform: 'linux' }, (why) => failures.push(why));
  /** What the command wrote. */
  const said = () => made.log().filter((line) => !line.startsWith('limit'));
  const limits = () => made.log().flatMap((line) => (line.startsWith('limit') ? line.slice('limit '.length) : []));
  return { ...made, run, said, limits, failures };
}

describe.skipIf(process.platform === 'win32')('a hook', () => {
  it('is a command as it is typed in a shell, and reads the document', async () => {
    const { run, said, failures } = computer();
    run(`read -r line; echo "$line" '&&' "a  b" >> "$LOG" && (echo "sub; shell" >> "$LOG")`);
    await until(() => said().length === 2);
    expect(said()).toEqual(['{"event":"alarm"} && a  b', 'sub; shell']);
    await pause(50);
    expect(failures).toEqual([]);
  });

  it('is run by the shell of the user', async () => {
    const { run, said, folder } = computer();
    install(folder, { fish: 'echo "$1 $2" >> "$LOG"' });
    run('lamp on', { SHELL: join(folder, 'fish') });
    await until(() => said().length === 1);
    expect(said()).toEqual(['-c lamp on']);
  });

  it.each(['', 'fish', '/nowhere/at/all'])('is run by sh where SHELL is "%s"', async (shell) => {
    const { run, said } = computer();
    run('echo here >> "$LOG"', { SHELL: shell });
    await until(() => said().length === 1);
  });

  it('needs no shell that reads all of the document', async () => {
    const { run, said, failures } = computer();
    run('exec <&-; echo done >> "$LOG"');
    await until(() => said().length === 1);
    await pause(50);
    expect(failures).toEqual([]);
  });

  it('leaves no process when it has ended', async () => {
    const { run, limits, failures } = computer(`exec ${toolPath('sleep')} 600`);
    run('while [ ! -s "$LOG" ]; do :; done; exit 3');
    await until(() => failures.length === 1);
    expect(failures).toEqual(['exit code 3']);
    await until(() => !limits().some(isAlive));
  });

  it.each([
    ['that doesn’t exist', 'no-such-command-here', 'exit code 127'],
    ['that is no command', 'if', 'exit code 2'],
    ['that is ended', 'kill $$', 'exit code 143'],
  ])('%s has failed', async (_, command, why) => {
    const { run, failures } = computer();
    run(command);
    await until(() => failures.length > 0);
    expect(failures).toEqual([why]);
  });

  it('has failed where no shell can be started', async () => {
    const failures: string[] = [];
    const env = { PATH: makeFolder(), SHELL: '' };
    install(env.PATH, { sh: '#!/nowhere/at/all' });
    runHook({ command: 'true', input: INPUT, env, platform: 'linux' }, (why) => failures.push(why));
    await until(() => failures.length > 0);
    expect(failures).toEqual(["its shell can't be started"]);
  });

  const HANGS = `echo $$ >> "$LOG"; ${toolPath('sleep')} 600 & echo $! >> "$LOG"; wait`;
  /** The time limit is over when the file is there. */
  const UNTIL_GO = `echo "of $1" >> "$LOG"; while [ ! -e "$LOG.go" ]; do ${toolPath('sleep')} 0.02; done`;

  it('is killed after 30 seconds, with all that it has started', async () => {
    const { run, said, failures, env } = computer(UNTIL_GO);
    run(HANGS);
    await until(() => said().length === 3);
    expect(said()).toContain('of 30');
    const pids = said().filter((line) => line !== 'of 30');
    expect(pids.every(isAlive)).toBe(true);
    writeFileSync(`${env['LOG']}.go`, '');
    await until(() => !pids.some(isAlive));
    await until(() => failures.length > 0);
    expect(failures).toEqual(['it took longer than 30 seconds']);
  });

  it('is neither waited for nor left behind for ever by a process that ends before it', async () => {
    const { env, said } = computer(UNTIL_GO);
    const hook = JSON.stringify({ command: HANGS, input: INPUT, platform: 'linux' });
    const starter = await runNode('hook.ts', `edge.runHook({ ...${hook}, env }, () => {});`, env);
    expect(await once(starter, 'exit')).toEqual([0, null]);
    await until(() => said().length === 3);
    const pids = said().filter((line) => line !== 'of 30');
    expect(pids.every(isAlive)).toBe(true);
    writeFileSync(`${env['LOG']}.go`, '');
    await until(() => !pids.some(isAlive));
  });
});
