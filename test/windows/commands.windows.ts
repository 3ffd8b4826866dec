import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { does, document, folder, forgetAll, journal, own, run, windowsPath } from './windows.ts';

beforeEach(forgetAll);

interface Listed {
  readonly entries: readonly { readonly id: string; readonly note?: string; readonly pain?: number }[];
}
const listed = async () => (await document<Listed>(['log', 'list', '--all'])).entries;
const notes = async () => (await listed()).map(({ note }) => note);
const idOf = async (wanted: string) => (await listed()).find(({ note }) => note === wanted)!.id;
const HURRIED = {
  NODE_OPTIONS: `--require "${windowsPath('test/e2e/harness/hurried-clock.cjs').replaceAll('\\', '/')}"`,
};

describe('what needs no journal', () => {
  test.each([['--version'], ['help'], ['triage', '--help'], ['help', 'files']])('%s', async (...args) => {
    const { code, stdout, stderr } = await run(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/\S\n$/);
    expect(stdout).not.toContain('\r');
  });

  test.each([
    [['rest'], 'pillow'],
    [['guide'], 'guide'],
    [['faq', 'how', 'long', 'does', 'it', 'last'], ''],
    [['stretch', 'cat-cow', '--print'], ''],
    [['completion', 'powershell'], 'Register-ArgumentCompleter'],
    [['triage', '--questions'], ''],
  ])('%j', async (args, text) => {
    expect((await does(args)).toLowerCase()).toContain(text.toLowerCase());
  });

  test('medicines asks by lines through a file', async () => {
    const { code, stdout, stderr } = await run(['medicines'], 'none\n'.repeat(9));
    expect({ code, told: `${stdout}${stderr}`.length > 0 }).toEqual({ code: 0, told: true });
  });

  test('wrong usage is told with exit code 2', async () => {
    const { code, stderr } = await run(['strech']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('stretch') });
  });
});

describe('triage', () => {
  test('reads answers with the line breaks of Windows, and a byte order mark', async () => {
    const file = join(folder, 'answers.json');
    writeFileSync(file, '\uFEFF{\r\n  "signs": ["bladder-bowel"]\r\n}\r\n');
    const result = await document<{ level: string }>(['triage', '--answers', windowsPath(file)]);
    expect(result.level).toMatch(/^(ambulance|emergency)$/);
    expect(await listed()).toHaveLength(1);
  });
});

describe('settings', () => {
  test('are set, shown and reset', async () => {
    await does(['config', 'set', 'country', 'DE']);
    expect(await does(['config', 'get', 'country'])).toContain('DE');
    expect(readFileSync(join(own, 'Config', 'config.json'), 'utf8')).toContain('DE');
    await does(['config', 'reset']);
    expect(await does(['config', 'get', 'country'])).not.toContain('DE');
  });
});

describe('the journal', () => {
  test('lies under %LOCALAPPDATA%, one file for this computer', async () => {
    await does(['log', '5', 'ä 😀']);
    await does(['log', '4', 'other']);
    expect(await does(['log', 'path'])).toMatch(
      /\\AppData\\Local\\unspasm\\Data\\journal\n|\\Local\\unspasm\\Data\\journal\n/,
    );
    expect(readdirSync(journal)).toEqual([expect.stringMatching(/^[a-z0-9]{8}\.jsonl$/)]);
    expect(await notes()).toEqual(['other', 'ä 😀']);
    expect(readdirSync(join(own, 'State'))).toContain('device.json');
  });

  test('is changed, and what was done is undone', async () => {
    await does(['log', '5', 'one']);
    await does(['log', 'edit', await idOf('one'), '--pain', '2']);
    expect(await listed()).toMatchObject([{ pain: 2 }]);
    await does(['log', 'undo']);
    expect(await listed()).toMatchObject([{ pain: 5 }]);
    await does(['log', 'remove', await idOf('one')]);
    expect(await listed()).toEqual([]);
    await does(['log', 'undo']);
    expect(await does(['log', 'show', await idOf('one')])).toContain('one');
  });

  test.each([['stats'], ['calendar'], ['check'], ['list']])('log %s', async (subcommand) => {
    await does(['log', '5', 'one']);
    expect(await does(['log', subcommand])).not.toBe('');
  });

  test('log peg', async () => {
    const { code } = await run(['log', 'peg', '--help']);
    expect(code).toBe(0);
    expect((await run(['log', 'peg'], '4\n5\n6\n')).code).toBe(0);
    expect(await listed()).toHaveLength(1);
  });

  test('goes out and comes in again, as JSON and as a table with the line breaks of Windows', async () => {
    await does(['log', '5', 'one']);
    const json = await does(['log', 'export']);
    const csv = await does(['log', 'export', '--format', 'csv']);
    expect(csv).toContain('one');
    forgetAll();
    await does(['log', 'import', '-'], json);
    expect(await notes()).toEqual(['one']);
    const table = join(folder, 'table.csv');
    writeFileSync(table, 'at,pain,note\r\n2026-11-20 08:00,3,"of, the table"\r\n');
    await does(['log', 'import', windowsPath(table)]);
    expect(await notes()).toContain('of, the table');
    for (const backup of readdirSync(join(own, 'State', 'backups'))) expect(backup).not.toMatch(/[<>:"|?*]/);
  });

  test('loses nothing when several write at once', async () => {
    await Promise.all(Array.from({ length: 6 }, (_, at) => does(['log', String(at), `note ${at}`])));
    expect(new Set(await notes())).toEqual(new Set(Array.from({ length: 6 }, (_, at) => `note ${at}`)));
    expect(await notes()).toHaveLength(6);
    expect((await run(['log', 'check'])).code).toBe(0);
  });

  test('is purged as a whole', async () => {
    await does(['log', '5', 'one']);
    await does(['log', 'purge', '--yes', '--no-backup']);
    expect(await listed()).toEqual([]);
    expect(existsSync(journal) ? readdirSync(journal) : []).toEqual([]);
  });
});

describe('a report', () => {
  test.each([
    ['html', '<!doctype html>'],
    ['fhir', '"resourceType"'],
  ])('is written as %s', async (format, text) => {
    await does(['log', '5', 'one']);
    const file = join(folder, `report.${format}`);
    await does(['report', '--format', format, '--output', windowsPath(file), '--force']);
    expect(readFileSync(file, 'utf8').toLowerCase()).toContain(text.toLowerCase());
  });
});

describe('a session in lines', () => {
  test.each([
    ['stretch', ['stretch', 'knee-to-chest']],
    ['ice', ['ice', '--minutes', '10']],
  ])('%s runs to its end, and is kept', async (_name, args) => {
    const { stdout, code } = await run([...args, '--quiet', '--no-keep-awake'], '\n'.repeat(20), HURRIED);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('Done.') });
    expect(await listed()).toHaveLength(1);
    expect(readdirSync(join(own, 'State', 'sessions'))).toEqual([]);
    expect(await does(['status'])).not.toMatch(/left|interrupted|cut off/);
  });
});
