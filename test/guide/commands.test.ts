import { describe, expect, test } from 'vitest';
import type { Answer, CommandDeclaration } from '../../src/app/command.ts';
import type { Context } from '../../src/app/context.ts';
import { UsageError } from '../../src/errors.ts';
import { command as guide } from '../../src/guide/commands/guide.ts';
import { command as medicines } from '../../src/guide/commands/medicines.ts';
import { command as rest } from '../../src/guide/commands/rest.ts';
import { makeGlyphs } from '../../src/terminal/glyphs.ts';
import type { Page } from '../../src/terminal/page.ts';
import { PLAIN } from '../../src/terminal/style.ts';
import { content } from '../content/data-files.ts';

const page: Page = { style: PLAIN, glyphs: makeGlyphs(true), width: 76, framed: true };
const answerStore = { profile: () => undefined };
const context = { content, page, answerStore, capabilities: { interactive: true } } as unknown as Context;

async function answerOf(command: CommandDeclaration, args: readonly string[], options: object = {}): Promise<Answer> {
  return (await command.run({ args, options: { ...options } }, context)) as Answer;
}

describe('guide', () => {
  const chapter = content.chapters()[0]!;
  const passage = chapter.passages[1]!;

  test('without a topic lists the chapters, and gives a script all of them', async () => {
    const { lines, document } = await answerOf(guide, []);
    expect(lines().join('\n')).toContain(chapter.title);
    expect(document()).toMatchObject({ chapters: content.chapters().map(({ id }) => ({ id })) });
  });

  test('shows a passage alone, in its chapter', async () => {
    const { lines, document } = await answerOf(guide, [passage.id]);
    expect(document()).toMatchObject({ chapters: [{ id: chapter.id, passages: [{ id: passage.id }] }] });
    expect(lines()[0]).toBe(chapter.title);
    expect(lines().join('\n')).not.toContain(chapter.passages[0]!.title);
  });

  test('shows sources only where they are asked for', async () => {
    expect((await answerOf(guide, [passage.id])).lines().join('\n')).not.toContain('Source:');
    expect((await answerOf(guide, [passage.id], { sources: true })).lines().join('\n')).toContain('Source:');
  });

  test('refuses a topic that it does not have, and names the nearest', async () => {
    const asked = answerOf(guide, [`${passage.id}x`]);
    await expect(asked).rejects.toThrow(UsageError);
    await expect(asked).rejects.toThrow(`did you mean "${passage.id}"`);
  });
});

test('rest shows each position with its steps', async () => {
  const { lines, document } = await answerOf(rest, []);
  const positions = content.positions();
  expect(document()).toEqual({ positions });
  expect(lines().filter((line) => positions.some(({ name }) => name === line))).toHaveLength(positions.length);
});

test('medicines asks nothing where it prints', async () => {
  const { lines } = await answerOf(medicines, [], { print: true });
  const text = lines().join(' ').replace(/\s+/g, ' ');
  for (const { checks } of content.medicines().groups)
    for (const { label } of checks) expect(text).toContain(label.replace(/\s+/g, ' '));
});
