import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { makeHome, removeHome } from './harness/environment.ts';
import { runLine } from './support/programs.ts';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const home = makeHome();
afterAll(() => removeHome(home));

/** What is typed, and what is shown of its output; `…` stands for anything, and a line may be broken there. */
const EXAMPLES = [...README.matchAll(/```console\n(.*?)```/gs)].flatMap(([, block = '']) =>
  block
    .split(/^\$ /m)
    .slice(1)
    .map((example) => {
      const [command = '', ...output] = example.trimEnd().split('\n');
      return { command, output: output.join('\n') };
    }),
);

function pattern(output: string): RegExp {
  const parts = output.split(/ ?…/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^\\s*${parts.join('[^]*?')}\\s*$`);
}

// One after the other, in one home, as somebody would who reads on.
describe('the examples of the README', () => {
  test('are many', () => {
    expect(EXAMPLES.length).toBeGreaterThan(12);
  });

  test.each(EXAMPLES)('$command', async ({ command, output }) => {
    const { stdout, stderr } = await runLine(command, {}, home);
    expect(stderr).toBe('');
    expect(stdout).toMatch(pattern(output));
  });
});
