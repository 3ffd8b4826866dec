import { describe, expect, test } from 'vitest';
import { readTyped } from '../../src/completion/typed.ts';

const OPTIONS = [
  { flags: '--at <time>', description: '' },
  { flags: '--json', description: '' },
];

describe('what was typed so far', () => {
  test.each<[string, string[], object]>([
    ['nothing', [], { args: [], given: new Set(), ended: false }],
    ['arguments', ['6', 'a note'], { args: ['6', 'a note'] }],
    ['an option, which is no argument', ['--json', '6'], { args: ['6'], given: new Set(['--json']) }],
    ['an option with its value', ['--at', 'mon', '6'], { args: ['6'], given: new Set(['--at']) }],
    ['a value that looks like an option', ['--at', '--json', '6'], { args: ['6'], given: new Set(['--at']) }],
    ['a value behind a sign', ['--at=mon', '6'], { args: ['6'], given: new Set(['--at']) }],
    ['an empty value behind a sign', ['--at=', '6'], { args: ['6'], given: new Set(['--at']) }],
    ['a dash, which is standard input', ['-', '6'], { args: ['-', '6'] }],
    ['an option that there is not', ['--nonsense', '6'], { args: ['6'], given: new Set(['--nonsense']) }],
    ['the end of options', ['--', '--json', '--'], { args: ['--json', '--'], given: new Set(), ended: true }],
    ['an option whose value comes next', ['6', '--at'], { args: ['6'], awaiting: OPTIONS[0] }],
  ])('%s', (_, words, expected) => {
    expect(readTyped(words, OPTIONS)).toMatchObject(expected);
  });

  test('awaits nothing behind a value that was given', () => {
    expect(readTyped(['--at', 'mon'], OPTIONS)).not.toHaveProperty('awaiting');
    expect(readTyped(['--at=mon'], OPTIONS)).not.toHaveProperty('awaiting');
  });
});
