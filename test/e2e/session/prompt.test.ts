import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished } from 'vitest';
import { ifInstalled, installed, isInstalled } from '../completion/shell.ts';
import { toolPath } from '../harness/tools.ts';
import { runProgram } from '../process.ts';
import { Terminal } from '../terminal.ts';
import { eventually, test, type Someone } from './person.ts';

const file = (anna: Someone) => join(anna.state, 'session');

/** A session as its file says it, run by a process that is there: this one. */
function show(anna: Someone, values: Readonly<Record<string, string | number>>): void {
  const state = { version: 1, pid: process.pid, icon: '❄', state: 'running', ...values };
  mkdirSync(dirname(file(anna)), { recursive: true });
  writeFileSync(
    file(anna),
    Object.entries(state)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  );
}

/** In so many seconds, and half a minute, by the clock on the wall. */
const soon = (seconds: number) => Math.floor(Date.now() / 1000) + seconds + 30;

async function snippet(anna: Someone, program: string): Promise<string> {
  return anna.does(['init', program]);
}

describe.concurrent('status --format', () => {
  test('prints the session in progress in one’s own words', async ({ someone }) => {
    const anna = someone();
    const { clock } = await anna.starts(['ice', '--minutes', '20']);
    await anna.does(['done']);
    await clock.minutes(4);
    const later = { env: anna.clock(4).env };
    const line = await anna.does(
      ['status', '--format', '{icon} {name} {left} {step-left} {ends} {state}: {step}'],
      later,
    );
    expect(line).toMatch(/^❄ Ice 1[56]:\d\d 1[56]:\d\d \d\d:\d\d running: Ice on\n$/);
    expect(await anna.does(['status', '--format', '{icon}{left}', '--ascii'], later)).toMatch(/^\*1[56]:\d\d\n$/);
    await anna.does(['pause']);
    expect(await anna.does(['status', '--format', '{state}[{ends}]'])).toBe('paused[]\n');
    await anna.does(['resume']);
    await clock.minutes(17);
    await eventually(() => anna.shown()['state'], 'alarm');
    expect(await anna.does(['status', '--format', '{icon} {left} {state}'])).toBe('! 0:00 alarm\n');
  });

  test('prints nothing without one, and ends with 1; plain status says so, and ends with 0', async ({ someone }) => {
    const anna = someone();
    expect(await anna.run(['status', '--format', '{icon} {left}'])).toMatchObject({ code: 1, stdout: '', stderr: '' });
    expect(await anna.does(['status'])).toBe('No session in progress.\n');
  });

  test('knows no other fields, whether there is a session or not', async ({ someone }) => {
    const { code, stderr } = await someone().run(['status', '--format', '{icon} {lefft}']);
    expect(code).toBe(2);
    expect(stderr).toBe(
      'unspasm: there is no field {lefft} (did you mean "left"?)\n  use one of these: {icon}, {name}, {left}, {ends}, {step}, {step-left}, {state}\n',
    );
  });
});

describe.concurrent('the small file', () => {
  test('has what docs/session-state.md says', async ({ someone }) => {
    const anna = someone();
    const { pid, clock } = await anna.starts(['ice', '--minutes', '10']);
    await anna.does(['done']);
    const now = Date.now() / 1000;
    const { ends, step_ends, written, ...others } = anna.shown();
    expect(others).toEqual({
      version: '1',
      pid,
      therapy: 'ice',
      name: 'Ice',
      icon: '❄',
      state: 'running',
      step: 'Ice on',
      left: '600',
      step_left: '600',
    });
    expect(step_ends).toBe(ends);
    expect([Number(ends) - 600, Number(written)].every((time) => Math.abs(time - now) < 120)).toBe(true);
    await clock.minutes(10.1);
    await eventually(() => anna.shown()['state'], 'alarm');
    expect(anna.shown()).toMatchObject({ icon: '!', ends: '', left: '0' });
  });
});

describe.concurrent('init', () => {
  test('refuses a program that it doesn’t know', async ({ someone }) => {
    const { code, stderr } = await someone().run(['init', 'tmuks']);
    expect(code).toBe(2);
    expect(stderr).toContain('there is nothing to paste for "tmuks" (did you mean "tmux"?)');
  });

  test.for(['bash', 'zsh', 'fish', 'tmux', 'starship', 'waybar'])(
    'names no home for %s',
    async (program, { someone }) => {
      const anna = someone();
      const text = await snippet(anna, program);
      expect(text).toContain('$HOME/.local/state/unspasm/session');
      expect(text).not.toContain(anna.home);
    },
  );

  test('finds the file in a folder with an odd name', async ({ someone }) => {
    const odd = `/tmp/it's $(touch PWNED) "odd" \\ #x %s`;
    const anna = someone({ XDG_STATE_HOME: odd });
    const line = /\[ -r ("(?:[^"\\]|\\.)*") \]/.exec(await snippet(anna, 'starship'))![1]!;
    expect(execFileSync('sh', ['-c', `printf %s ${line}`], { encoding: 'utf8' })).toBe(`${odd}/unspasm/session`);
  });
});

const SHELLS = {
  bash: { rc: '.bashrc', before: "PS1='here> '\n", command: [toolPath('bash'), '-i'] },
  zsh: { rc: '.zshrc', before: "PROMPT='here> '\nautoload -Uz compinit; compinit -u\n", command: ['zsh', '-i'] },
  fish: {
    rc: '.config/fish/config.fish',
    before: "function fish_prompt; echo -n 'here> '; end\n",
    command: ['fish', '-i'],
  },
} as const;

/** Runs a shell that has its snippet in its configuration. */
async function shellWith(anna: Someone, shell: keyof typeof SHELLS): Promise<Terminal> {
  const { rc, before, command } = SHELLS[shell];
  mkdirSync(dirname(join(anna.home, rc)), { recursive: true });
  const lines = await snippet(anna, shell);
  // Twice: some people read their configuration again.
  writeFileSync(join(anna.home, rc), `${before}${lines}${lines}`);
  const terminal = new Terminal([], {
    command,
    env: { ...installed(anna), PS1: 'here> ' },
    cwd: anna.home,
    columns: 60,
  });
  onTestFinished(() => terminal.close());
  await terminal.waitFor('here>');
  return terminal;
}

for (const shell of Object.keys(SHELLS)) {
  describe.skipIf(!isInstalled(shell))(`the prompt of ${shell}${ifInstalled(shell)}`, () => {
    test('shows the time left, pauses, and shows nothing without a session', async ({ someone }) => {
      const anna = someone();
      show(anna, { ends: soon(600), left: 900 });
      const terminal = await shellWith(anna, shell as keyof typeof SHELLS);
      // The last prompt on the screen, once there is a new one.
      const shows = async (text: string) => {
        terminal.type('\n');
        await terminal.waitFor(new RegExp(`(?:^|\n)${shell === 'fish' ? `here> +${text}` : `${text} here>`}$`));
      };
      await shows(String.raw`❄ 10:[0-3]\d`);
      show(anna, { ends: '', left: 125 });
      await shows('❄ 2:05');
      show(anna, { icon: '!', ends: '', left: 0 });
      await shows('! 0:00');
      const idle = [{ pid: 4_194_305, left: 60 }, { left: 'a[$(touch PWNED)]' }, { ends: '$(touch PWNED)', left: 3 }];
      for (const values of idle) {
        show(anna, values);
        terminal.type('\n');
        await terminal.waitFor(/(?:^|\n)here>$/);
        show(anna, { ends: '', left: 125 });
        await shows('❄ 2:05');
      }
      expect(execFileSync('ls', [anna.home], { encoding: 'utf8' })).not.toContain('PWNED');
    });
  });
}

// The prompt before and after its command has run.
const STRICT: readonly (readonly [string, string[], string])[] = [
  [
    'bash',
    ['--norc', '-euc'],
    `PS1='here>'; eval "$1"; printf %s "\${PS1@P}"; __unspasm_prompt; printf %s "\${PS1@P}"`,
  ],
  ['zsh', ['-f', '-euc'], `PROMPT='here>'; eval "$1"; print -nP "$PROMPT"; __unspasm_prompt; print -nP "$PROMPT"`],
];

for (const [shell, flags, script] of STRICT) {
  describe.skipIf(!isInstalled(shell))(`the prompt of a strict ${shell}${ifInstalled(shell)}`, () => {
    test('needs no variable that is not set, and ends no shell that ends at a failure', async ({ someone }) => {
      const anna = someone();
      const prompts = async () => {
        const command = [...flags, script, shell, await snippet(anna, shell)];
        return execFileSync(toolPath(shell), command, { env: installed(anna), encoding: 'utf8' });
      };
      expect(await prompts()).toBe('here>here>');
      show(anna, { ends: '', left: 125 });
      expect(await prompts()).toBe('here>❄ 2:05 here>');
    });
  });
}

// It knows no --version.
const hasTmux = spawnSync('tmux', ['-V']).status === 0;
const without = hasTmux ? '' : ' (SKIPPED: TMUX IS NOT INSTALLED)';

describe.skipIf(!hasTmux)(`the status line of tmux${without}`, () => {
  test('shows the time left', async ({ someone }) => {
    const anna = someone();
    show(anna, { ends: soon(600), left: 900 });
    const title = 'a title of a pane that leaves no room in the forty columns of tmux';
    const conf = join(anna.home, '.tmux.conf');
    writeFileSync(conf, await snippet(anna, 'tmux'));
    const socket = join(anna.home, 'tmux');
    const tmux = ['tmux', '-S', socket, '-f', conf] as const;
    const env = { ...process.env, HOME: anna.home, TERM: 'xterm-256color', LC_ALL: 'C.UTF-8', SHELL: '/bin/sh' };
    const run = (...args: string[]) => execFileSync(tmux[0], [...tmux.slice(1), ...args], { env, encoding: 'utf8' });
    const terminal = new Terminal([], {
      command: [...tmux, 'new-session', 'sleep 100'],
      env: { ...env, TMUX: undefined },
    });
    onTestFinished(async () => {
      run('kill-server');
      await terminal.close();
    });
    await terminal.waitFor(/\[0\]/);
    run('select-pane', '-T', title);
    // As people do after each change of their configuration.
    run('source-file', conf);
    run('refresh-client', '-S');
    await terminal.waitFor(/ ❄ (?:10:[0-3]\d|9:\d\d)$/m);
    expect(terminal.screen().match(/❄/g)).toHaveLength(1);
    show(anna, { pid: 4_194_305, left: 60 });
    run('refresh-client', '-S');
    await eventually(() => terminal.screen().includes('❄'), false);
  });
});

describe.concurrent('the snippet of a bar', () => {
  test.for(['starship', 'waybar'])('for %s runs in any shell', async (program, { someone }) => {
    const anna = someone();
    const text = await snippet(anna, program);
    const script =
      program === 'starship'
        ? /command = '''\n([^]*)\n'''/.exec(text)![1]!
        : (JSON.parse(`{${text.slice(text.indexOf('"custom/unspasm":'))}}`) as { 'custom/unspasm': { exec: string } })[
            'custom/unspasm'
          ].exec;
    const shown = async () =>
      (await runProgram([], { command: ['sh', '-c', script], env: { HOME: anna.home } })).stdout;
    expect(await shown()).toBe('');
    show(anna, { ends: soon(600), left: 900 });
    expect(await shown()).toMatch(/^❄ (?:10:[0-3]\d|9:\d\d)$/);
    show(anna, { ends: '', left: 59 });
    expect(await shown()).toBe('❄ 0:59');
    show(anna, { ends: 'a[$(touch PWNED)]', left: 59 });
    expect(await shown()).toBe('');
  });
});

test('a shell reads the file without starting anything', async ({ someone }) => {
  const anna = someone();
  show(anna, { ends: soon(600), left: 900 });
  const lines = (await snippet(anna, 'bash')).split('eval "$(unspasm')[0]!;
  // With an empty PATH only what is built into the shell is there.
  const script = `${lines}\nPATH=\nfor _ in 1 2 3; do __unspasm_prompt; done; echo "$UNSPASM"`;
  const { code, stdout, stderr } = await runProgram([], {
    command: [toolPath('bash'), '-c', script],
    env: { HOME: anna.home },
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^❄ 10:\d\d /);
});
