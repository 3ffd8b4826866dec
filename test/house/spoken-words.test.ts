import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'rolldown/parseAst';
import { expect, test } from 'vitest';
import { AMERICAN, BANNED, found } from '../content/banned-words.ts';

const SRC = join(import.meta.dirname, '../../src');

/** Some words that are another thing here: names of variables and fields, of files, and what people may type. */
const OTHER_THINGS = [
  /NO_COLOR|no-color\.org/,
  /\bcue\b/,
  /log import diary\.csv/,
  /^pain relief$/,
  /it may be cut off$/,
  // Shell and HTML.
  /\n/,
];

/** A semicolon parts the items of a list whose items have commas, and in help and errors two clauses. */
const RULES = [...BANNED.filter(([pattern]) => pattern.source !== ';'), ...AMERICAN];

/** The texts of several words in a part of a syntax tree; what is filled in is a number. */
function textsIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap(textsIn);
  const { type, value, quasis } = node as { type?: string; value?: unknown; quasis?: { value: { cooked: string } }[] };
  const own =
    type === 'TemplateLiteral' ? quasis!.map((part) => part.value.cooked).join('9') : type === 'Literal' ? value : '';
  const inner = Object.values(node).flatMap(textsIn);
  return typeof own === 'string' && /[a-z]{2} [a-z]/i.test(own) ? [own, ...inner] : inner;
}

test('the program speaks in the words that everybody says, one for each thing, and in British spelling', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const texts = files.flatMap((file) =>
    textsIn(parseAst(readFileSync(join(SRC, file), 'utf8'), { lang: 'ts' })).map((text) => [file, text] as const),
  );
  const checked = texts.filter(([, text]) => !OTHER_THINGS.some((pattern) => pattern.test(text)));
  expect(checked.length).toBeGreaterThan(1500);
  expect(checked.flatMap(([file, text]) => found(text, RULES).map((one) => `${file}: ${one}`))).toEqual([]);
});
