import { afterEach, describe, expect, it } from 'vitest';
import { askTmux } from '../../src/system/tmux.ts';
import { fakeComputer } from './fake-programs.ts';
import { removeFolders } from './places.ts';

afterEach(removeFolders);

/** What tmux answers: `printf` of a shell knows tabs. */
const answers = (line: string) => `echo "$*" >> "$LOG"; printf '${line}\\n'`;

describe.skipIf(process.platform === 'win32')('what tmux says about its terminal', () => {
  it.each([
    ['0', false],
    ['off', false],
    ['1', true],
    ['on', true],
    ['all', true],
    // Before version 3.3.
    ['', true],
  ])('has whether it passes codes on: "%s"', async (passthrough, passesCodes) => {
    const { env } = fakeComputer({ tmux: answers(`${passthrough}\\txterm-kitty\\tkitty(0.36.4)`) });
    const known = await askTmux({ ...env, TMUX_PANE: '%3' });
    expect(known).toEqual({ passesCodes, term: 'xterm-kitty', version: 'kitty(0.36.4)' });
  });

  it('is asked for the pane that we run in', async () => {
    const { env, log } = fakeComputer({ tmux: answers('1\\t\\t') });
    await askTmux({ ...env, TMUX_PANE: '%3' });
    expect(log()[0]).toMatch(/^display-message -p -t %3 /);
  });

  it('is nothing where it fails, isn’t installed or names no pane', async () => {
    const { env } = fakeComputer({ tmux: 'echo nothing; exit 1' });
    expect(await askTmux({ ...env, TMUX_PANE: '%3' })).toBeUndefined();
    expect(await askTmux(env)).toBeUndefined();
    expect(await askTmux({ PATH: '', TMUX_PANE: '%3' })).toBeUndefined();
  });
});
