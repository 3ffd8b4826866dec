import { readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { LOUD_PROGRAMS } from '../../build/machines/conditions.mjs';
import { findTool } from '../e2e/harness/tools.ts';
import { runProgram } from '../e2e/process.ts';
import { closeTerminals, startTerminal } from '../e2e/terminal.ts';
import { variables } from '../fuzz/surroundings.ts';
import { Dice } from '../fuzz/dice.ts';
import { setup } from '../own-path.ts';
import { install } from '../system/fake-programs.ts';
import { makeFolder, removeFolders } from '../system/places.ts';

/** What somebody would hear or see if a test started it. */
const LOUD = [...LOUD_PROGRAMS, 'loginctl', 'wl-copy', 'xclip', 'xsel', 'pbcopy', 'clip.exe'];
const own = process.env['PATH']!;

afterEach(async () => {
  process.env['PATH'] = own;
  await closeTerminals();
  removeFolders();
});

describe.skipIf(process.platform === 'win32')('whatever a test starts', () => {
  it('finds nothing that somebody would hear or see', () => {
    expect(own.split(delimiter)).toEqual([expect.stringMatching(/unspasm-path-\w+$/)]);
    expect(LOUD.filter((name) => findTool(name) !== undefined)).toEqual([]);
    expect(findTool('sh')).toBe(join(own, 'sh'));
  });

  it('has this PATH, through pipes, in a terminal and in a fuzz', async () => {
    const command = ['sh', '-c', 'echo "[$PATH]"'] as const;
    expect(await runProgram([], { command })).toMatchObject({ stdout: `[${own}]\n` });
    for (const inShell of [false, true]) {
      const terminal = startTerminal([], { command, columns: 200, inShell });
      await terminal.waitFor(`[${own}]`);
    }
    const many = Array.from({ length: 200 }, (_, seed) => variables(new Dice(seed)));
    expect(many.filter((env) => 'PATH' in env)).toEqual([]);
  });

  it('has it also where all of them are installed', () => {
    const folder = makeFolder();
    const desktop = join(folder, 'bin');
    install(desktop, Object.fromEntries(LOUD.map((name) => [name, ''])));
    process.env['PATH'] = [desktop, own].join(delimiter);
    expect(findTool('paplay')).toBe(join(desktop, 'paplay'));
    const takeDown = setup();
    try {
      expect(LOUD.filter((name) => findTool(name) !== undefined)).toEqual([]);
      expect(findTool('sh')).toBeDefined();
    } finally {
      takeDown();
    }
  });

  it('is handed no folder of this computer’s programs', () => {
    const folder = join(import.meta.dirname, '..');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(ts|cjs|mjs)$/.test(name),
    );
    expect(files.length).toBeGreaterThan(100);
    const texts = files.map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
    expect(texts.filter(([, text]) => /PATH\b.{0,20}\/(usr|bin|opt|s?bin)\b/.test(text)).map(([name]) => name)).toEqual(
      [],
    );
  });
});
