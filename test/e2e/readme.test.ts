import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { makeHome, removeHome } from './harness/environment.ts';
import { runLine } from './support/programs.ts';

/** What is typed, and what is shown of its output; `…` stands for anything, and a line may be broken there. */
function examplesIn(file: string): { command: string; output: string }[] {
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  return [...text.matchAll(/```console\n(.*?)```/gs)].flatMap(([, block = '']) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((example) => {
        const [command = '', ...output] = example.trimEnd().split('\n');
        return { command, output: output.join('\n') };
      }),
  );
}

function pattern(output: string): RegExp {
  const parts = output.split(/ ?…/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^\\s*${parts.join('[^]*?')}\\s*$`);
}

// One after the other, in one home, as somebody would who reads on.
describe.each([
  { file: 'README.md', least: 13 },
  { file: 'docs/recipes.md', least: 9 },
])('the examples of $file', ({ file, least }) => {
  const home = makeHome();
  afterAll(() => removeHome(home));
  const examples = examplesIn(file);

  test('are many', () => {
    expect(examples.length).toBeGreaterThanOrEqual(least);
  });

  test.each(examples)('$command', async ({ command, output }) => {
    const { stdout, stderr } = await runLine(command, {}, home);
    expect(stderr).toBe('');
    expect(stdout).toMatch(pattern(output));
  });
});
