import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { isAlive } from '../e2e/harness/process-state.ts';
import { toolPath } from '../e2e/harness/tools.ts';
import { fakeComputer, install, runNode, until } from './fake-programs.ts';
import { removeFolders } from './places.ts';

afterEach(removeFolders);

/** Starts a program that is on the computer, and stays until it is killed. */
const STARTS = `edge.startBriefly({ program: env.PROGRAM, args: [], env, limitMs: 600_000 }, () => {});
  require('node:fs').appendFileSync(env.LOG, 'started\\n');`;
const STAYS = 'setInterval(() => {}, 60_000);';

const pidsIn = (log: readonly string[]) => log.flatMap((line) => /\d+$/.exec(line)?.[0] ?? []);

/** A computer on which a second is over when the test says so. */
function computer(program: string) {
  const made = fakeComputer({ program });
  const realSleep = toolPath('sleep');
  install(made.folder, {
    sh: `echo "guard $$" >> "$LOG"; exec ${toolPath('sh')} "$@"`,
    pause: `while [ ! -e "$LOG.second" ]; do ${realSleep} 0.02; done`,
  });
  const env: Readonly<Record<string, string>> = { ...made.env, PROGRAM: join(made.folder, 'program') };
  return { ...made, env };
}

describe.skipIf(process.platform === 'win32')('a program that was started by a process that is killed', () => {
  it('is killed as well where it hangs, and nothing else is left', async () => {
    const { env, lines, folder } = computer('echo "hangs $$" >> "$LOG"; exec pause');
    // Of ten seconds each is over at once.
    install(join(folder, 'quick'), { sleep: ':' });
    const quick = { ...env, PATH: `${join(folder, 'quick')}:${folder}` };
    const starter = await runNode('programs.ts', STARTS + STAYS, quick);
    const pids = pidsIn(await lines(3));
    expect(pids.every(isAlive)).toBe(true);
    starter.kill('SIGKILL');
    await once(starter, 'exit');
    await until(() => !pids.some(isAlive));
  });

  it('may finish where it ends in time, as the last words of a session do', async () => {
    const { env, lines, log, folder } = computer('echo "works $$" >> "$LOG"; pause; echo finished >> "$LOG"');
    install(join(folder, 'stepped'), { sleep: 'echo second >> "$LOG"; exec pause' });
    const stepped = { ...env, PATH: `${join(folder, 'stepped')}:${folder}` };
    const starter = await runNode('programs.ts', STARTS, stepped);
    expect(await once(starter, 'exit')).toEqual([0, null]);
    const pids = pidsIn(await lines(4));
    writeFileSync(`${env['LOG']}.second`, '');
    await until(() => log().includes('finished'));
    await until(() => !pids.some(isAlive));
  });

  it('that has ended leaves nothing to wait for', async () => {
    const { env, lines, log } = computer('echo "ends $$" >> "$LOG"');
    const starter = await runNode(
      'programs.ts',
      `edge.startBriefly({ program: env.PROGRAM, args: [], env }, () => process.exit());${STAYS}`,
      env,
    );
    await once(starter, 'exit');
    const guard = (await lines(2)).find((line) => line.startsWith('guard'))!.slice('guard '.length);
    await until(() => !isAlive(guard));
    expect(log()).toHaveLength(2);
  });
});
