import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paginate } from '../../src/text/paginate.ts';

const isWhole = () => true;

const part = (name: string, lines: number) => Array.from({ length: lines }, (_, at) => `${name}${at + 1}`);

test('blocks share a page while they fit, with an empty line between; the parts of one have none', () => {
  expect(paginate([[part('a', 2)], [part('b', 1), part('c', 1)], [part('d', 3)]], { first: 6 })).toEqual([
    ['a1', 'a2', '', 'b1', 'c1'],
    ['d1', 'd2', 'd3'],
  ]);
});

test('a part that fits on a page is never split, but a block is, between its parts', () => {
  expect(paginate([[part('a', 3)], [part('b', 2), part('c', 2), part('d', 3)]], { first: 6 })).toEqual([
    ['a1', 'a2', 'a3', '', 'b1', 'b2'],
    ['c1', 'c2', 'd1', 'd2', 'd3'],
  ]);
});

test('no part of a list is alone on the last page, if the one before it fits there too', () => {
  expect(paginate([[part('a', 2), part('b', 2), part('c', 2), part('d', 2)]], { first: 6 })).toEqual([
    ['a1', 'a2', 'b1', 'b2'],
    ['c1', 'c2', 'd1', 'd2'],
  ]);
  expect(paginate([[part('a', 2)], [part('b', 3), part('c', 2)]], { first: 6 })).toEqual([
    ['a1', 'a2'],
    ['b1', 'b2', 'b3', 'c1', 'c2'],
  ]);
  expect(paginate([[part('a', 2), part('b', 4), part('c', 3)]], { first: 6 })).toEqual([
    ['a1', 'a2', 'b1', 'b2', 'b3', 'b4'],
    ['c1', 'c2', 'c3'],
  ]);
});

test('a box is divided only where it is higher than a page', () => {
  expect(paginate([[part('a', 2)], [part('b', 5)]], { first: 6, isWhole })).toEqual([part('a', 2), part('b', 5)]);
  expect(paginate([[part('a', 1)], [part('b', 7)]], { first: 6, isWhole })).toEqual([
    ['a1', '', 'b1', 'b2', 'b3', 'b4'],
    ['b5', 'b6', 'b7'],
  ]);
});

test('a part higher than a page goes on over as many as it takes', () => {
  expect(paginate([[part('a', 1)], [part('b', 7)]], { first: 5, next: 3 })).toEqual([
    ['a1', '', 'b1', 'b2', 'b3'],
    ['b4', 'b5', 'b6'],
    ['b7'],
  ]);
});

test('a part is split rather than leave the page before it more than half empty', () => {
  expect(paginate([[part('a', 2)], [part('b', 5)]], { first: 6 })).toEqual([
    ['a1', 'a2', '', 'b1', 'b2', 'b3'],
    ['b4', 'b5'],
  ]);
  expect(paginate([[part('a', 3)], [part('b', 4)]], { first: 6 })).toEqual([part('a', 3), part('b', 4)]);
});

test('no single line of a part is left alone where it is split', () => {
  expect(paginate([[part('a', 1)], [part('b', 5)]], { first: 6 })).toEqual([
    ['a1', '', 'b1', 'b2', 'b3'],
    ['b4', 'b5'],
  ]);
  expect(paginate([[part('a', 1)], [part('b', 3)]], { first: 4 })).toEqual([['a1'], part('b', 3)]);
});

test('the first page may have another height', () => {
  expect(paginate([[part('a', 3)], [part('b', 1)]], { first: 5, next: 2 })).toEqual([['a1', 'a2', 'a3', '', 'b1']]);
});

test('the last page may have to be lower: the last block moves on, or the last parts', () => {
  expect(paginate([[part('a', 2), part('b', 2), part('c', 1)]], { first: 6, last: 3 })).toEqual([
    ['a1', 'a2'],
    ['b1', 'b2', 'c1'],
  ]);
  expect(paginate([[part('a', 2), part('b', 2), part('c', 1)]], { first: 6, last: 2 })).toEqual([
    ['a1', 'a2', 'b1', 'b2'],
    ['c1'],
  ]);
  expect(paginate([[part('a', 1)], [part('b', 3)]], { first: 6, last: 4 })).toEqual([['a1'], part('b', 3)]);
  expect(paginate([[part('a', 5)]], { first: 6, last: 3 })).toEqual([
    ['a1', 'a2'],
    ['a3', 'a4', 'a5'],
  ]);
});

test('nothing is a page of nothing', () => {
  expect(paginate([[], [[]]], { first: 5 })).toEqual([]);
});

test('no line is lost or doubled, and no page is higher than it may be', () => {
  const blocks = fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 5 }), { maxLength: 6 });
  const height = fc.integer({ min: 1, max: 15 });
  fc.assert(
    fc.property(blocks, height, height, height, (heights, first, next, last) => {
      const all = heights.map((parts, at) => parts.map((lines, which) => part(`${at}-${which}-`, lines)));
      const pages = paginate(all, { first, next, last });
      expect(pages.flat().filter(Boolean)).toEqual(all.flat(2));
      pages.forEach((page, at) => expect(page.length).toBeLessThanOrEqual(at === 0 ? first : next));
      expect(pages.at(-1)?.length ?? 0).toBeLessThanOrEqual(last);
    }),
  );
});
