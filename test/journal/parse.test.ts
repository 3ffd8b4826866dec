import { describe, expect, it } from 'vitest';
import { LAST_ID, parseFile } from '../../src/journal/core/parse.ts';
import { LAST_REVISION_TIME } from '../../src/journal/core/records.ts';
import { makeUlid } from '../../src/journal/core/ulid.ts';
import { entry, fileText, removed, revision } from './lines.ts';

const FILE = 'laptop22.jsonl';
const MORNING = entry('2026-06-17T08:00:00+02:00', { pain: 6, note: 'stiff – ä 😀' });
const NOON = entry('2026-06-17T12:00:00+02:00', { pain: 4 });
const EVENING = entry('2026-06-17T19:00:00+02:00', { pain: 2 });
const [MORNING_LINE = '', NOON_LINE = '', EVENING_LINE = ''] = [MORNING, NOON, EVENING].map((one) =>
  JSON.stringify(one),
);

/** What is read of a file in which something stands between two good lines. */
function around(...between: string[]) {
  return parseFile(FILE, [MORNING_LINE, ...between, EVENING_LINE, ''].join('\n'));
}

it('the last id that counts is the last one of its time', () => {
  expect(LAST_ID).toBe(makeUlid(LAST_REVISION_TIME, () => 1 - Number.EPSILON));
});

describe('the lines of a file', () => {
  it('are read in their order', () => {
    const gone = removed(MORNING, NOON.rev);
    expect(parseFile(FILE, fileText([MORNING, gone, EVENING]))).toEqual({ lines: [MORNING, gone, EVENING], bad: [] });
  });

  it('are none in an empty file, which is a good one', () => {
    expect(parseFile(FILE, '')).toEqual({ lines: [], bad: [] });
  });

  it('may end with CRLF', () => {
    expect(parseFile(FILE, `${MORNING_LINE}\r\n\r\n${EVENING_LINE}\r\n`)).toEqual({
      lines: [MORNING, EVENING],
      bad: [],
    });
  });

  it('may begin with a byte order mark', () => {
    expect(parseFile(FILE, `\uFEFF${MORNING_LINE}\n${EVENING_LINE}\n`)).toEqual({ lines: [MORNING, EVENING], bad: [] });
  });

  it('may have empty ones between them', () => {
    expect(around('', '')).toEqual({ lines: [MORNING, EVENING], bad: [] });
  });

  it('may lack the last line break', () => {
    expect(parseFile(FILE, `${MORNING_LINE}\n${EVENING_LINE}`)).toEqual({ lines: [MORNING, EVENING], bad: [] });
  });

  it('keep fields that this version has no name for', () => {
    const later = { ...NOON, mood: 'hopeful' };
    expect(parseFile(FILE, fileText([later])).lines).toEqual([later]);
  });
});

describe('a line that is no entry is named, and the rest is read', () => {
  it.each([
    ['cut off', NOON_LINE.slice(0, 60), "it is incomplete, or isn't JSON"],
    ['two in one', NOON_LINE.slice(0, 60) + NOON_LINE, "it is incomplete, or isn't JSON"],
    ['zero bytes', '\0'.repeat(600), 'it contains zero bytes, perhaps from a power cut'],
    ['zero bytes before a good line', '\0'.repeat(600) + NOON_LINE, 'it contains zero bytes, perhaps from a power cut'],
    ['a later version', JSON.stringify({ ...NOON, v: 99 }), 'a newer unspasm wrote it (version 99)'],
    ['no version', JSON.stringify({ ...NOON, v: undefined }), 'it has no version'],
    ['a version in letters', JSON.stringify({ ...NOON, v: 'one' }), 'it has no version'],
    ['no id', JSON.stringify({ ...NOON, id: undefined }), 'it has no id that unspasm could have written'],
    ['an id that is a number', JSON.stringify({ ...NOON, id: 7 }), 'it has no id that unspasm could have written'],
    ['no revision', JSON.stringify({ ...NOON, rev: undefined }), 'it has no revision that unspasm could have written'],
    ...[
      '~~~~',
      'ZZZZZZZZZZZZZZZZZZZZZZZZZZ',
      '7ZZZZZZZZZZZZZZZZZZZZZZZZZ',
      NOON.rev.toLowerCase(),
      `${NOON.rev}0`,
      '',
    ].map((rev): [string, string, string] => [
      `the revision "${rev}"`,
      JSON.stringify({ ...NOON, rev }),
      'it has no revision that unspasm could have written',
    ]),
    [
      'a removal with a revision from nowhere',
      JSON.stringify({ v: 1, op: 'del', id: NOON.id, rev: '~~~~', dev: NOON.dev }),
      'it has no revision that unspasm could have written',
    ],
    [
      'a state of nothing',
      JSON.stringify({ ...NOON, base: '__proto__' }),
      'the revision that it replaces is one that unspasm could not have written',
    ],
    ['no device', JSON.stringify({ ...NOON, dev: undefined }), 'it has no device'],
    [
      'brackets in brackets',
      `${JSON.stringify(NOON).slice(0, -1)},"x":${'['.repeat(9)}${']'.repeat(9)}}`,
      'it is nested too deeply',
    ],
    ['200 000 of them', '['.repeat(200_000) + ']'.repeat(200_000), 'it has no version'],
    [
      'what is longer than any line',
      `${JSON.stringify(NOON)}${' '.repeat(1_048_576)}`,
      'it is longer than 1048576 characters',
    ],
    ['no operation', JSON.stringify({ ...NOON, op: undefined }), "it isn't an operation"],
    ['an unknown operation', JSON.stringify({ ...NOON, op: 'merge' }), "it isn't an operation"],
    ['no time', JSON.stringify({ ...NOON, at: undefined }), 'it has no time'],
    ['a day without a time', JSON.stringify({ ...NOON, at: '2026-06-17' }), 'it has no time'],
    ['a time that is none', JSON.stringify({ ...NOON, at: '2026-06-17T99:99' }), 'it has no time'],
    [
      'a rating that is a text',
      JSON.stringify({ ...NOON, pain: '4' }),
      'one of its fields has a value of the wrong type',
    ],
    [
      'a list that is none',
      JSON.stringify({ ...NOON, areas: 'lower' }),
      'one of its fields has a value of the wrong type',
    ],
    [
      'what was asked as a text',
      JSON.stringify({ ...NOON, asked: 'fever' }),
      'one of its fields has a value of the wrong type',
    ],
    [
      'a week of two ratings',
      JSON.stringify({ ...NOON, peg: [4, 3] }),
      'one of its fields has a value of the wrong type',
    ],
    [
      'answers that are none',
      JSON.stringify({ ...NOON, answers: 'none' }),
      'one of its fields has a value of the wrong type',
    ],
    [
      'an answer that is none',
      JSON.stringify({ ...NOON, answers: { age: '20-44', pain: null } }),
      'one of its fields has a value of the wrong type',
    ],
    ['a list', '[1, 2]', 'it has no version'],
    ['a text', '"pain 6"', "it isn't an entry"],
    ['a number', '6', "it isn't an entry"],
    ['nothing', 'null', "it isn't an entry"],
    ['a yes', 'true', "it isn't an entry"],
    ['words', 'hello there', "it is incomplete, or isn't JSON"],
  ])('%s', (_what, line, why) => {
    expect(around(line)).toEqual({ lines: [MORNING, EVENING], bad: [{ file: FILE, line: 2, why }] });
  });

  it('a torn tail', () => {
    expect(parseFile(FILE, `${MORNING_LINE}\n${EVENING_LINE.slice(0, -5)}`)).toEqual({
      lines: [MORNING],
      bad: [{ file: FILE, line: 2, why: "it is incomplete, or isn't JSON" }],
    });
  });

  it('the marks of a merge conflict, each', () => {
    const { lines, bad } = around('<<<<<<< HEAD', NOON_LINE, '=======', '>>>>>>> other');
    expect(lines).toEqual([MORNING, NOON, EVENING]);
    expect(bad.map(({ line, why }) => `${line}: ${why}`)).toEqual([
      '2: it is a mark of a merge conflict',
      '4: it is a mark of a merge conflict',
      '5: it is a mark of a merge conflict',
    ]);
  });

  it.each(['<<< HEAD', '===', '>>> other', ' <<<<<<< HEAD', 'pain ======='])('what is no mark of one: "%s"', (line) => {
    expect(around(line).bad).toEqual([{ file: FILE, line: 2, why: "it is incomplete, or isn't JSON" }]);
  });

  it('by its number in the file, empty lines and CRLF counted', () => {
    const { bad } = parseFile(FILE, `\uFEFF\r\n${MORNING_LINE}\r\n\r\n{"v":1\r\n`);
    expect(bad.map(({ line }) => line)).toEqual([4]);
  });
});

// Another program, or a hand, may have written a line; whatever reads the journal relies on these kinds.
describe('each field has one kind of value', () => {
  const WRONG = new Map<string, readonly unknown[]>([
    ...['note', 'therapy', 'medicine', 'level', 'tz', 'form', 'ended'].map((name) => [name, [7, ['a'], null]] as const),
    ...['pain', 'minutes', 'planned', 'took', 'painBefore', 'painAfter'].map(
      (name) => [name, ['4', null, [4]]] as const,
    ),
    ...['areas', 'triggers', 'helped', 'signs', 'unsure', 'asked', 'notAsked', 'stretches', 'hurt'].map(
      (name) => [name, ['lower', ['lower', 7], {}, null]] as const,
    ),
    ['kind', [undefined, 7, null]],
    ['limited', ['yes', 1, null]],
    ['peg', [[4, 3], [4, 3, 2, 1], [4, 3, '2'], 'low', { length: 3 }]],
    ['answers', ['none', 7, null, { pain: true }, { onset: ['a'] }]],
  ]);
  const RIGHT = {
    note: '',
    therapy: 'ice',
    medicine: 'x',
    level: 'urgent',
    tz: 'UTC',
    form: 'pad',
    ended: 'done',
    pain: 0,
    minutes: 0.5,
    planned: 10,
    took: 12,
    painBefore: 7,
    painAfter: 3,
    limited: false,
    peg: [0, 5, 10],
    areas: ['lower'],
    triggers: [],
    helped: ['ice'],
    signs: ['fever'],
    unsure: [],
    asked: ['fever'],
    notAsked: ['age'],
    stretches: ['cat-cow'],
    hurt: [],
    answers: { age: '20-44', pain: 6 },
  };

  it('and a line with all of them, each of its kind, is read', () => {
    const full = { ...NOON, ...RIGHT };
    expect(parseFile(FILE, fileText([full]))).toEqual({ lines: [full], bad: [] });
    expect(Object.keys(RIGHT).toSorted()).toEqual([...WRONG.keys()].filter((name) => name !== 'kind').toSorted());
  });

  it.each([...WRONG].flatMap(([name, values]) => values.map((value) => [name, value] as const)))(
    'a line whose %s is %j is refused, and named',
    (name, value) => {
      expect(around(JSON.stringify({ ...NOON, [name]: value }))).toMatchObject({
        lines: [MORNING, EVENING],
        bad: [{ line: 2, why: 'one of its fields has a value of the wrong type' }],
      });
    },
  );

  it('a removal needs none of them', () => {
    const gone = removed(NOON, EVENING.rev);
    expect(around(JSON.stringify(gone)).lines).toEqual([MORNING, gone, EVENING]);
  });
});

describe('a line at the edge of what is read', () => {
  it('is read at the length that is allowed', () => {
    const line = JSON.stringify({ ...NOON, note: '' });
    const longest = JSON.stringify({ ...NOON, note: 'x'.repeat(1_048_576 - line.length) });
    expect(longest).toHaveLength(1_048_576);
    expect(around(longest).bad).toEqual([]);
    expect(around(`${longest} `).bad).toHaveLength(1);
  });

  it('is read with the last revision of the year 2199, and not with the first after that', () => {
    const [last, after] = [revision('2200-01-01T00:00:00.000Z'), revision('2200-01-01T00:00:00.001Z')];
    expect(around(JSON.stringify({ ...NOON, rev: last })).bad).toEqual([]);
    expect(around(JSON.stringify({ ...NOON, rev: after })).bad).toHaveLength(1);
  });

  it('is read with a time that begins as one, and no sooner', () => {
    expect(around(JSON.stringify({ ...NOON, at: `at ${NOON.at}` })).bad).toHaveLength(1);
  });
});
