import { expect, it } from 'vitest';
import { plugins } from '../../build/plugins.mjs';

interface Plugin {
  readonly name: string;
  readonly transform: (code: string, id: string) => { code: string } | null;
  readonly renderChunk: (code: string, chunk: { fileName: string; exports: string[] }) => { code: string } | null;
}

const named = (name: string) => plugins.find((one) => one.name === name) as unknown as Plugin;

function loadedOnUse(code: string): string | undefined {
  return named('loaded-on-use').transform(code, '/src/a.ts')?.code;
}

/** @param code what comes before its exports */
function exported(code: string, names: readonly string[], write = getter): string | undefined {
  const chunk = { fileName: 'a.cjs', exports: [...names] };
  return named('exported-by-value').renderChunk([code, ...names.map(write)].join('\n'), chunk)?.code;
}

/** As rolldown writes it. */
function getter(name: string): string {
  return [
    `Object.defineProperty(exports, "${name}", {`,
    '\tenumerable: true,',
    '\tget: function () {',
    `\t\treturn ${name};`,
    '\t}',
    '});',
  ].join('\n');
}

it('functions of slow packages load them when they are called', () => {
  expect(loadedOnUse(`import { hostname, uptime } from 'node:os';`)).toBe(
    `const hostname = (...args) => require('node:os').hostname(...args), uptime = (...args) => require('node:os').uptime(...args);`,
  );
  expect(loadedOnUse(`import width from "fast-string-width";`)).toBe(
    `const width = (...args) => require('fast-string-width').default(...args);`,
  );
  expect(loadedOnUse(`import { join } from 'node:path';`)).toBeUndefined();
});

it.each([
  `import { EOL } from 'node:os';`,
  `import { constants, hostname } from 'node:os';`,
  `import { webcrypto } from 'node:crypto';`,
  `import os from 'node:os';`,
  `import * as os from 'node:os';`,
  `import { hostname as name } from 'node:os';`,
  `import { hostname, } from 'node:os';`,
  `import { noSuchFunction } from 'node:os';`,
  `export { hostname } from 'node:os';`,
])('the build refuses %s', (code) => {
  expect(() => loadedOnUse(code)).toThrow('/src/a.ts: only functions of node:');
});

it('a function is exported by value', () => {
  expect(exported('function one() {}\nasync function two() {}', ['one', 'two'])).toContain(
    'exports["one"] = one;\nexports["two"] = two;',
  );
});

it.each([
  'let one = () => 1;',
  'var one;',
  'function one() {}\none = memoized(one);',
  'function one() {}\nfunction reset() {\n\tone ??= other;\n}',
  'function outer() {\n\tfunction one() {}\n}\nlet one = 1;',
])('what may change later keeps its getter: %j', (code) => {
  expect(exported(code, ['one'])).toBeUndefined();
});

it('the build fails where exports are written in a way that the plugin does not know', () => {
  expect(() =>
    exported('function one() {}', ['one'], (name) => `__export(exports, { ${name}: () => ${name} });`),
  ).toThrow('a.cjs: rolldown writes exports differently now');
});
