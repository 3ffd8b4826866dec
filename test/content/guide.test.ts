import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Passage } from '../../src/content/types.ts';
import { content } from './data-files.ts';
import { FACTS } from './guide-facts.ts';

const chapters = content.chapters();
const passages = chapters.flatMap((chapter) => chapter.passages);
const ids = JSON.parse(readFileSync(new URL('passage-ids.json', import.meta.url), 'utf8')) as string[];

describe('the guide', () => {
  test('has all of its 73 passages, each once', () => {
    expect(ids).toHaveLength(73);
    expect(passages.map((passage) => passage.id).toSorted()).toEqual(ids.toSorted());
  });

  test('has its passages in the order of the guide', () => {
    expect(passages.map((passage) => passage.id)).toEqual(ids);
  });

  test('has 15 chapters, one after the other', () => {
    expect(chapters.map((chapter) => chapter.order)).toEqual(Array.from({ length: 15 }, (_, index) => index + 1));
    expect(new Set(chapters.map((chapter) => chapter.id)).size).toBe(15);
  });

  test('has each chapter under its id', () => {
    expect(chapters.map(({ id }) => content.chapter(id))).toEqual(chapters);
  });

  test('is the source of each passage', () => {
    expect(passages.filter((passage) => !passage.sources.includes('guide'))).toEqual([]);
  });
});

describe('nothing of the guide is lost', () => {
  test('each passage has facts to look for', () => {
    expect(Object.keys(FACTS).toSorted()).toEqual(ids.toSorted());
  });

  test.each(passages)('in $id', (passage) => {
    expect(lost(passage)).toEqual([]);
  });
});

/** The facts that a passage leaves out. A note doesn't count: it is what others say. */
function lost({ id, text }: Passage): RegExp[] {
  return (FACTS[id] ?? []).filter((fact) => !new RegExp(fact, 'i').test(text));
}
