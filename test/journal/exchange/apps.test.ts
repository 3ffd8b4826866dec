import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/journal/core/fold.ts';
import { lastTaken } from '../../../src/journal/core/medicine-names.ts';
import { COLUMNS } from '../../../src/journal/exchange/columns.ts';
import { readRows } from '../../../src/journal/exchange/csv.ts';
import { readMap, readRowChoice } from '../../../src/journal/exchange/name-columns.ts';
import { readTable, type Table, type TableInput } from '../../../src/journal/exchange/read-table.ts';
import { content } from '../../content/data-files.ts';

// The tables are made up. Their columns, and how their cells are written, are those of the formats that the map names as
// its sources.
const TABLES = join(import.meta.dirname, 'apps');
const apps = content.importMaps();
const tableOf = (id: string) => readFileSync(join(TABLES, `${id}.csv`), 'utf8');

function read(id: string, more: Partial<TableInput> = {}, text = tableOf(id)): Table {
  const app = apps.find((one) => one.id === id)!;
  const rows = readRows(text, 'app.csv', [app.header.map((name) => name.toLowerCase())]);
  return readTable(rows, { file: 'app.csv', lines: [], now: new Date('2026-11-24T12:00:00Z'), app, ...more });
}

const said = ({ lines }: Table) =>
  fold(lines)
    .toReversed()
    .map(({ at, kind, pain, medicine, note }) => [at.slice(0, 16), kind, pain ?? medicine, note]);

describe('the table of an app', () => {
  it('of the Privacy Friendly Pain Diary gives ratings, and notes of where it hurt', () => {
    const table = read('pain-diary');
    expect(said(table)).toEqual([
      [
        '2026-11-17T12:00',
        'pain',
        6,
        'after moving house; places: [ABDOMEN_LEFT_BACK, ABDOMEN_RIGHT_BACK]; pain: [PULLING]; times: [MORNING, EVENING]',
      ],
      ['2026-11-18T12:00', 'pain', 2, 'places: [ABDOMEN_LEFT_BACK]'],
    ]);
    expect(table.notes).toEqual([
      '1 row was left out (nothing was written on those days); the first is in line 4',
      'the dates were read as day, month, year',
    ]);
  });

  it('of Bearable gives notes of back symptoms and medicines, and makes no rating of "Severe"', () => {
    const table = read('bearable');
    expect(said(table)).toEqual([
      ['2026-11-01T12:00', 'note', undefined, 'Back (lower) pain (Moderate); time of day: pm'],
      ['2026-11-02T07:05', 'medicine', 'Ibuprofen (mg) 400', 'with food'],
      ['2026-11-03T12:00', 'note', undefined, 'Back spasm (Severe); time of day: mid; could not stand up'],
    ]);
    expect(table.notes).toEqual([
      "3 rows were left out (moods, food, sleep and symptoms that aren't about the back); the first is in line 2",
    ]);
  });

  it('of Bearable names a medicine by its name alone, as today says it', () => {
    const entries = fold(read('bearable').lines);
    const taken = lastTaken(entries, new Date('2026-11-02T12:00:00Z'));
    expect(taken.map(({ name }) => name)).toEqual(['Ibuprofen']);
  });

  it('of Daylio gives notes with the mood, and no pain', () => {
    expect(said(read('daylio'))).toEqual([
      ['2026-11-10T20:39', 'note', undefined, 'mood: awful'],
      ['2026-11-11T21:15', 'note', undefined, 'Better; Back hurt less, "almost" normal; mood: good; activities: walk'],
      ['2026-11-12T22:00', 'note', undefined, 'mood: meh; activities: work | long drive'],
    ]);
  });

  it('of Migraine Buddy is found below another table, and its headaches become notes', () => {
    const table = read('migraine-buddy');
    expect(said(table)).toEqual([
      [
        '2026-11-16T13:12',
        'note',
        undefined,
        'Migraine; pain 8 of 10; lasted 01h 00m; where: Right Back of Head (Lower); triggers: Stress; symptoms: Throbbing pain; helped: Ibuprofen; helped: Rest; stiff neck,\ntoo',
      ],
      ['2026-11-17T02:05', 'note', undefined, 'pain 5 of 10; lasted 00h 45m'],
    ]);
    // Its offsets are minutes ahead of UTC.
    expect(fold(table.lines).map(({ at }) => at)).toEqual(['2026-11-17T02:05:00-05:00', '2026-11-16T13:12:00+01:00']);
    const asPain = read('migraine-buddy', { map: readMap(['pain=Pain Level']) });
    expect(fold(asPain.lines).map(({ pain, note }) => [pain, note?.includes('of 10')])).toEqual([
      [5, false],
      [8, false],
    ]);
  });

  it('of Track & Graph gives the values of trackers for pain, or of those that are chosen', () => {
    const table = read('track-and-graph');
    expect(said(table)).toEqual([
      [expect.any(String), 'pain', 3, undefined],
      [expect.any(String), 'pain', 6, 'after the garden'],
    ]);
    // Not "Painting", "Back exercises", "Backpack weight" or "Pain-free hours".
    expect(table.notes).toEqual([
      'the pain ratings are those of "Lower back pain"',
      '6 rows were left out (other trackers); the first is in line 4',
    ]);
    const only = readRowChoice(['FeatureName=sleep']);
    expect(() => read('track-and-graph', { only })).toThrow('app.csv:5: pain can\'t be "7:10:00"');
    const none = readRowChoice(['FeatureName=knee']);
    expect(() => read('track-and-graph', { only: none })).toThrow(
      expect.objectContaining({
        message: 'app.csv: no row fits',
        hint: expect.stringContaining('that column has "Lower back pain", "Weight", "Sleep"'),
      }),
    );
  });
});

function trackerTable(names: readonly string[]): string {
  const rows = names.map((name, at) => `${name},2026-11-1${at}T08:00:00Z,${at}`);
  return ['FeatureName,Timestamp,Value', ...rows, ''].join('\n');
}

describe('several trackers that may rate pain', () => {
  const names = ['Back pain', 'back pain', 'Back pain at night', 'Leg pain'];
  const pains = (choice: string) =>
    said(read('track-and-graph', { only: readRowChoice([choice]) }, trackerTable(names)));

  it('are never mixed: one has to be chosen', () => {
    expect(() => read('track-and-graph', {}, trackerTable(names))).toThrow(
      expect.objectContaining({
        message: 'app.csv has several things that may rate your pain: "Back pain", "Back pain at night", "Leg pain"',
        hint: expect.stringContaining('choose one: --rows FeatureName="Back pain"'),
      }),
    );
    expect(said(read('track-and-graph', {}, trackerTable(names.slice(0, 2)))).map(([, , pain]) => pain)).toEqual([
      0, 1,
    ]);
  });

  it('are chosen by the whole name of one, or by a part', () => {
    expect(pains('FeatureName=back pain').map(([, , pain]) => pain)).toEqual([0, 1]);
    expect(pains('FeatureName=night').map(([, , pain]) => pain)).toEqual([2]);
  });

  it.each(['Painting', 'Spasms', 'Back', 'Backpack weight', 'pain relief', 'Pain meds', 'painkillers', 'Campaign'])(
    '%s is none of them',
    (name) => {
      expect(() => read('track-and-graph', {}, trackerTable([name]))).toThrow('no row fits');
    },
  );
});

describe.each(apps.map(({ id }) => id))('the map %s', (id) => {
  const app = apps.find((one) => one.id === id)!;

  it('is tried on a table, which is recognised as of this app and no other', () => {
    expect(readdirSync(TABLES)).toContain(`${id}.csv`);
    const headers = apps.map(({ header }) => header.map((name) => name.toLowerCase()));
    const names = new Set(readRows(tableOf(id), 'app.csv', headers).names.map((name) => name.toLowerCase()));
    expect(apps.filter(({ header }) => header.every((name) => names.has(name.toLowerCase())))).toEqual([app]);
  });

  it('names columns that its table has, and fields that an entry has', () => {
    const names = new Set(readRows(tableOf(id), 'app.csv', [app.header.map((name) => name.toLowerCase())]).names);
    const templates = [...app.at, ...app.rows.flatMap(({ fields }) => Object.values(fields).flat())];
    const columns = templates.flatMap((one) => [...one.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name!));
    const others = app.rows.flatMap(({ where = [] }) => where.map(({ column }) => column));
    expect(
      [...columns, ...others, ...(app.minutesAhead ? [app.minutesAhead] : [])].filter((one) => !names.has(one)),
    ).toEqual([]);
    const fields = app.rows.flatMap((one) => Object.keys(one.fields));
    expect(fields.filter((field) => !COLUMNS.some(({ name }) => name === field))).toEqual([]);
  });

  it('gives the same again: one entry for each row that is not left out', () => {
    const { lines } = read(id);
    const again = read(id, { lines, now: new Date('2026-12-24T23:00:00Z') });
    expect(again.lines).toEqual(lines);
    expect(fold(lines)).toHaveLength(lines.length);
  });
});

it('rows can be chosen in any table', () => {
  const rows = readRows('at,pain,who\n2026-11-01 10:00,5,me\n2026-11-01 11:00,6,Mum\n', 'diary.csv');
  const input = { file: 'diary.csv', lines: [], now: new Date('2026-11-24T12:00:00Z') };
  const table = readTable(rows, { ...input, only: readRowChoice(['who=mum']) });
  expect(said(table)).toEqual([[expect.any(String), 'pain', 6, undefined]]);
  expect(table.notes).toEqual(['1 row was left out; the first is in line 2']);
  expect(() => readTable(rows, { ...input, only: readRowChoice(['whom=mum']) })).toThrow('has no column "whom"');
  expect(() => readRowChoice(['who'])).toThrow('--rows can\'t be "who"');
});
