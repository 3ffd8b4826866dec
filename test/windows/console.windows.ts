import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeConsoles, lettersOf, startConsole, type WindowsConsole } from './console.ts';
import { does, document, folder, forgetAll, isWine, own, run, windowsPath } from './windows.ts';

beforeEach(forgetAll);
afterEach(closeConsoles);

interface Listed {
  readonly entries: readonly { readonly note?: string; readonly kind: string; readonly ended?: string }[];
}
const listed = async () => (await document<Listed>(['log', 'list', '--all'])).entries;

const CTRL_C = '\u0003';
// Wine's console drops the byte of Ctrl-Z, and hands on the key as the kitty protocol writes it.
const CTRL_Z = isWine ? '\u001B[122;5u' : '\u001A';
const NOTE = 'Rücken čaj ñandú × ½ – “naïve” σπονδυλική боль';

/** What Windows Terminal sets; into a file the program then writes the same letters as to the console. */
const ALL_LETTERS = { WT_SESSION: '1' };

describe('letters that aren’t ASCII reach a console as they are', () => {
  test.each([
    ['a note', ['log', 'list', '--no-color']],
    ['an emergency in its frame', ['triage', '--answers', 'ANSWERS', '--no-color', '--no-save']],
    ['a figure', ['stretch', 'cat-cow', '--print', '--no-color']],
    ['an error', ['größe']],
  ])('%s', async (_name, args) => {
    await does(['log', '5', NOTE]);
    const answers = join(folder, 'answers.json');
    writeFileSync(answers, '{"signs": ["bladder-bowel"]}');
    const asked = args.map((arg) => (arg === 'ANSWERS' ? windowsPath(answers) : arg));
    const { code, stdout, stderr } = await run(asked, '', ALL_LETTERS);
    const wanted = lettersOf(stdout + stderr);
    expect(wanted).toMatch(/[^\u0020-\u007E]/);
    const console = startConsole(asked);
    expect(await console.exited()).toBe(code);
    expect(console.letters()).toBe(wanted);
  });

  test('and those that are typed reach the journal', async () => {
    const console = startConsole(['log']);
    await console.waitFor('1/6');
    console.type('5');
    for (const at of [2, 3, 4, 5]) {
      await console.waitFor(`${at}/6`);
      console.type('\r');
    }
    await console.waitFor('6/6');
    console.type('Rücken ½\r');
    expect(await console.exited()).toBe(0);
    expect(await listed()).toMatchObject([{ note: 'Rücken ½' }]);
  });
});

const SESSION = ['stretch', 'knee-to-chest', '--quiet', '--no-keep-awake'];

/** Starts a session and lets it begin. */
async function startSession(env = {}): Promise<WindowsConsole> {
  const console = startConsole(SESSION, env);
  await console.waitFor('Pain now, 0 to 10?');
  console.type('\r');
  await console.waitFor('step 2 of 4');
  return console;
}

describe('Ctrl-Z, which stops no program on Windows,', () => {
  test('freezes no session', async () => {
    const console = await startSession();
    console.type(CTRL_Z);
    console.type(' ');
    await console.waitFor('paused');
    console.type(' ');
    await console.waitFor('step 2 of 4');
    console.type(CTRL_C);
    expect(await console.exited()).toBe(130);
  });

  test('leaves a checklist as it is', async () => {
    const console = startConsole(['triage']);
    await console.waitFor('1/11');
    console.type(CTRL_Z);
    console.type('n');
    await console.waitFor('2/11');
  });
});

/** Loaded into the program: what Node does when the window is closed, once there is such a file. */
const CLOSING = `
const look = setInterval(() => {
  if (!require('node:fs').existsSync(process.env.CLOSED)) return;
  clearInterval(look);
  process.emit('SIGHUP', 'SIGHUP');
}, 20);
look.unref();
`;

describe('the program ends', () => {
  test.each([
    ['a checklist', ['triage'], 'Is any of this happening now?'],
    ['a session in lines', [...SESSION, '--accessible'], 'Type a letter, then press Enter'],
  ])('with exit code 130 by Ctrl-C: %s', async (_name, args, shown) => {
    const console = startConsole(args);
    await console.waitFor(shown);
    console.type(CTRL_C);
    expect(await console.exited()).toBe(130);
  });

  test('and keeps the session that was cut off by Ctrl-C', async () => {
    const console = await startSession();
    console.type(CTRL_C);
    expect(await console.exited()).toBe(130);
    expect(await listed()).toMatchObject([{ kind: 'session' }]);
  });

  test('and keeps the session whose window is closed, which Node reports as SIGHUP', async () => {
    // Wine's console has no window that could be closed.
    const [script, closed] = [join(folder, 'closing.cjs'), join(folder, 'closed')];
    writeFileSync(script, CLOSING);
    const console = await startSession({
      NODE_OPTIONS: `--require "${windowsPath(script).replaceAll('\\', '/')}"`,
      CLOSED: windowsPath(closed),
    });
    writeFileSync(closed, '');
    expect(await console.exited()).toBe(129);
    expect(readdirSync(join(own, 'State', 'sessions'))).toHaveLength(1);
    expect(await does(['status'])).toMatch(/cut off/);
  });
});
