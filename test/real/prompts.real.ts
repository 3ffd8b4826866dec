import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect } from 'vitest';
import { toolPath } from '../e2e/harness/tools.ts';
import { type Someone, test } from '../e2e/session/person.ts';
import type { Terminal } from '../e2e/terminal.ts';
import { withPrograms } from './needs.ts';
import { cleanUp, tmuxSocket } from './processes.ts';

afterEach(cleanUp);

/** The icon of ice, and the time that is left of it. */
const LEFT = /❄\S* +\d+:\d\d/u;

interface Shown {
  /** The file of the home in which what `unspasm init` prints is pasted. */
  readonly file: string;
  readonly args: (home: string) => readonly string[];
  readonly env?: (home: string) => Readonly<Record<string, string>>;
  /** What stands before it in the file. */
  readonly before?: string;
}

const PLACES: Readonly<Record<string, Shown>> = {
  zsh: { file: '.zshrc', args: () => ['-i'], env: (home) => ({ ZDOTDIR: home }), before: "PROMPT='%% '\n" },
  fish: { file: '.config/fish/config.fish', args: () => ['-i'] },
  bash: { file: '.bashrc', args: (home) => ['--rcfile', join(home, '.bashrc'), '-i'], before: "PS1='$ '\n" },
  tmux: {
    file: '.tmux.conf',
    args: (home) => ['-S', tmuxSocket(home), '-f', join(home, '.tmux.conf'), 'new-session'],
  },
};

/** A shell, or tmux, with what `unspasm init` prints for it in its own file. */
async function sitBefore(anna: Someone, name: string): Promise<Terminal> {
  const { file, args, env = () => ({}), before = '' } = PLACES[name]!;
  // Completion is what the tests of the suite try.
  const snippet = (await anna.does(['init', name])).replace(/\n# What (?:the )?Tab[^]*$/, '\n');
  mkdirSync(dirname(join(anna.home, file)), { recursive: true });
  writeFileSync(join(anna.home, file), before + snippet);
  const variables = { PATH: process.env['PATH'], HOME: anna.home, SHELL: '/bin/sh', ...env(anna.home) };
  return anna.startTerminal([...args(anna.home)], { command: [toolPath(name)], env: variables, columns: 100 });
}

for (const name of Object.keys(PLACES)) {
  withPrograms([name], `the prompt of ${name}`, () => {
    test('shows what is left of a session in the background, and nothing without one', async ({ someone }) => {
      const anna = someone();
      await anna.starts(['ice', '--minutes', '10', '--no-keep-awake', '--quiet']);
      await anna.does(['done']);
      const terminal = await sitBefore(anna, name);
      try {
        await terminal.waitFor(LEFT);
        await anna.does(['stop']);
        terminal.type('clear\r');
        await expect.poll(() => LEFT.test(terminal.screen()), { timeout: 30_000, interval: 200 }).toBe(false);
      } finally {
        await terminal.close();
      }
    });
  });
}

// Debian doesn't have starship. It runs the command in its file with sh, as this does.
withPrograms(['sh'], 'a prompt like that of starship', () => {
  test('shows what is left of a session in the background, and nothing without one', async ({ someone }) => {
    const anna = someone();
    const [, command = ''] = /command = '''([^]*?)'''/.exec(await anna.does(['init', 'starship'])) ?? [];
    const env = { PATH: process.env['PATH'], HOME: anna.home };
    const prompt = () => execFileSync(toolPath('sh'), ['-c', command], { env, encoding: 'utf8' });
    expect(prompt()).toBe('');
    await anna.starts(['ice', '--minutes', '10', '--no-keep-awake', '--quiet']);
    await anna.does(['done']);
    expect(prompt()).toMatch(LEFT);
    await anna.does(['stop']);
    expect(prompt()).toBe('');
  });
});
