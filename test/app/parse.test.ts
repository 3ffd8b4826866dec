import { expect, test } from 'vitest';
import { command as config } from '../../src/settings/commands/config.ts';
import { command as log } from '../../src/journal/commands/log.ts';
import { command as rest } from '../../src/guide/commands/rest.ts';
import { type CommandDeclaration, loadWhole } from '../../src/app/command.ts';
import { parse } from '../../src/app/parse.ts';

async function refusal(
  declaration: CommandDeclaration,
  line: string,
): Promise<Record<'message' | 'code' | 'hint', string>> {
  try {
    parse(await loadWhole(declaration), line.split(' '));
  } catch (error) {
    const { message, code, hint } = error as Error & { code: string; hint: string };
    return { message, code, hint };
  }
  throw new Error('nothing was refused');
}

test.each([
  [rest, 'rest --jso', "unknown option '--jso' (did you mean --json?)", 'unknown-option', 'rest'],
  [rest, 'rest now', "too many arguments for 'rest'. Expected 0 arguments but got 1.", 'excess-arguments', 'rest'],
  [log, 'log list --cou 3', "unknown option '--cou' (did you mean --count?)", 'unknown-option', 'log list'],
  [log, 'log --json list --cou', "unknown option '--cou' (did you mean --count?)", 'unknown-option', 'log list'],
  [
    log,
    'log edit',
    "missing required argument 'id': the id of an entry, from unspasm log list",
    'missing-argument',
    'log edit',
  ],
  [log, 'log 3 --at', "option '--at <time>' argument missing", 'option-missing-argument', 'log'],
  [config, 'config resett', 'unknown command: "config resett" (did you mean "reset"?)', 'unknown-command', 'config'],
  [config, 'config country GB', 'unknown command: "config country"', 'unknown-command', 'config'],
  [log, 'log edit k3f9q --zzzz', "unknown option '--zzzz'", 'unknown-option', 'log edit'],
] as const)('is refused, with the page that helps: $1', async (declaration, line, message, code, page) => {
  expect(await refusal(declaration, line)).toEqual({ message, code, hint: `for help, run: unspasm help ${page}` });
});

test.each([
  [log, 'log -1', '-1', 'log'],
  [log, 'log 6 -1.5', '-1.5', 'log'],
])('a number below 0 is called that, and not an option: $1', async (declaration, line, number, page) => {
  expect(await refusal(declaration, line)).toEqual({
    message: `${number} is less than 0`,
    code: 'negative-number',
    hint: `use 0 or more; for help, run: unspasm help ${page}`,
  });
});

test.each([
  [log, 'log 6 --note --json', '--note', '--json'],
  [log, 'log --medicine --json --medicine GB', '--medicine', '--json'],
  [log, 'log list --count --json', '--count', '--json'],
])('an option is not taken for the value of the one before it: $1', async (declaration, line, option, next) => {
  expect(await refusal(declaration, line)).toEqual({
    message: `${option} has no value`,
    code: 'option-missing-argument',
    hint: `write one after it; if ${next} is the value, write ${option}=${next}`,
  });
});

test('a command that takes words says how they may begin with a dash', async () => {
  const { message, hint } = await refusal(log, 'log 6 -sore');
  expect(message).toBe("unknown option '-sore'");
  expect(hint).toBe('to use words that begin with -, write -- before them; for help, run: unspasm help log');
});
