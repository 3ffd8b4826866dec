import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyLetter } from '../any-letter.ts';
import { offerLines } from '../../src/completion/answer-shell.ts';

const lines = (...candidates: { value: string; description?: string }[]) => offerLines({ candidates, files: false });

test('a line holds the value and what it means', () => {
  expect(
    lines({ value: 'ice', description: 'with a timer' }, { value: 'on' }, { value: 'off', description: ' ' }),
  ).toEqual(['ice\twith a timer', 'on', 'off']);
});

test('names of files are asked for by a line of their own', () => {
  expect(offerLines({ candidates: [{ value: 'a' }], files: true })).toEqual(['a', ':files']);
});

test('a long description is cut between its letters', () => {
  const [line] = lines({ value: 'a', description: '😀'.repeat(70_000) });
  expect(line).toBe(`a\t${'😀'.repeat(59)}…`);
});

test('a value is offered once', () => {
  expect(lines({ value: 'a' }, { value: 'b' }, { value: 'a' })).toEqual(['a', 'b']);
});

test.each(['$(reboot)', '`x`', 'a b', "a'b", 'a;b', 'a\tb', 'a\nb', '~', '*', ':files', '', '\u202Ea', 'ä'])(
  'a value that a shell would read more into is left out: %j',
  (value) => {
    expect(lines({ value })).toEqual([]);
  },
);

test('whatever a note holds, a description is one short line of harmless letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyLetter, maxLength: 300 }), (description) => {
      const [line = '', ...more] = lines({ value: 'id', description });
      expect(more).toEqual([]);
      expect(line).toMatch(/^id(\t[^\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]{1,240})?$/);
      expect(Array.from(line).length).toBeLessThanOrEqual(63);
    }),
  );
});
