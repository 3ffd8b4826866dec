import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entry, escape, lines, paragraph, request } from '../../src/help/man/roff.ts';

describe('a text on a manual page', () => {
  test.each([
    ['--no-color', '\\-\\-no\\-color'],
    ['C:\\new', 'C:\\enew'],
    [`it's "so"`, 'it\\(aqs \\(dqso\\(dq'],
    ['`a` ^b ~/c', '\\(gaa\\(ga \\(hab \\(ti/c'],
    ['10 °C …', '10 \\[u00B0]C \\[u2026]'],
    ['😀', '\\[u1F600]'],
    ['a\tb\nc\u001B[31m', 'a b c [31m'],
  ])('means itself: %j', (text, expected) => {
    expect(escape(text)).toBe(expected);
  });

  test.each([
    ['.SH NAME', ['\\&.SH NAME']],
    ["'br", ['\\(aqbr']],
    ['', []],
    [`${'x'.repeat(75)} .TH y`, ['x'.repeat(75), '\\&.TH y']],
  ])('is no request: %j', (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  test('whatever it is, its lines are short, plain ASCII, and no requests', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 6 })), (words) => {
        const made = lines(words.join(' '));
        expect(made.filter((line) => !/^[ -~]+$/.test(line) || /^[.']/.test(line))).toEqual([]);
        expect(made.filter((line) => / /.test(line) && line.length > 78)).toEqual([]);
        // No escape but those of the table.
        expect(made.join('').replace(/\\(?:[e&-]|\(aq|\(dq|\(ga|\(ha|\(ti|\[u[0-9A-F]{4,6}\])/g, '')).not.toMatch(
          /[\\"'`^~-]/,
        );
      }),
    );
  });

  test('stands as it is where it is to be copied', () => {
    expect(paragraph('Bash:\n  .bashrc -a')).toEqual(['.PP', 'Bash:', '.RS 4', '.nf', '\\&.bashrc \\-a', '.fi', '.RE']);
  });

  test('can be what a request is given', () => {
    expect(request('SH', 'SEE "ALSO"')).toBe('.SH "SEE \\(dqALSO\\(dq"');
    expect(entry('--at <time>', '.when')).toEqual(['.TP', '.B "\\-\\-at <time>"', '\\&.when']);
  });
});
