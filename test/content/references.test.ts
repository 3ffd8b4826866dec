import { describe, expect, test } from 'vitest';
import { content, dataFiles, everything, references, repeated, texts } from './data-files.ts';

const passages = new Set(content.chapters().flatMap((chapter) => chapter.passages.map((passage) => passage.id)));

/** Where an id is named that nothing has. */
function dangling(named: readonly { where: string; id: string }[], known: { has(id: string): boolean }): string[] {
  return named.filter(({ id }) => !known.has(id)).map(({ where, id }) => `${where}: ${id}`);
}

describe('sources', () => {
  const named = references(
    'sources',
    dataFiles().filter((file) => file !== 'sources.json'),
  );

  test('that are named exist', () => {
    expect(named.length).toBeGreaterThan(200);
    expect(dangling(named, content.sources())).toEqual([]);
  });

  test('are all named somewhere', () => {
    const used = new Set(named.map(({ id }) => id));
    expect([...content.sources().keys()].filter((id) => !used.has(id))).toEqual([]);
  });
});

describe('passages', () => {
  test('that are named exist', () => {
    const named = references('passage');
    expect(named.length).toBeGreaterThan(20);
    expect(dangling(named, passages)).toEqual([]);
  });
});

describe('ids', () => {
  test('stand once in their list', () => {
    const lists = everything().filter(({ value }) => Array.isArray(value));
    const twice = lists.flatMap(({ where, value }) => repeated(idsOf(value)).map((id) => `${where}: ${id}`));
    expect(twice).toEqual([]);
  });
});

function idsOf(list: unknown): string[] {
  const items = list as readonly ({ id?: string } | string)[];
  return items.flatMap((item) => (typeof item === 'object' && item.id ? [item.id] : []));
}

describe('texts', () => {
  test('have no spaces at their ends, no double ones, no line breaks', () => {
    expect(texts().filter(({ text }) => text !== text.trim() || /\s\s|[^\S ]/.test(text))).toEqual([]);
  });
});
