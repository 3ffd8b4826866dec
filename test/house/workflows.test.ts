import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..', '..');
const github = join(root, '.github');

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

interface Workflow {
  readonly on: Readonly<Record<string, { branches?: string[]; tags?: string[] } | null>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency?: object;
  readonly jobs: Readonly<
    Record<string, { 'timeout-minutes'?: number; permissions?: Record<string, string>; steps: Step[] }>
  >;
}

const read = (...path: string[]) => readFileSync(join(github, ...path), 'utf8');
const workflowOf = (file: string) => parse(read('workflows', file)) as Workflow;
const stepsOf = (file: string) => Object.values(workflowOf(file).jobs).flatMap(({ steps }) => steps);
const files = readdirSync(join(github, 'workflows'));

describe.each(files)('the workflow %s', (file) => {
  it('pins each action to a commit, and says its version', () => {
    const lines = read('workflows', file).split('\n');
    const used = lines.filter((line) => /^\s*(?:- )?uses:/.test(line));
    expect(used).toHaveLength(stepsOf(file).filter(({ uses }) => uses).length);
    for (const line of used) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('ends each job in time, and never runs beside itself', () => {
    const { jobs, concurrency } = workflowOf(file);
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
    expect(concurrency).toBeDefined();
  });

  it('may write nothing to the repository', () => {
    const { permissions, jobs } = workflowOf(file);
    const all = [permissions, ...Object.values(jobs).map((job) => job.permissions ?? {})];
    expect(all.flatMap(Object.entries).filter(([name, may]) => may === 'write' && name !== 'id-token')).toEqual([]);
    expect(permissions).toEqual({ contents: 'read' });
  });
});

it('the tests run once for a pull request: pushes count on main alone', () => {
  expect(workflowOf('test.yml').on).toMatchObject({ push: { branches: ['main'] }, pull_request: null });
});

it('the tests have the shells and the reader of manual pages that they would be skipped without', () => {
  const [install] = stepsOf('test.yml').flatMap(({ run }) => (run?.includes('apt-get install') ? [run] : []));
  for (const name of ['zsh', 'fish', 'mandoc']) expect(install).toContain(name);
});

it('a release is tested, of the version that its tag names, and published with its provenance', () => {
  const commands = stepsOf('release.yml').flatMap(({ run }) => run ?? []);
  expect(commands).toEqual([
    expect.stringContaining('apt-get'),
    expect.stringContaining('"$TAG"'),
    'npm ci && npm test',
    'npm publish --provenance --access public',
  ]);
  expect(workflowOf('release.yml').on).toEqual({ push: { tags: ['v*'] } });
});

it('what dependencies there are is kept up to date', () => {
  const { updates } = parse(read('dependabot.yml')) as {
    updates: { 'package-ecosystem': string; directory: string }[];
  };
  const kept = updates.map((one) => `${one['package-ecosystem']} ${one.directory}`);
  expect(kept).toEqual(['npm /', 'npm /build/mutants', 'github-actions /']);
});

it.each(readdirSync(join(github, 'ISSUE_TEMPLATE')))('the form %s can be read', (file) => {
  const form = parse(read('ISSUE_TEMPLATE', file)) as { body?: { type: string; id?: string }[] };
  for (const { type, id } of form.body ?? []) expect(type === 'markdown' || id !== undefined).toBe(true);
});
