import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { BUNDLE_TYPES } from '../../../src/report/fhir/bundle-types.ts';
import { anyEntry } from './any-entry.ts';
import { bundleOf, JOURNAL } from './bundles.ts';
import { CHECKERS, problemsOf } from './checkers.ts';
import { FAULTS, spoilt } from './faults.ts';
import { tries } from '../../tries.ts';

describe('every validator', () => {
  it.each(BUNDLE_TYPES)('accepts a %s with one of each', (type) => {
    expect(problemsOf(bundleOf(JOURNAL, { type }))).toEqual([]);
  });

  it.each(BUNDLE_TYPES)('accepts a %s of an empty journal', (type) => {
    expect(problemsOf(bundleOf([], { type }))).toEqual([]);
  });

  it('accepts notes of 64 KB that a page, a terminal and a spreadsheet would have to fear', () => {
    const note = '\u001B[2J\u202E<script>alert(1)</script> ]]> =HYPERLINK("x")\u00A0\uD800\r\n'.repeat(1200);
    const [first, ...others] = JOURNAL;
    expect(problemsOf(bundleOf([{ ...first!, note, areas: [note], medicine: note }, ...others]))).toEqual([]);
  });

  it('accepts whatever a journal can hold', () => {
    const lists = fc.array(anyEntry(), { maxLength: 6 });
    const sound = fc.property(lists, fc.constantFrom(...BUNDLE_TYPES), (lines, type) => {
      expect(problemsOf(bundleOf(lines, { type }))).toEqual([]);
    });
    fc.assert(sound, tries(25));
  });
});

test.each(['request', 'fullUrl'])('a transaction without a %s is found', (name) => {
  const bundle = bundleOf(JOURNAL, { type: 'transaction' });
  delete (bundle.entry[1] as Record<string, unknown>)[name];
  expect(problemsOf(bundle)).not.toEqual([]);
});

describe('a single fault in a bundle is found', () => {
  it.each(FAULTS)('$what', ({ spoil, by }) => {
    const bundle = spoilt(bundleOf(JOURNAL), spoil);
    const finders = Object.entries(CHECKERS).filter(([, check]) => check(bundle).length > 0);
    expect(finders.map(([name]) => name)).toEqual(by);
  });
});
