import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lookUpPacked, packIndex } from '../../src/text/packed-index.ts';

const word = fc.stringMatching(/^[a-z@#|&!~?^$. :]{1,8}$/);

describe('a book', () => {
  test('gives back what was written under a key, and nothing under others', () => {
    fc.assert(
      fc.property(fc.dictionary(word, fc.array(word, { minLength: 1 })), word, (written, other) => {
        const lists = new Map(Object.entries(written));
        const book = packIndex(lists);
        for (const [key, list] of lists) expect(lookUpPacked(book, key)).toEqual(list);
        if (!lists.has(other)) expect(lookUpPacked(book, other)).toEqual([]);
      }),
    );
  });

  test.each(['a<b', 'a>b', 'a;b'])('refuses %s, which it could not tell from its own signs', (text) => {
    expect(() => packIndex(new Map([['key', [text]]]))).toThrow(text);
    expect(() => packIndex(new Map([[text, ['entry']]]))).toThrow(text);
  });

  test('finds nothing under a text that goes across two of its keys', () => {
    const book = packIndex(new Map(['one', 'two'].map((key) => [key, ['entry']])));
    expect(lookUpPacked(book, 'one>entry<two')).toEqual([]);
  });
});
