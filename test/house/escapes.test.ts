import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '../../src');
/** Writes codes, and reads those that a keyboard sends. */
const ALLOWED = [join('terminal', 'escapes.ts'), join('terminal', 'keys') + sep];

/** Esc, the bell or an introducer of eight bits (CSI, OSC, DCS), as themselves or as a source spells them. */
const CODE = /[\u0007\u001B\u0090\u009B\u009D]|\\(?:u00|u\{|x)(?:07|1b|90|9b|9d)\b|\\033/i;

it('escape codes are spelled in one file', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => !ALLOWED.some((one) => file.startsWith(one)));
  expect(files.length).toBeGreaterThan(150);
  const offenders = files.filter((file) => CODE.test(readFileSync(join(SRC, file), 'utf8')));
  expect(offenders).toEqual([]);
});

it.each(['\u001B[0m', String.raw`'\u001b[K'`, String.raw`'\x1B['`, String.raw`'\u{1B}'`, String.raw`'\x07'`, '\u009B'])(
  'and are found where they are spelled: %j',
  (source) => expect(source).toMatch(CODE),
);
