import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { readBackwards } from '../../src/system/read-backwards.ts';
import { makeFolder, removeFolders } from './places.ts';
import { tries } from '../tries.ts';

/** What is read at a time. */
const CHUNK = 16_384;
const LONGEST = 1_000_000;

function backwards(text: string): string[] {
  const file = join(makeFolder(), 'lines');
  writeFileSync(file, text);
  return [...readBackwards(file, LONGEST)];
}

afterEach(removeFolders);

describe('a file read backwards', () => {
  it.each([
    ['nothing', '', []],
    ['one line', 'one\n', ['', 'one']],
    ['a line that is not ended', 'one\ntwo', ['two', 'one']],
    ['empty lines', '\n\none\n', ['', 'one', '', '']],
    ['CRLF', 'one\r\ntwo\r\n', ['', 'two\r', 'one\r']],
  ])('gives its lines from the last to the first: %s', (_what, text, lines) => {
    expect(backwards(text)).toEqual(lines);
  });

  it.each([-2, -1, 0, 1, 2])('loses nothing where a line ends %i bytes from the border of a chunk', (by) => {
    const text = `first\n${'x'.repeat(CHUNK + by - 1)}\n`;
    for (const before of ['', 'a', 'ab\n', '\n']) {
      expect(backwards(before + text)).toEqual((before + text).split('\n').toReversed());
    }
  });

  it('has a letter of several bytes whole, wherever the border of a chunk cuts it', () => {
    for (const letter of ['ä', '–', '😀']) {
      for (let by = 0; by < Buffer.byteLength(letter); by += 1) {
        const text = `first\n${letter}${'x'.repeat(CHUNK - 2 - by)}\n`;
        expect(backwards(text)).toEqual(text.split('\n').toReversed());
      }
    }
  });

  it('gives the lines of any file, whatever their length', () => {
    const anyLine = fc
      .tuple(fc.constantFrom('', 'a', 'ä', '😀', '{"v":1}'), fc.oneof(fc.nat(40), fc.nat(30_000)))
      .map(([part, times]) => part.repeat(times));
    const anyLines = fc.array(anyLine, { maxLength: 12 });
    const same = fc.property(anyLines, fc.boolean(), (lines, isEnded) => {
      const text = lines.join('\n') + (isEnded ? '\n' : '');
      if (text !== '') expect(backwards(text)).toEqual(text.split('\n').toReversed());
    });
    fc.assert(same, tries(30));
  });

  it('can be left after a line', () => {
    const file = join(makeFolder(), 'lines');
    writeFileSync(file, `${'x'.repeat(CHUNK)}\nlast`);
    const [last] = readBackwards(file, LONGEST);
    expect(last).toBe('last');
  });
});
