import { existsSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { LEVELS } from '../../src/content/types.ts';
import { DATA, dataFiles, readData } from './data-files.ts';

type Data = Record<string, unknown>;

const schemas = loadSchemas();

function loadSchemas(): Ajv2020 {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
  for (const file of readdirSync(join(DATA, 'schema'))) ajv.addSchema(readData(`schema/${file}`) as object, file);
  return ajv;
}

/** The schema that a data file names, as a path inside `data/`. */
function schemaOf(file: string): string {
  const { $schema } = readData(file) as { $schema?: string };
  return posix.join(posix.dirname(file), $schema ?? 'no $schema');
}

/** What the schema has against the data of a file; each problem with its place. */
function problems(file: string, data: unknown = readData(file)): string[] {
  const validate = schemas.getSchema(posix.basename(schemaOf(file))) as ValidateFunction;
  validate(data);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('the data files', () => {
  test.each(dataFiles())('%s names a schema that is there', (file) => {
    expect(schemaOf(file)).toMatch(/^schema\/[a-z-]+\.schema\.json$/);
    expect(existsSync(join(DATA, schemaOf(file)))).toBe(true);
  });

  test.each(dataFiles())('%s fits its schema', (file) => {
    expect(problems(file)).toEqual([]);
  });
});

describe('the schemas', () => {
  test('are all in use: one for each kind of file, and the parts they have in common', () => {
    const named = dataFiles().map((file) => posix.basename(schemaOf(file)));
    const there = readdirSync(join(DATA, 'schema'));
    expect(there.toSorted()).toEqual([...new Set([...named, 'common.schema.json'])].toSorted());
  });

  test('know the levels that the program knows', () => {
    const { $defs } = readData('schema/common.schema.json') as { $defs: { level: { enum: string[] } } };
    expect($defs.level.enum).toEqual(LEVELS);
  });

  test('close every object, so that a misspelt key is found', () => {
    const open = readdirSync(join(DATA, 'schema')).flatMap((file) => openObjects(readData(`schema/${file}`), file));
    expect(open).toEqual([]);
  });

  test('refer only to parts that exist', () => {
    for (const file of readdirSync(join(DATA, 'schema'))) expect(schemas.getSchema(file)).toBeTypeOf('function');
  });
});

// What stands under "if" chooses between shapes and is none itself.
function openObjects(schema: unknown, where: string): string[] {
  if (typeof schema !== 'object' || schema === null || where.endsWith('/if')) return [];
  const isOpen = 'properties' in schema && !('additionalProperties' in schema && !schema.additionalProperties);
  const inner = Object.entries(schema).flatMap(([key, value]) => openObjects(value, `${where}/${key}`));
  return isOpen ? [where, ...inner] : inner;
}

describe('a slip in an editor is found', () => {
  // Where it happens, and what is put there; nothing means that the key is taken away.
  const slips: [name: string, file: string, place: string, value?: unknown][] = [
    ['a key that is misspelt', 'signs.json', 'signs/0/detials', 'x'],
    ['a key that is missing', 'guide/what.json', 'passages/0/text'],
    ['a level that is none', 'signs.json', 'signs/0/level', 'self_care'],
    ['an id with a capital', 'guide/what.json', 'passages/0/id', 'What-definition'],
    ['an item without a source', 'signs.json', 'signs/0/sources', []],
    ['a source named twice', 'signs.json', 'signs/0/sources', ['guide', 'guide']],
    ['a label too long for a line', 'signs.json', 'signs/0/label', 'x'.repeat(65)],
    ['details too long to read in pain', 'signs.json', 'signs/0/details', 'x'.repeat(191)],
    ['a passage too long for a screen', 'guide/what.json', 'passages/0/text', 'x'.repeat(521)],
    ['a note too long for a margin', 'medicines.json', 'groups/0/note/text', 'x'.repeat(321)],
    ['a step of the plan too long to take in', 'triage.json', 'plan/0/text', 'x'.repeat(151)],
    ['a command that is none', 'triage.json', 'plan/0/command', 'sleep'],
    ['a condition of two kinds', 'triage.json', 'rules/0/all/0/0/sign', 'fever'],
    ['a row without conditions', 'triage.json', 'rules/0/all/0', []],
    ['a question of neither kind', 'triage.json', 'questions/0/type', 'text'],
    ['a country in small letters', 'emergency-numbers.json', 'countries/0/code', 'ad'],
    ['an empty list of numbers', 'emergency-numbers.json', 'countries/0/numbers', []],
    ['a number that nobody can dial', 'emergency-numbers.json', 'countries/0/numbers', ['1-1-2']],
    ['time zones of a country without a number', 'emergency-numbers.json', 'countries/0/zones', ['Europe/Andorra']],
    ['a check without details', 'medicines.json', 'groups/0/checks/0/details'],
    ['a position without steps', 'stretches.json', 'positions/0/steps', []],
    ['a session of more than 20 minutes', 'therapies.json', 'therapies/0/minutes/max', 21],
    ['a gap of less than an hour', 'therapies.json', 'therapies/1/limits/gapMinutes', 59],
    ['something on the skin without cautions', 'therapies.json', 'therapies/0/cautions'],
    ['turns of such therapies without cautions', 'therapies.json', 'therapies/2/cautions'],
    ['a form without getting ready', 'therapies.json', 'therapies/1/forms/1/ready'],
    ['a check that comes when all is over', 'therapies.json', 'therapies/0/round/0/checks/0/at', 20],
    ['too little time to get ready', 'stretches.json', 'stretches/0/ready/seconds', 14],
    ['a step of no known kind', 'stretches.json', 'stretches/0/round/0/kind', 'stretch'],
    ['a cue too long to hear', 'stretches.json', 'stretches/0/round/0/cue', 'x'.repeat(111)],
    ['a cue with brackets', 'stretches.json', 'stretches/0/round/0/cue', 'Hold (and breathe).'],
    ['a stretch that nothing stops', 'stretches.json', 'stretches/0/stop', []],
    ['a figure of one pose', 'stretches.json', 'stretches/0/ready/figure', ['cat']],
    ['a routine for no known phase', 'stretches.json', 'routines/0/suits', ['always']],
    ['what to do when it hurts, without a source', 'sessions.json', 'hurts/sources'],
    ['a source without a year, not even null', 'sources.json', 'sources/0/year'],
    ['an address that is none', 'sources.json', 'sources/0/url', 'nhs.uk'],
  ];

  test.each(slips)('%s', (_, file, place, value) => {
    const data = readData(file) as Data;
    put(data, place.split('/'), value);
    expect(problems(file, data)).not.toEqual([]);
  });
});

function put(data: Data, [key = '', ...rest]: string[], value: unknown): void {
  if (rest.length > 0) put(data[key] as Data, rest, value);
  else if (value === undefined) delete data[key];
  else data[key] = value;
}
