import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coloredStyle } from '../../src/terminal/colored-style.ts';
import { openOutput } from '../../src/terminal/output.ts';
import { writerTo } from '../../src/terminal/writer.ts';
import { PLAIN, type Style } from '../../src/terminal/style.ts';
import { toTerminal } from '../../src/text/sanitize.ts';
import { wrap } from '../../src/text/wrap.ts';
import { foreignText, STEERING, steeringIn } from './steering.ts';
import { tries } from '../tries.ts';

const KINDS = Object.keys(PLAIN) as (keyof Style)[];
const STYLE = coloredStyle();
/** Bold, dim, underlined, inverse, red, magenta, cyan, and the end of each. */
const COLOURS = [1, 2, 4, 7, 22, 24, 27, 31, 35, 36, 39];

function written(isTerminal: boolean, write: (output: ReturnType<typeof openOutput>) => void): string {
  let all = '';
  write(openOutput({ isTerminal, text: (text) => void (all += text) }));
  return all;
}

describe('lines for people', () => {
  it.each([true, false])('hold nothing that steers, on a terminal: %s', (isTerminal) => {
    fc.assert(
      fc.property(foreignText, (text) => {
        expect(steeringIn(written(isTerminal, ({ lines }) => lines([text])))).toBeUndefined();
      }),
    );
  });

  it('keep our colours and nobody else’s, beside, inside and around each other', () => {
    const kind = fc.constantFrom(...KINDS);
    fc.assert(
      fc.property(foreignText, foreignText, kind, kind, (one, other, outer, inner) => {
        const styled = STYLE[outer](`${one}${STYLE[inner](other)}`);
        const all = written(true, ({ lines }) => lines([one + styled + other]));
        expect(steeringIn(all, COLOURS)).toBeUndefined();
        // Without our own style not one colour is left: those in the text were somebody else's.
        expect(steeringIn(written(true, ({ lines }) => lines([one + other])))).toBeUndefined();
      }),
    );
  });

  it('are as many as were given, whatever line breaks are in them', () => {
    fc.assert(
      fc.property(fc.array(foreignText), (texts) => {
        const all = written(false, ({ lines }) => lines(texts));
        expect(all.split('\n')).toHaveLength(texts.length + 1);
      }),
    );
  });

  it('are still so when they were wrapped on the way', () => {
    fc.assert(
      fc.property(foreignText, foreignText, fc.constantFrom(...KINDS), (one, other, kind) => {
        const lines = wrap(`${one} ${STYLE[kind](other)} ${one} and more words`, 20);
        expect(steeringIn(lines.map(toTerminal).join('\n'), COLOURS)).toBeUndefined();
        expect(steeringIn(wrap(`${one} ${other}`, 20).map(toTerminal).join('\n'))).toBeUndefined();
      }),
    );
  });

  it('show a colour that spans lines on each of them', () => {
    const lines = wrap(STYLE.strong('three words here'), 10).map(toTerminal);
    expect(lines).toEqual(['\u001B[1mthree\u001B[22m', '\u001B[1mwords here\u001B[22m']);
  });

  it('keep tabs, and as many letters as there were; a line break begins no line', () => {
    expect(toTerminal('a\tb\nc\u001B[31md')).toBe('a\tb c [31md');
  });
});

describe('documents', () => {
  it('go into a pipe byte by byte', () => {
    fc.assert(
      fc.property(foreignText, (text) => {
        expect(written(false, ({ document }) => document(text))).toBe(text);
        expect(written(false, ({ document }) => document(JSON.stringify(text), true))).toBe(JSON.stringify(text));
      }),
    );
  });

  it('steer no terminal', () => {
    fc.assert(
      fc.property(foreignText, (text) => {
        expect(steeringIn(written(true, ({ document }) => document(text)))).toBeUndefined();
      }),
    );
  });

  it('are JSON of the same meaning on a terminal', () => {
    fc.assert(
      fc.property(foreignText, (text) => {
        const all = written(true, ({ document }) => document(JSON.stringify({ [text]: text }, undefined, 2), true));
        expect(steeringIn(all)).toBeUndefined();
        expect(JSON.parse(all)).toEqual({ [text]: text });
      }),
    );
  });

  it('have every steering letter escaped there', () => {
    for (const letter of STEERING) {
      const all = written(true, ({ document }) => document(JSON.stringify(letter), true));
      expect(steeringIn(all)).toBeUndefined();
      expect(JSON.parse(all)).toBe(letter);
    }
  });
});

describe('a console of Windows', () => {
  it('gets letters through its stream, in pieces that are written at once and split no letter', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '━'), minLength: 4_900, maxLength: 11_000 });
    fc.assert(
      fc.property(letters, (text) => {
        const pieces: string[] = [];
        writerTo(1, { isTTY: true, write: (piece) => Boolean(pieces.push(String(piece))) })(text);
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces) expect(Buffer.byteLength(piece)).toBeLessThan(16_384);
        for (const piece of pieces) expect(piece).not.toMatch(/\p{Surrogate}/u);
      }),
      tries(20),
    );
  });
});

it('prompts are made in one place, which makes them harmless', () => {
  const folder = join(import.meta.dirname, '..', '..', 'src', 'terminal', 'prompts');
  const makers = readdirSync(folder).filter((name) =>
    readFileSync(join(folder, name), 'utf8').includes('createPrompt'),
  );
  expect(makers).toEqual(['prompt.ts']);
});
