import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cleanEnvironment, makeHome, removeHome } from '../harness/environment.ts';
import { nodeScript } from '../harness/scripts.ts';
import { runProgram } from '../process.ts';
import { SteppedClock } from '../support/clock.ts';

let home = '';
let clock: SteppedClock;

beforeEach(() => {
  home = makeHome();
  clock = new SteppedClock(join(home, 'clock'));
});

afterEach(() => {
  clock.close();
  removeHome(home);
});

/** Runs a script by the stepped clock. */
function run(script: string) {
  return runProgram([], { command: nodeScript(script), env: clock.env });
}

describe('the stepped clock', () => {
  it('fires what is due, in its order, and what that sets going before the next', async () => {
    const running = run(`
      const begun = Date.now();
      const say = (what) => console.log(what, Date.now() - begun, new Date().getTime() - begun);
      setTimeout(() => say('late'), 3000);
      setTimeout((what) => { say(what); Promise.resolve().then(() => say('then')); setTimeout(() => say('new'), 500); }, 1000, 'early');
      clearTimeout(setTimeout(() => say('never'), 10));
      const every = setInterval(() => { say('every'); if (Date.now() - begun >= 2400) clearInterval(every); }, 1200);
    `);
    await clock.tick(2999);
    await clock.tick(1);
    const { stdout, code } = await running;
    expect(stdout).toBe(
      'early 1000 1000\nthen 1000 1000\nevery 1200 1200\nnew 1500 1500\nevery 2400 2400\nlate 3000 3000\n',
    );
    expect(code).toBe(0);
  });

  it('counts by itself while the computer is asleep; timers come late', async () => {
    const running = run(`
      const begun = Date.now();
      setTimeout(() => console.log(Date.now() - begun), 1000);
    `);
    await clock.tick(400);
    await clock.sleep(60_000);
    await clock.tick(600);
    expect((await running).stdout).toBe('61000\n');
  });

  it('heeds what came from outside', async () => {
    const script = `
      process.once('SIGUSR2', () => setTimeout(() => console.log('still'), 100));
      setTimeout(() => {}, 1000);
    `;
    const child = spawn(process.execPath, ['-e', script], { env: cleanEnvironment(home, clock.env) });
    await clock.tick(1);
    await clock.key(() => void child.kill('SIGUSR2'));
    await clock.tick(1000);
    expect(await text(child.stdout)).toBe('still\n');
  });

  it('keeps no program alive, but a timer that waits does', async () => {
    const idle = await run('setTimeout(() => {}, 1000).unref()');
    expect(idle.code).toBe(0);
  });

  it('is not there without its variable', async () => {
    const { UNSPASM_STEPPED_CLOCK: _path, ...env } = clock.env;
    const script = 'setTimeout(() => console.log(Date.name, setTimeout.name), 1)';
    const { stdout } = await runProgram([], { command: nodeScript(script), env });
    expect(stdout).toBe('Date setTimeout\n');
  });
});
