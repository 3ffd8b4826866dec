import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyEntry } from './any-entry.ts';
import { bundleOf, JOURNAL } from './bundles.ts';
import { CHECKERS, problemsOf } from './checkers.ts';
import { FAULTS, spoilt } from './faults.ts';

describe('every validator', () => {
  it('accepts a bundle with one of each', () => {
    expect(problemsOf(bundleOf(JOURNAL))).toEqual([]);
  });

  it('accepts the bundle of an empty journal', () => {
    expect(problemsOf(bundleOf([]))).toEqual([]);
  });

  it('accepts notes of 64 KB that a page, a terminal and a spreadsheet would have to fear', () => {
    const note = '\u001B[2J\u202E<script>alert(1)</script> ]]> =HYPERLINK("x")\u00A0\uD800\r\n'.repeat(1200);
    const [first, ...others] = JOURNAL;
    expect(problemsOf(bundleOf([{ ...first!, note, areas: [note] }, ...others]))).toEqual([]);
  });

  it('accepts whatever a journal can hold', () => {
    const sound = fc.property(fc.array(anyEntry(), { maxLength: 6 }), (lines) => {
      expect(problemsOf(bundleOf(lines))).toEqual([]);
    });
    fc.assert(sound, { numRuns: 60 });
  });
});

describe('a single fault in a bundle is found', () => {
  it.each(FAULTS)('$what', ({ spoil, by }) => {
    const bundle = spoilt(bundleOf(JOURNAL), spoil);
    const finders = Object.entries(CHECKERS).filter(([, check]) => check(bundle).length > 0);
    expect(finders.map(([name]) => name)).toEqual(by);
  });
});
