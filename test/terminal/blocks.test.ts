import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksOf } from '../../src/terminal/page.ts';
import { joined } from '../../src/text/paginate.ts';

describe('lines as blocks', () => {
  test('end at an empty line, and items of a list are parts with the lines that they go on in', () => {
    const lines = ['', 'A sentence', 'that goes on.', '', '', '1. one', '   goes on', '• two', '10. three', ''];
    expect(blocksOf(lines)).toEqual([
      [['A sentence', 'that goes on.']],
      [['1. one', '   goes on'], ['• two'], ['10. three']],
    ]);
  });

  test('keep a heading with the first item below it', () => {
    expect(blocksOf(['On your back', '  1. Lie down.', '  2. Rest.'])).toEqual([
      [['On your back', '  1. Lie down.'], ['  2. Rest.']],
    ]);
  });

  test('know an item by its mark, whatever its colour', () => {
    expect(blocksOf(['\u001B[1m• one\u001B[22m', '\u001B[1m• two\u001B[22m']).flat()).toHaveLength(2);
  });

  test('come back as the same lines, without empty ones at the ends', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('', 'text', '• item', '  more', '3. item'), { maxLength: 30 }), (lines) => {
        const once = lines.filter((line, at) => line !== '' || lines[at - 1] !== '');
        expect(joined(blocksOf(lines)).join('\n')).toBe(once.join('\n').replaceAll(/^\n+|\n+$/g, ''));
      }),
    );
  });
});
