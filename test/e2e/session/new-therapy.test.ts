import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { Command } from '../harness/environment.ts';
import { test } from './person.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Three seconds, and as many as it takes to read what comes. */
const BLINK = {
  id: 'blink',
  name: 'Blink',
  summary: 'the shortest therapy there is',
  description: ['Shuts the eyes for three seconds.'],
  countsDuringSleep: false,
  ready: { kind: 'ready', title: 'Ready', cue: '', seconds: 0 },
  round: [{ kind: 'hold', title: 'Shut your eyes', cue: 'Shut your eyes.', seconds: 3 }],
  stop: ['anything'],
  end: { cue: 'Open your eyes.' },
  passage: 'short-walks',
  sources: ['own-caution'],
};

let copy = '';
let command: Command;

/** The package, with one therapy more in its data. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'unspasm-copy-'));
  for (const part of ['bin', 'dist', 'data', 'package.json'])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  const file = join(copy, 'data', 'therapies.json');
  const content = JSON.parse(readFileSync(file, 'utf8')) as { therapies: object[] };
  writeFileSync(file, JSON.stringify({ ...content, therapies: [...content.therapies, BLINK] }));
  command = [process.execPath, join(copy, 'bin', 'unspasm.cjs')];
});

afterAll(() => rmSync(copy, { recursive: true, maxRetries: 5 }));

describe.concurrent('a therapy that is only data', () => {
  test('runs by its name, for its real three seconds, and is in the journal', async ({ someone, open }) => {
    const anna = someone();
    const terminal = open(['blink'], { command, env: { HOME: anna.home, PATH: '/nonexistent' } });
    await terminal.waitFor(/^ Blink +not started[^]*Enter start now/);
    terminal.press('enter');
    await terminal.waitFor(/Shut your eyes[^]*\n space pause/);
    const begun = performance.now();
    await terminal.waitFor(/Done[^]*Open your eyes\.[^]*any key continue/);
    // It was seen late, and perhaps ended even later: no machine is quicker than the clock.
    expect(performance.now() - begun).toBeGreaterThan(2000);
    terminal.press('space');
    await terminal.waitFor(/your pain now, 0 to 10\?[^]*Esc/);
    terminal.press('enter');
    expect((await terminal.exited()).code).toBe(0);
    expect(await terminal.leftovers()).toEqual([]);
    expect(anna.session()).toMatchObject({ therapy: 'blink', ended: 'done', planned: 0.1 });
  });

  test('has its help, and is what an unknown command may have meant', async ({ someone }) => {
    const anna = someone();
    const { stderr, code } = await anna.run(['blnk'], { command });
    expect(code).toBe(2);
    expect(stderr).toContain('unknown command: "blnk" (did you mean "blink"?)');
    expect(await anna.run(['blink', '--minutes', '3'], { command })).toMatchObject({ code: 2, stdout: '' });
    expect(JSON.parse(await anna.does(['blink', '--json'], { command }))).toMatchObject({ schemaVersion: 1 });
  });
});
