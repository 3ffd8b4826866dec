import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GROUPS } from '../../build/machines/conditions.mjs';

const TESTS = readdirSync(join(import.meta.dirname, '..'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => `test/${file.replaceAll('\\', '/')}`);

// Vitest says nothing about a path that matches no test, as long as another one does.
test('every path in the table of machines has tests', () => {
  const conditions = Object.values(GROUPS).flatMap((group) => Object.values<{ files?: readonly string[] }>(group));
  const paths = new Set(conditions.flatMap(({ files = [] }) => files));
  expect(paths.size).toBeGreaterThan(10);
  expect([...paths].filter((path) => !TESTS.some((file) => file.startsWith(path)))).toEqual([]);
});
