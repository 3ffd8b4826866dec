import { describe, expect, it } from 'vitest';
import { plain, plainLines } from '../../../src/report/fhir/values.ts';

describe('text from outside', () => {
  it.each(['', ' ', '\t\n', '\u00A0\u3000', '\uFEFF', '\u001B\u0007', '\u202E'])(
    'is nothing where it holds nothing: %j',
    (text) => {
      expect(plain(text)).toBeUndefined();
      expect(plainLines(text)).toBeUndefined();
    },
  );

  it('steers no terminal, and turns no direction', () => {
    expect(plain('\u001B[2Jred \u202Eback')).toBe('[2Jred back');
  });

  it('holds no space that a FHIR string may not hold', () => {
    expect(plain('a\u00A0b\u3000c')).toBe('a b c');
  });

  it('holds no half of a letter, and leaves whole ones alone', () => {
    expect(plain('„aua“ 😀 \uD83D!')).toBe('„aua“ 😀 \uFFFD!');
  });

  it('keeps the lines of a note, and nothing else at their ends', () => {
    expect(plainLines('\n one \r\n\r\n two\rthree\u2028four\n')).toBe('one\n\ntwo\nthree\nfour');
    expect(plain('one\ntwo')).toBe('one two');
  });

  it('keeps what only other formats have to fear', () => {
    expect(plain('=1+1 ]]> <script>')).toBe('=1+1 ]]> <script>');
  });
});
