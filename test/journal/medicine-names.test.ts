import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastTaken, medicinesNamed } from '../../src/journal/core/medicine-names.ts';
import { sayAge } from '../../src/journal/core/say-when.ts';
import { entry } from './lines.ts';

const NOW = new Date('2026-06-18T12:00:00Z');
const took = (at: string, medicine: string) => entry(at, { kind: 'medicine', medicine });

describe('the medicines of the last day', () => {
  it('are each named once, with the last time, the latest first', () => {
    const entries = [
      took('2026-06-18T08:50:00Z', 'ibuprofen'),
      took('2026-06-18T06:00:00Z', 'Paracetamol, Ibuprofen'),
      took('2026-06-17T23:00:00Z', 'paracetamol'),
    ];
    expect(lastTaken(entries, NOW)).toEqual([
      { name: 'ibuprofen', at: '2026-06-18T08:50:00Z' },
      { name: 'Paracetamol', at: '2026-06-18T06:00:00Z' },
    ]);
  });

  it('go by the instant, whatever the zone', () => {
    const entries = [took('2026-06-18T07:00:00-04:00', 'ibuprofen'), took('2026-06-18T12:30:00+02:00', 'ibuprofen')];
    expect(lastTaken(entries, NOW)).toEqual([{ name: 'ibuprofen', at: '2026-06-18T07:00:00-04:00' }]);
  });

  it('leave out what is older than a day, and what is ahead of now', () => {
    const entries = [took('2026-06-19T08:00:00Z', 'ahead'), took('2026-06-17T12:00:00Z', 'old')];
    expect(lastTaken(entries, NOW)).toEqual([]);
  });

  it.each([
    ['ibuprofen 400 mg', 'ibuprofen'],
    ['ibuprofen 2x', 'ibuprofen'],
    ['two tablets of ibuprofen', 'ibuprofen'],
    ['co-codamol 8/500', 'co-codamol'],
    ['ibuprofen 400', 'ibuprofen'],
    ['vitamin b12', 'vitamin b12'],
    ['2 ibuprofen (400 mg)', 'ibuprofen'],
    ['a whole packet of paracetamol', 'paracetamol'],
    ['half a tablet of codeine', 'codeine'],
    ['5-HTP', '5-HTP'],
    ['vitamin B-12', 'vitamin B-12'],
    ['paracetamol 0.5g x 2', 'paracetamol'],
  ])('name "%s" as %s: an amount beside an age could be read as advice', (medicine, name) => {
    expect(lastTaken([took('2026-06-18T08:50:00Z', medicine)], NOW)).toMatchObject([{ name }]);
  });

  it.each([
    ['Naproxen 250 mg twice a day', ['Naproxen']],
    ['ibuprofen, 400mg', ['ibuprofen']],
    ['co-codamol 8/500, 2 tablets at 10am', ['co-codamol']],
    ['took 12 ibuprofen', ['ibuprofen']],
    ['Ibuprofen (mg), 400', ['Ibuprofen']],
    ['paracetamol 1g every 6 hours and codeine three times daily', ['paracetamol', 'codeine']],
    ['one and a half paracetamol', ['paracetamol']],
    ['ibuprofen400mg', ['ibuprofen']],
    ['forty-five mg codeine, one more at bedtime', ['codeine']],
    ['ibuprofen t.d.s.', ['ibuprofen']],
    ['400 mg', []],
    ['two at 10am', []],
  ])('name nothing of how much and how often in "%s"', (medicine, names) => {
    expect(lastTaken([took('2026-06-18T08:50:00Z', medicine)], NOW).map(({ name }) => name)).toEqual(names);
  });

  it('name no amount and no "how often", in whatever order they are typed', () => {
    const amount = fc.constantFrom(
      '400 mg',
      '400mg',
      '2x',
      'x2',
      '2 tablets',
      'two',
      'half a',
      '½',
      '1/2',
      '(400)',
      '8/500',
    );
    const often = fc.constantFrom(
      'twice a day',
      'every 6 hours',
      '3 times daily',
      'q6h',
      'at 10am',
      'once',
      'per day',
      'tds',
    );
    const name = fc.constantFrom('ibuprofen', 'paracetamol', 'vitamin b12');
    const typed = fc.oneof(fc.tuple(name, amount, often), fc.tuple(amount, name, often), fc.tuple(name, often, amount));
    fc.assert(
      fc.property(typed, fc.constantFrom(' ', ', ', '; '), (parts, gap) => {
        const named = lastTaken([took('2026-06-18T08:50:00Z', parts.join(gap))], NOW);
        const known = ['ibuprofen', 'paracetamol', 'vitamin b12'].filter((one) => parts.some((part) => part === one));
        expect(named.map((one) => one.name)).toEqual(known);
      }),
    );
  });

  it('may be several in one field', () => {
    expect(medicinesNamed('ibuprofen 400, paracetamol and omeprazole; ')).toEqual([
      'ibuprofen 400',
      'paracetamol',
      'omeprazole',
    ]);
  });
});

it.each([
  ['2026-06-18T11:59:40Z', 'just now'],
  ['2026-06-18T11:35:00Z', '25 min ago'],
  ['2026-06-18T08:50:00Z', '3 h 10 min ago'],
  ['2026-06-18T14:00:00+05:00', '3 h ago'],
  ['2026-06-17T10:30:00Z', '25 h 30 min ago'],
])('%s was %s', (at, age) => {
  expect(sayAge(at, NOW)).toBe(age);
});
