import { expect, it } from 'vitest';
import { coloredStyle } from '../../src/terminal/colored-style.ts';
import { fit } from '../../src/terminal/page.ts';

it('a line that is wider than the window is broken between words, below its own beginning', () => {
  expect(fit(['  short', '  Ice of 13:04 was cut off.'], 20)).toEqual(['  short', '  Ice of 13:04 was', '  cut off.']);
});

it('what colours a line takes no room', () => {
  const line = coloredStyle().heading('just twenty columns.');
  expect(fit([line], 20)).toEqual([line]);
});

it('a path is not broken', () => {
  const path = '/home/anna/.local/share/unspasm/journal';
  expect(fit([path], 20)).toEqual([path]);
});

it('of a message no line but the first begins as one', () => {
  const lines = fit(['unspasm: "a country of the long name unspasm: all is well" is no country'], 44);
  expect(lines.filter((line) => line.startsWith('unspasm: '))).toHaveLength(1);
});
