import { FIELDS, type Field, type FieldType, KINDS } from '../../../src/journal/core/fields.ts';
import { LAST_ID, TIME } from '../../../src/journal/core/parse.ts';
import { JOURNAL_VERSION } from '../../../src/journal/core/records.ts';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ANY = '[0-9A-HJKMNP-TV-Z]';
const TIME_LETTERS = 10;

const TEXT_OR_NUMBER = { type: ['string', 'number'] };

/** What a field of each type looks like in JSON. */
const TYPES: Readonly<Record<FieldType, object>> = {
  kind: { type: 'string', examples: KINDS },
  time: { type: 'string', pattern: TIME.source },
  text: { type: 'string' },
  rating: { type: 'number' },
  minutes: { type: 'number' },
  flag: { type: 'boolean' },
  list: { type: 'array', items: { type: 'string' } },
  ratings: { type: 'array', items: { type: 'number' }, minItems: 3, maxItems: 3 },
  // PHP writes an empty object as a list.
  answers: { type: ['object', 'array'], additionalProperties: TEXT_OR_NUMBER, items: TEXT_OR_NUMBER },
};

/** The JSON Schema of a line of the journal, as a reader accepts it. */
export function lineSchema(): object {
  const fields: [string, Field][] = Object.entries(FIELDS);
  const properties = fields.map(([name, { type, about }]) => [name, { description: about, ...TYPES[type] }] as const);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A line of an unspasm journal',
    description: 'What a reader accepts. journal-format.md says what lines mean, and what a writer has to do.',
    type: 'object',
    properties: {
      v: { type: 'number', maximum: JOURNAL_VERSION, description: 'the version of the format' },
      op: { enum: ['put', 'del'], description: 'put: a state of an entry; del: the entry was removed' },
      id: { $ref: '#/$defs/ulid', description: 'the entry' },
      rev: { $ref: '#/$defs/ulid', description: 'the state; of two, the later is the greater' },
      base: { $ref: '#/$defs/ulid', description: 'the state that this one replaces' },
      dev: { type: 'string', description: 'the device that wrote the line' },
    },
    required: ['v', 'op', 'id', 'rev', 'dev'],
    if: { properties: { op: { const: 'put' } } },
    // oxlint-disable-next-line unicorn/no-thenable -- the word of JSON Schema
    then: {
      properties: Object.fromEntries(properties),
      required: fields.filter(([, { required }]) => required).map(([name]) => name),
    },
    $defs: {
      ulid: {
        type: 'string',
        pattern: upTo(LAST_ID.slice(0, TIME_LETTERS)),
        description: 'a ULID before the year 2200',
      },
    },
  };
}

// A pattern has no "at most": for each letter of the limit, what is the same before it and less there.
function upTo(limit: string): string {
  const earlier = Array.from(limit).flatMap((letter, at) => {
    const less = LETTERS.slice(0, LETTERS.indexOf(letter));
    return less === '' ? [] : [`${limit.slice(0, at)}[${less}]${ANY}{${limit.length - at - 1}}`];
  });
  return `^(${[...earlier, limit].join('|')})${ANY}{16}$`;
}
