import { describe, expect, it } from 'vitest';
import { choiceHint, placed } from '../../src/terminal/line-hints.ts';

function hint(keys: readonly string[], more: { default?: string; canGoBack?: boolean } = {}): string {
  const options = keys.map((key) => ({ id: key, key, label: `label of ${key}` }));
  return choiceHint({ intro: '', options, ...more });
}

describe('what can be typed for a choice', () => {
  it.each([
    [['1', '2', '3'], 'Type a number from 1 to 3, or: quit'],
    [['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'], 'Type a number from 0 to 10, or: quit'],
    [['1', '2', '3', '0'], 'Type one of 1 to 3, 0, or: quit'],
    [['1', 'a', 'b', 'c', 'd'], 'Type one of 1, a to d, or: quit'],
    [['l', 's'], 'Type one of l, s, or: quit'],
    [['t', 's', 'q'], 'Type one of t, s, q'],
  ])('of %j is "%s"', (keys, expected) => {
    expect(hint(keys)).toBe(expected);
  });

  it('names what Enter alone takes by its words, and no key that a reader passes over', () => {
    expect(hint(['-', 'y', 'n'], { default: '-', canGoBack: true })).toBe(
      'Type one of y, n, or: back, quit. Or press Enter for: label of -',
    );
  });
});

it('a place among others is said in words', () => {
  expect([placed('2/11', 'Age'), placed(undefined, 'Age')]).toEqual(['2 of 11: Age', 'Age']);
});
