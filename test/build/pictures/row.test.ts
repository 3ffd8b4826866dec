import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowToSvg } from '../../../build/pictures/svg/row.mjs';
import { faultsOf, inked } from './cells.ts';

describe('text', () => {
  test('stands at its column, and is held to its width', () => {
    expect(rowToSvg(inked('  two words'))).toBe('<text x="16" y="12" textLength="72">two words</text>');
  });

  test('is cut where there is a gap, so that no blanks have to be kept', () => {
    expect(rowToSvg(inked('a   b'))).toBe('<text x="0" y="12">a</text><text x="32" y="12">b</text>');
  });

  test('is nothing in an empty row', () => {
    expect(rowToSvg(inked('      '))).toBe('');
  });

  test('is escaped', () => {
    expect(rowToSvg(inked('<a href="x">&'))).toContain('&lt;a href=&quot;x&quot;&gt;&amp;');
  });

  test('has its odd signs by themselves, in the middle of their cells', () => {
    expect(rowToSvg(inked('❯ a'))).toBe('<text x="4" text-anchor="middle" y="12">❯</text><text x="16" y="12">a</text>');
  });

  test('is well-formed whatever it holds', () => {
    const cell = fc.record({
      sign: fc.integer({ min: 0, max: 0x2fff }).map((code) => String.fromCodePoint(code)),
      ink: fc.constantFrom('', 'bold c6', 'inverse', 'dim', 'bold inverse'),
    });
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 20 }), (row) => {
        expect(faultsOf(rowToSvg(row))).toEqual([]);
      }),
    );
  });
});

describe('ink', () => {
  test.each([
    ['bold', 'b'],
    ['bold c6', 'b c6'],
    ['dim', 'd'],
    ['bold underline', 'b u'],
  ])('%s has the classes %s', (ink, classes) => {
    expect(rowToSvg(inked('hey', ink))).toBe(`<text x="0" y="12" textLength="24" class="${classes}">hey</text>`);
  });

  test('that is swapped is paper on a ground of its own', () => {
    expect(rowToSvg(inked('now ', 'bold inverse c1'))).toBe(
      '<path d="M0 0h32v16h-32z" class="b c1"/><text x="0" y="12" textLength="24" class="b i">now</text>',
    );
  });

  test('changes in the middle of a row', () => {
    const row = [...inked('q', 'bold c6'), ...inked(' stop')];
    expect(rowToSvg(row)).toBe(
      '<text x="0" y="12" class="b c6">q</text><text x="16" y="12" textLength="32">stop</text>',
    );
  });
});

describe('blocks', () => {
  test('are rectangles, and those that touch are one', () => {
    expect(rowToSvg(inked(' ███'))).toBe('<path d="M8 0h24v16h-24z"/>');
  });

  test('are halves above and below, and gaps stay gaps', () => {
    expect(rowToSvg(inked('▀▀ ▄'))).toBe('<path d="M0 0h16v8h-16zM24 8h8v8h-8z"/>');
  });

  test('are bars of eighths', () => {
    expect(rowToSvg(inked('▁▅'))).toBe('<path d="M0 14h8v2h-8zM8 6h8v10h-8z"/>');
  });

  test('are the lines of a frame, which meet at its corners', () => {
    expect(rowToSvg(inked('┏━'))).toBe('<path d="M3 7h13v2h-13zM3 8h2v8h-2z"/>');
    expect(rowToSvg(inked('┃'))).toBe('<path d="M3 0h2v8h-2zM3 8h2v8h-2z"/>');
  });

  test('stand beside text', () => {
    expect(rowToSvg(inked('█ a'))).toBe('<path d="M0 0h8v16h-8z"/><text x="16" y="12">a</text>');
  });
});
