import { describe, expect, test } from 'vitest';
import type { CommandDeclaration } from '../../src/app/command.ts';
import { offerFor } from '../../src/completion/offer.ts';
import type { Context } from '../../src/app/context.ts';

const context = { now: () => new Date(0) } as Context;
const plain = { summary: 'it', description: [], examples: [], run: () => {} };

const open: CommandDeclaration = {
  ...plain,
  name: 'box open',
  arguments: [
    { syntax: '<lid>', description: '', values: ({ now }) => [{ value: 'top', description: `at ${now().getTime()}` }] },
    { syntax: '<how>', description: '', values: async (_, [lid]) => [{ value: `${lid}-wide` }] },
    { syntax: '<why>', description: '' },
  ],
  options: [],
};
const fill: CommandDeclaration = {
  ...plain,
  name: 'box fill',
  arguments: [{ syntax: '<file>', description: '' }],
  options: [],
};
const box: CommandDeclaration = {
  ...plain,
  name: 'box',
  arguments: [
    { syntax: '[size]', description: '', values: ['small', 'large'] },
    { syntax: '[note]', description: '' },
  ],
  options: [
    { flags: '--colour <ids>', description: 'of the box', values: ['red', 'green', 'blue'], list: true },
    { flags: '--shape <id>', description: 'of the box', values: ['round'] },
    { flags: '--from <file>', description: 'what goes in' },
    { flags: '--label <text>', description: 'what stands on it', repeats: true },
  ],
  subcommands: { open: () => ({ command: open }), fill: () => ({ command: fill }) },
};
const all: CommandDeclaration = {
  ...plain,
  name: 'all',
  arguments: [{ syntax: '[names...]', description: '', values: ['a', 'b'] }],
  options: [],
};

const GLOBALS = [{ flags: '--plain', description: 'no frills' }];
const OPTIONS = ['--colour', '--shape', '--from', '--label', '--plain', '--help'];

/** What is offered at the end of a line; behind a blank, a word that isn't begun. */
async function offered(line: string, command = box): Promise<string[]> {
  const words = line.split(' ');
  const { candidates, files } = await offerFor(
    command,
    GLOBALS,
    { words: words.slice(0, -1), current: words.at(-1)! },
    context,
  );
  return [...candidates.map(({ value }) => value), ...(files ? ['FILES'] : [])];
}

describe('what can be typed next', () => {
  test.each<[string, string[]]>([
    ['', ['open', 'fill', 'small', 'large']],
    ['sm', ['open', 'fill', 'small', 'large']],
    ['--', OPTIONS],
    ['-', OPTIONS],
    ['open ', ['top']],
    ['open top ', ['top-wide']],
    ['open top top-wide ', []],
    ['open top top-wide because ', ['--plain', '--help']],
    ['fill ', ['FILES']],
    ['fill --', ['--plain', '--help']],
    ['--plain ', ['small', 'large']],
    ['--plain --', OPTIONS.filter((flag) => flag !== '--plain')],
    ['small ', OPTIONS],
    ['small open ', OPTIONS],
    ['--colour ', ['red', 'green', 'blue']],
    ['--colour red,', ['red,green', 'red,blue']],
    ['--colour red,blue,gr', ['red,blue,green']],
    ['--colour=', ['--colour=red', '--colour=green', '--colour=blue']],
    ['--colour=red,', ['--colour=red,green', '--colour=red,blue']],
    ['--colour red --', OPTIONS],
    ['--label a --label b --', OPTIONS],
    ['--shape round --', OPTIONS.filter((flag) => flag !== '--shape')],
    ['--shape=round small ', OPTIONS.filter((flag) => flag !== '--shape')],
    ['--shape --', ['round']],
    ['--from ', ['FILES']],
    ['--from=', ['FILES']],
    ['--label ', []],
    ['--label=', []],
    ['--plain=', []],
    ['--nonsense=', []],
    ['-- ', ['small', 'large']],
    ['-- --', ['small', 'large']],
    ['-- small ', []],
  ])('%j', async (line, expected) => {
    expect(await offered(line)).toEqual(expected);
  });

  test('an argument that repeats is offered again', async () => {
    expect(await offered('a b a ', all)).toEqual(['a', 'b']);
  });

  test('each is told with what it means', async () => {
    const { candidates } = await offerFor(box, [], { words: ['open'], current: '' }, context);
    expect(candidates).toEqual([{ value: 'top', description: 'at 0' }]);
    expect((await offerFor(box, [], { words: [], current: '' }, context)).candidates[0]).toEqual({
      value: 'open',
      description: 'it',
    });
  });
});
