import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/app/program.ts';
import { content, repeated } from '../content/data-files.ts';
import { chapters, searchContent } from './index.ts';

const passages = chapters.flatMap((chapter) => chapter.passages.map(({ id }) => id));

describe('data/search.json', () => {
  test('has words for every passage, and for no other', () => {
    expect(searchContent.asked.map(({ id }) => id).toSorted()).toEqual(passages.toSorted());
  });

  test('names commands that are there, for passages that are', () => {
    const therapies = content.therapies().therapies.map(({ id }) => id);
    const stretches = content.stretches().stretches.map(({ id }) => `stretch ${id}`);
    const known = new Set([...Object.keys(COMMANDS), ...therapies, ...stretches]);
    expect(searchContent.commands.map(({ command }) => command).filter((one) => !known.has(one))).toEqual([]);
    const ids = searchContent.commands.flatMap((one) => one.passages);
    expect(ids.filter((id) => !passages.includes(id))).toEqual([]);
    expect(repeated(ids)).toEqual([]);
  });
});
