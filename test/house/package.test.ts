import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '..', '..');
/** What npm runs on the computer of somebody who installs a package, and warns of. */
const INSTALL_SCRIPTS = new Set([
  'preinstall',
  'install',
  'postinstall',
  'preprepare',
  'prepare',
  'postprepare',
  'prepublish',
]);

let folder = '';
let files: string[] = [];

function npm(args: readonly string[], cwd: string): string {
  const env = { PATH: process.env['PATH'], HOME: folder, npm_config_update_notifier: 'false' };
  return execFileSync('npm', args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The package as it would be published, made from what is built. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'unspasm-package-'));
  const [packed] = JSON.parse(
    npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root),
  ) as readonly { files: { path: string }[] }[];
  files = packed!.files.map(({ path }) => path);
});

afterAll(() => rmSync(folder, { recursive: true, maxRetries: 5 }));

describe('the package', () => {
  it('runs nothing when it is installed', () => {
    expect(Object.keys(manifest.scripts).filter((name) => INSTALL_SCRIPTS.has(name))).toEqual([]);
  });

  it('is built before it is packed, and after what it is built with was installed', () => {
    expect(manifest.scripts).toMatchObject({ prepack: 'npm run build', dependencies: 'npm run build' });
  });

  it('holds what the program reads, and not what only its build does', () => {
    for (const file of [
      'bin/unspasm.cjs',
      'dist/main.cjs',
      'dist/help.txt',
      'dist/questions.model',
      'dist/search.json',
      'dist/search.txt',
      'dist/signs.model',
      'dist/sounds/alarm.wav',
      'dist/sounds/count.wav',
      'dist/sounds/step.wav',
      'dist/unspasm.1',
      'data/signs.json',
      'docs/journal-format.md',
      'docs/json.md',
      'docs/recipes.md',
      'docs/session-state.md',
    ])
      expect(files).toContain(file);
    const forBuild =
      /^(src|test|build|bench|docs\/pictures|dist\/compiled)\/|^data\/(schema\/|examples\/|search\.json|understanding\.json)/;
    expect(files.filter((file) => forBuild.test(file))).toEqual([]);
  });

  it('works in an empty project, without a network', () => {
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
    writeFileSync(join(folder, 'package.json'), '{}');
    npm(['install', '--offline', '--no-audit', '--no-fund', join(folder, tarball)], folder);
    const { scripts } = JSON.parse(
      readFileSync(join(folder, 'node_modules', 'unspasm', 'package.json'), 'utf8'),
    ) as typeof manifest;
    expect(Object.keys(scripts).filter((name) => INSTALL_SCRIPTS.has(name))).toEqual([]);
    const program = join(folder, 'node_modules', '.bin', 'unspasm');
    expect(execFileSync(program, ['--version'], { encoding: 'utf8' })).toBe(`${manifest.version}\n`);
    expect(execFileSync(program, ['faq', 'ice or heat first'], { encoding: 'utf8' })).toContain('Ice');
  });
});
