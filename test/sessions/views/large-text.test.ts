import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canDraw } from '../../../src/sessions/views/big-signs.ts';
import { largeText } from '../../../src/sessions/views/large-text.ts';
import { content } from '../../content/data-files.ts';

const shown = (text: string, columns: number, rows: number, blocks = true) =>
  `\n${largeText(text, columns, rows, blocks)
    ?.rows.map((row) => row.trimEnd())
    .join('\n')}`;

/** Every text that the data has for large letters. */
const LARGE = content
  .therapies()
  .therapies.flatMap(({ round, forms = [], end }) => [
    ...[...round, ...forms.flatMap((form) => form.round)].flatMap(({ checks = [] }) =>
      checks.flatMap(({ large, asks }) => large ?? asks?.large ?? []),
    ),
    ...(end.large ? [end.large] : []),
  ]);

describe('large letters', () => {
  it('take as many lines as makes them largest', () => {
    expect(shown('Take the ice off', 39, 8)).toMatchInlineSnapshot(`
      "
      ▄▄▄ ▄▄▄ ▄ ▄ ▄▄▄   ▄▄▄ ▄ ▄ ▄▄▄
       █  █▄█ █▄▀ █▄     █  █▄█ █▄
       █  █ █ █ █ █▄▄    █  █ █ █▄▄

         ▄ ▄▄▄ ▄▄▄   ▄▄▄ ▄▄▄ ▄▄▄
         █ █   █▄    █ █ █▄  █▄
         █ █▄▄ █▄▄   █▄█ █   █"
    `);
    expect(shown('Take the ice off', 35, 13)).toMatchInlineSnapshot(`
      "
      ███ ███ █ █ ███   ███ █ █ ███
       █  █ █ █ █ █      █  █ █ █
       █  ███ ██  ██     █  ███ ██
       █  █ █ █ █ █      █  █ █ █
       █  █ █ █ █ ███    █  █ █ ███

         █ ███ ███   ███ ███ ███
         █ █   █     █ █ █   █
         █ █   ██    █ █ ██  ██
         █ █   █     █ █ █   █
         █ ███ ███   ███ █   █"
    `);
  });

  it('in ASCII', () => {
    expect(shown('Take it off', 78, 12, false)).toMatchInlineSnapshot(`
      "
      ######  ######  ##  ##  ######      ##  ######      ######  ######  ######
      ######  ######  ##  ##  ######      ##  ######      ######  ######  ######
        ##    ##  ##  ##  ##  ##          ##    ##        ##  ##  ##      ##
        ##    ##  ##  ##  ##  ##          ##    ##        ##  ##  ##      ##
        ##    ######  ####    ####        ##    ##        ##  ##  ####    ####
        ##    ######  ####    ####        ##    ##        ##  ##  ####    ####
        ##    ##  ##  ##  ##  ##          ##    ##        ##  ##  ##      ##
        ##    ##  ##  ##  ##  ##          ##    ##        ##  ##  ##      ##
        ##    ##  ##  ##  ##  ######      ##    ##        ######  ##      ##
        ##    ##  ##  ##  ##  ######      ##    ##        ######  ##      ##"
    `);
    expect(shown('Look at your skin', 39, 8, false)).toMatchInlineSnapshot(`
      "
         #   #"# #"# # #   #"# "#"
         #   # # # # #"_   #"#  #
         """ """ """ " "   " "  "

      # # #"# # # #"_   #"" # # # #_ #
      "#" # # # # #"_   ""# #"_ # # "#
       "  """ """ " "   """ " " " "  ""
    `);
  });

  it('are left out where not even the smallest fit, or where one of them is unknown', () => {
    expect(largeText('Take the ice off', 14, 40, true)).toBeUndefined();
    expect(largeText('Take the ice off', 80, 2, true)).toBeUndefined();
    expect(largeText('Nimm das Eis weg, größer', 200, 80, true)).toBeUndefined();
  });

  it('fit their room, and use more of a larger one', () => {
    const anyRoom = fc.record({ columns: fc.integer({ min: 15, max: 160 }), rows: fc.integer({ min: 3, max: 60 }) });
    fc.assert(
      fc.property(fc.constantFrom(...LARGE), anyRoom, fc.boolean(), (text, { columns, rows }, blocks) => {
        const drawn = largeText(text, columns, rows, blocks);
        const larger = largeText(text, columns + 20, rows + 10, blocks);
        expect(larger?.area ?? 0).toBeGreaterThanOrEqual(drawn?.area ?? 0);
        expect(drawn?.rows.length ?? 0).toBeLessThanOrEqual(rows);
        for (const row of drawn?.rows ?? []) expect(row.length).toBeLessThanOrEqual(columns);
      }),
    );
  });

  it.each([
    [78, 18],
    [38, 7],
    [34, 11],
    [118, 34],
  ])('of all that the data says fit the usual windows: %i by %i', (columns, rows) => {
    for (const text of LARGE)
      for (const blocks of [true, false]) expect(largeText(text, columns, rows, blocks), text).toBeDefined();
  });

  it('have every letter that the data needs', () => {
    expect(LARGE.length).toBeGreaterThan(10);
    for (const text of LARGE) expect(canDraw(text.toUpperCase()), text).toBe(true);
    expect(canDraw('ABCDEFGHIJKLMNOPQRSTUVWXYZ?')).toBe(true);
  });
});
