import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fontsOf } from '../../src/system/fonts.ts';

let home: string;
beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'unspasm-fonts-'))));
afterEach(() => rmSync(home, { recursive: true, maxRetries: 5 }));

function put(...path: readonly string[]): void {
  const file = join(home, ...path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, path.at(-1)!);
}

/** The fonts of a computer with Windows, whose only folder is ours. */
const found = () => [...fontsOf({ WINDIR: home }, 'win32')].map((bytes) => Buffer.from(bytes).toString());

/** Those of our own that are found, beside those of this computer. */
function named(env: Readonly<Record<string, string>>, platform: string): string[] {
  return [...fontsOf(env, platform)]
    .map((bytes) => Buffer.from(bytes).toString())
    .filter((name) => name.startsWith('Symbola'));
}

describe('the fonts of the computer', () => {
  it('are those with many letters, the widest first, in any folder', () => {
    for (const name of ['DejaVuSans.ttf', 'NotoSansCJK-Regular.ttc', 'msyh.ttc', 'comic.ttf']) put('Fonts', name);
    put('Fonts', 'deep', 'er', 'NotoSansThai-Regular.otf');
    expect(found()).toEqual(['NotoSansCJK-Regular.ttc', 'msyh.ttc', 'DejaVuSans.ttf', 'NotoSansThai-Regular.otf']);
  });

  it('are not bold ones, nor coloured pictures, nor other files', () => {
    for (const name of ['DejaVuSans-Bold.ttf', 'NotoColorEmoji.ttf', 'NotoSansMono-Regular.ttf', 'msyh.txt'])
      put('Fonts', name);
    expect(found()).toEqual([]);
  });

  it('are looked for in the folders of each system', () => {
    put('Library', 'Fonts', 'Symbola.ttf');
    put('.local', 'share', 'fonts', 'Symbola.otf');
    put('Local', 'Microsoft', 'Windows', 'Fonts', 'Symbola.ttc');
    expect(named({ HOME: home }, 'darwin')).toContain('Symbola.ttf');
    expect(named({ HOME: home }, 'linux')).toContain('Symbola.otf');
    expect(named({ WINDIR: join(home, 'none'), LOCALAPPDATA: join(home, 'Local') }, 'win32')).toEqual(['Symbola.ttc']);
  });

  it('are not looked for in the folder that the program is run in, where there is no home', () => {
    put('.fonts', 'Symbola.otf');
    put('Library', 'Fonts', 'Symbola.ttf');
    const former = process.cwd();
    process.chdir(home);
    try {
      for (const platform of ['linux', 'darwin']) expect(named({}, platform)).toEqual([]);
    } finally {
      process.chdir(former);
    }
  });

  it('are none where there is no folder for them', () => {
    expect(found()).toEqual([]);
  });

  it('are each read only when it is asked for', () => {
    put('Fonts', 'NotoSansCJK-Regular.ttc');
    put('Fonts', 'DejaVuSans.ttf');
    const fonts = fontsOf({ WINDIR: home }, 'win32');
    expect(Buffer.from(fonts.next().value).toString()).toBe('NotoSansCJK-Regular.ttc');
    rmSync(join(home, 'Fonts', 'DejaVuSans.ttf'));
    expect(fonts.next().done).toBe(true);
  });
});
