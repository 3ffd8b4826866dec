import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flagOf, GLOBAL_OPTIONS, lastWord, type LoadedCommand, loadWhole } from '../../src/app/command.ts';
import { parse, type Parsed } from '../../src/app/parse.ts';
import { COMMANDS } from '../../src/app/program.ts';
import { quickParse } from '../../src/app/quick-parse.ts';
import { tries } from '../tries.ts';

const declared = await Promise.all(Object.values(COMMANDS).map(async (load) => (await load()).command));
const commands = await Promise.all(declared.map(loadWhole));

function parsed(
  read: () => Parsed | undefined,
): { name: string; args: readonly string[]; options: object } | 'refused' {
  try {
    const { command, invocation } = read()!;
    return { name: command.name, args: invocation.args, options: { ...invocation.options } };
  } catch {
    return 'refused';
  }
}

/** Words that mean something to a command, or to none. */
function wordsFor({ options, subcommands }: LoadedCommand): fc.Arbitrary<string> {
  const every = [...GLOBAL_OPTIONS, ...options, ...subcommands.flatMap((sub) => sub.options)];
  const flags = every.map(flagOf);
  return fc.oneof(
    fc.constantFrom(...flags),
    fc.constantFrom(...flags).chain((flag) => fc.constantFrom(`${flag}=6`, `${flag}=`, flag.slice(0, -1))),
    fc.constantFrom('6', '-1', 'a,b', '', '-', '--', '-x', '--no-save', '--save', '--no-color', '--color', 'lower'),
    fc.constantFrom(...(subcommands.length > 0 ? subcommands.map(({ name }) => lastWord(name)) : ['list'])),
  );
}

describe('arguments that are read the short way', () => {
  test.each(commands.map((command) => [command.name, command] as const))(
    '%s: as commander reads them, or left to it',
    async (name, command) => {
      const short = declared.find((one) => one.name === name)!;
      const before = fc.array(fc.constantFrom(...GLOBAL_OPTIONS.map(flagOf)), { maxLength: 1 });
      const behind = fc.array(wordsFor(command), { maxLength: 5 });
      const readAlike = async (first: string[], words: string[]) => {
        const argv = [...first, name, ...words];
        const quick = await quickParse(short, argv);
        if (quick) expect(parsed(() => quick)).toEqual(parsed(() => parse(command, argv)));
      };
      await fc.assert(fc.asyncProperty(before, behind, readAlike), {
        ...tries(150),
        examples: [
          [[], ['--yes', 'purge']],
          [[], ['--save', '--no-save']],
        ],
      });
    },
  );

  test.each([
    ['log', ['log', '6', 'a note', '--trigger', 'lifting,stress']],
    ['log', ['log', 'list', '--json']],
    ['log', ['log', '6', 'a', 'note', 'without', 'quotes']],
    ['faq', ['faq', 'ice or heat', '--no-color']],
    ['faq', ['faq', 'should', 'I', 'use', 'ice', '--json']],
    ['triage', ['triage', '--answers', '-', '--no-save']],
  ])('%s is read so where nothing is wrong', async (name, argv) => {
    expect(
      await quickParse(
        declared.find((command) => command.name === name)!,
        argv,
      ),
    ).toBeDefined();
  });
});

test('an option of a command means nothing in front of a subcommand that has none such', () => {
  const log = commands.find(({ name }) => name === 'log')!;
  expect(() => parse(log, ['log', '--limited', 'list'])).toThrow('"log list" has no option --limited');
});

test('what is left to commander keeps what stands before and behind each word', () => {
  const log = commands.find(({ name }) => name === 'log')!;
  const { command, invocation } = parse(log, ['--no-color', 'log', '--no-input', 'list', '--json']);
  expect(command.name).toBe('log list');
  expect(invocation.options).toEqual({ color: false, input: false, json: true });
});
