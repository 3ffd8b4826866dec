import { expect, test } from 'vitest';
import {
  type Answer,
  defineCommand,
  either,
  flag,
  JSON_FLAG,
  list,
  oneFrom,
  repeated,
  someFrom,
  text,
  without,
  words,
} from '../../src/app/command.ts';
import type { Context } from '../../src/app/context.ts';
import { UsageError } from '../../src/errors.ts';

const command = defineCommand({
  name: 'kinds',
  summary: 'every kind of option',
  description: [],
  options: {
    all: flag('all'),
    save: without('not'),
    speak: either('do', "don't"),
    output: text('<file>', 'where to'),
    area: list('<ids>', 'where'),
    ask: repeated('<question>', 'what'),
    format: oneFrom('<format>', 'as what', ['html', 'fhir']),
    kind: someFrom('<kinds>', 'of what', ['pain', 'note']),
    note: words('<text>', 'which'),
    json: JSON_FLAG,
  },
  exclusive: [['all', 'output', 'ask']],
  examples: [],
  run: ({ args, options }) => ({ document: () => ({ args, ...options }), lines: () => [options.format ?? 'none'] }),
});

/** What the command was given, as it understood it. */
async function given(options: Readonly<Record<string, unknown>>): Promise<object> {
  const answer = (await command.run({ args: ['one'], options }, {} as Context)) as Answer;
  return answer.document();
}

test('each kind of option is declared as it is typed', () => {
  expect(command.options.map(({ flags, list: isList, repeats }) => [flags, isList, repeats])).toEqual([
    ['--all', undefined, undefined],
    ['--no-save', undefined, undefined],
    ['--speak', undefined, undefined],
    ['--no-speak', undefined, undefined],
    ['--output <file>', undefined, undefined],
    ['--area <ids>', true, undefined],
    ['--ask <question>', undefined, true],
    ['--format <format>', undefined, undefined],
    ['--kind <kinds>', true, undefined],
    ['--note <text>', undefined, undefined],
    ['--json', undefined, undefined],
  ]);
});

test('a command gets what was typed under the name of the option, and nothing for what every command takes', async () => {
  expect(await given({ save: false, area: ['lower'], format: 'FHIR', kind: ['pain'], color: false })).toEqual({
    args: ['one'],
    save: false,
    area: ['lower'],
    format: 'fhir',
    kind: ['pain'],
  });
});

test.each([{ format: 'pdf' }, { kind: ['pain', 'joy'] }, { format: 'constructor' }])(
  'a word that is none of the known ones is refused: %j',
  async (options) => {
    await expect(async () => given(options)).rejects.toThrow(UsageError);
  },
);

test.each([{ output: '' }, { output: ' ' }, { area: [''] }, { area: ['lower', ''] }])(
  'an empty value is refused, as it comes from a variable that a script has not set: %o',
  async (options) => {
    const name = Object.keys(options)[0]!;
    await expect(given(options)).rejects.toThrow(`--${name} is empty`);
  },
);

test('words may be empty', async () => {
  expect(await given({ note: '' })).toEqual({ args: ['one'], note: '' });
});

test('options that each ask for something else are refused together, also where one is switched off', async () => {
  await expect(given({ ask: ['why'], all: true })).rejects.toThrow("--all and --ask can't be used together");
  await expect(given({ output: 'a', speak: false })).resolves.toMatchObject({ output: 'a' });
});
