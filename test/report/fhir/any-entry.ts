import fc from 'fast-check';
import { anyLetter } from '../../any-letter.ts';
import { parseLine } from '../../../src/journal/core/parse.ts';
import { KINDS } from '../../../src/journal/core/fields.ts';
import { type Entry, LAST_REVISION_TIME } from '../../../src/journal/core/records.ts';
import { makeUlid } from '../../../src/journal/core/ulid.ts';
import { numbersFrom } from '../../journal/lines.ts';
import { KNOWLEDGE } from '../../triage/answers.ts';

/** An entry as a hand, or another program, may have left it in a file: it can be read, and no more. */
export function anyEntry(): fc.Arbitrary<Entry> {
  const line = fc.record(
    {
      v: fc.constant(1),
      op: fc.constant('put'),
      id: anyId(),
      rev: anyId(),
      dev: fc.constant('laptop22'),
      kind: fc.constantFrom(...KINDS),
      at: anyTime(),
      base: anyId(),
      pain: anyNumber(),
      painBefore: anyNumber(),
      painAfter: anyNumber(),
      minutes: anyNumber(),
      took: anyNumber(),
      areas: fc.array(anyWord(), { maxLength: 4 }),
      note: anyText(),
      medicine: anyText(),
      therapy: anyWord(),
      form: anyText(),
      ended: anyWord(),
      stretches: fc.array(anyWord(), { maxLength: 4 }),
      hurt: fc.array(anyWord(), { maxLength: 4 }),
      triggers: fc.array(anyWord(), { maxLength: 4 }),
      peg: fc.array(anyNumber(), { minLength: 3, maxLength: 3 }),
      signs: fc.array(anyWord(), { maxLength: 4 }),
      unsure: fc.array(anyWord(), { maxLength: 4 }),
      asked: fc.array(anyWord(), { maxLength: 4 }),
      notAsked: fc.array(anyWord(), { maxLength: 4 }),
      answers: fc.oneof(
        { weight: 3, arbitrary: fc.dictionary(anyWord(), fc.oneof(anyText(), anyNumber()), { maxKeys: 4 }) },
        // The journal takes a list for answers.
        fc.constantFrom([], [1]),
      ),
    },
    { requiredKeys: ['v', 'op', 'id', 'rev', 'dev', 'kind', 'at'] },
  );
  return line.map((fields) => parseLine(JSON.stringify(fields))).filter((one): one is Entry => typeof one === 'object');
}

function anyId(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat({ max: LAST_REVISION_TIME }), fc.nat())
    .map(([time, seed]) => makeUlid(time, numbersFrom(seed)));
}

function anyTime(): fc.Arbitrary<string> {
  const odd = [
    '2026-11-20T18:30',
    '2026-11-20T18:30Z',
    '2026-11-20T18:30:15.123456-03:30',
    '2026-11-20T18:30:00+23:59',
    '2026-02-30T10:00:00Z',
    '2026-02-01T24:00:00Z',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59-12:00',
  ];
  const moment = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(2 ** 42) });
  const offset = fc.constantFrom('+00:00', '+02:00', '-05:00', '+05:45', '+14:00');
  const sound = fc.tuple(moment, offset).map(([date, zone]) => `${date.toISOString().slice(0, 19)}${zone}`);
  return fc.oneof({ weight: 2, arbitrary: sound }, fc.constantFrom(...odd));
}

function anyNumber(): fc.Arbitrary<number> {
  return fc.oneof({ weight: 3, arbitrary: fc.nat({ max: 10 }) }, fc.integer(), fc.double({ noNaN: true }));
}

function anyText(): fc.Arbitrary<string> {
  const hostile = [
    '',
    '  ',
    '\u00A0',
    '\u3000\u2028',
    '\uD800',
    'a\u202Eb',
    '\u001B[2Jred',
    'one\r\n\r\ntwo',
    '\uFEFF',
  ];
  return fc.oneof(fc.string({ unit: anyLetter }), fc.constantFrom(...hostile, '<script>', ']]>', '=1+1'));
}

function anyWord(): fc.Arbitrary<string> {
  const checklists = KNOWLEDGE.checklists.map(({ id }) => id);
  const questions = KNOWLEDGE.questions.map(({ id }) => id);
  return fc.oneof(fc.constantFrom(...KNOWLEDGE.signs.keys(), ...checklists, ...questions, '__proto__'), anyText());
}
