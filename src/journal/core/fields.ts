/** The kinds of entries. */
export const KINDS = [
  'pain',
  'session',
  'triage',
  'note',
  'medicine',
  'seen',
  'resolved',
  'peg',
  'exercise',
  'merge',
  'split',
  'break',
] as const;
export type Kind = (typeof KINDS)[number];

/** What a field of each type holds. */
interface Values {
  readonly kind: Kind;
  /** ISO 8601. */
  readonly time: string;
  readonly text: string;
  /** Usually a whole number from 0 to 10; something else where a person or another program wrote the line. */
  readonly rating: number;
  readonly minutes: number;
  readonly flag: boolean;
  readonly list: readonly string[];
  /** Three ratings. */
  readonly ratings: readonly number[];
  /** Ids of questions, and the answer to each: the id of a choice, or a number. */
  readonly answers: Readonly<Record<string, string | number>>;
}

export type FieldType = keyof Values;

/** What the program knows of a field. */
export interface Field {
  readonly type: FieldType;
  /** What it says, as docs/journal-format.md and the schema put it. */
  readonly about: string;
  /** The kinds of entries that the commands write it in. `log edit` adds some to others, and a reader accepts it in any. */
  readonly kinds: readonly Kind[];
  /** Every entry has it. */
  readonly required?: true;
  /** False for what is in the JSON alone, and in no column of a CSV table. */
  readonly column?: false;
  /** How it is put where an entry is shown in a line; `{}` is its value. */
  readonly shown?: string;
  /** The part of an entry that is an Observation of its own in FHIR. */
  readonly fhir?: 'pain' | 'before' | 'after' | 'peg';
}

/** The kinds that `unspasm log` writes, and those with a note. */
const LOGGED = ['pain', 'medicine', 'note'] as const;
const NOTED = [...LOGGED, 'seen', 'resolved', 'exercise'] as const;
const SESSION = ['session'] as const;
const TRIAGE = ['triage'] as const;

/**
 * Every field of an entry. Their types, the check of a line that is read, the columns of a CSV table and the schema in
 * docs/ come from this table; its order is that of the columns.
 */
export const FIELDS = {
  at: {
    type: 'time',
    about: "when it was, with the offset of the user's own clock: the first ten characters are their own date",
    kinds: KINDS,
    required: true,
  },
  tz: { type: 'text', about: 'the IANA name of the time zone, where the computer knows it', kinds: KINDS },
  kind: { type: 'kind', about: 'what the entry is about', kinds: KINDS, required: true },
  pain: { type: 'rating', about: 'pain', kinds: ['pain', 'triage'], shown: 'pain {}', fhir: 'pain' },
  areas: { type: 'list', about: 'where it hurts', kinds: LOGGED, shown: '{}' },
  triggers: { type: 'list', about: 'what set it off', kinds: LOGGED, shown: 'trigger: {}' },
  helped: { type: 'list', about: 'what helped', kinds: LOGGED, shown: 'helped: {}' },
  limited: {
    type: 'flag',
    about: 'whether it kept the user from what they wanted to do',
    kinds: LOGGED,
    shown: "couldn't do what I wanted",
  },
  marks: {
    type: 'list',
    about: 'what happened on that day or the day before, in a check-in: long sitting, a bad night',
    kinds: ['pain'],
    shown: 'since the day before: {}',
  },
  askedMarks: {
    type: 'list',
    about: 'the marks of a check-in that were on the screen: only for these does silence mean "no"',
    kinds: ['pain'],
    column: false,
  },
  medicine: {
    type: 'text',
    about: "a medicine that was taken, in the user's words",
    kinds: ['pain', 'medicine'],
    shown: 'took {}',
  },
  activity: {
    type: 'text',
    about: "an exercise outside a session: the id of a known one, or the user's own words",
    kinds: ['exercise'],
  },
  moves: {
    type: 'list',
    about: 'the moves of the breaks from sitting that were taken on a day, by their ids, in their order',
    kinds: ['break'],
  },
  therapy: { type: 'text', about: 'what was done in a session', kinds: SESSION },
  form: { type: 'text', about: 'the form of it, such as a pack or a bath', kinds: SESSION },
  routineLevel: { type: 'text', about: 'the level of a routine that has levels, by its id', kinds: SESSION },
  stretches: {
    type: 'list',
    about: 'the stretches that were held for at least half of their time; older versions wrote all that were started',
    kinds: SESSION,
  },
  minutes: { type: 'minutes', about: 'how long it was done, without pauses', kinds: [...SESSION, 'exercise'] },
  planned: { type: 'minutes', about: 'how long it was planned', kinds: SESSION },
  took: { type: 'minutes', about: 'from its start to its end; absent where there was no pause', kinds: SESSION },
  ended: { type: 'text', about: 'why it ended: done, stopped, hurt or cut (interrupted)', kinds: SESSION },
  hurt: { type: 'list', about: 'the parts of it that hurt', kinds: SESSION },
  painBefore: { type: 'rating', about: 'pain before the session', kinds: SESSION, fhir: 'before' },
  painAfter: { type: 'rating', about: 'pain after the session', kinds: SESSION, fhir: 'after' },
  level: { type: 'text', about: 'the level of help that triage gave', kinds: TRIAGE },
  signs: {
    type: 'list',
    about: 'warning signs: reported in triage, or detected in the words of the entry',
    kinds: [...TRIAGE, ...NOTED],
  },
  unsure: {
    type: 'list',
    about: 'warning signs that are in doubt: answered "not sure" in triage, or perhaps meant in the words of the entry',
    kinds: [...TRIAGE, ...NOTED],
  },
  answers: { type: 'answers', about: "the answers to triage's questions", kinds: TRIAGE, column: false },
  asked: {
    type: 'list',
    about: 'the signs of a check that were on the screen: only for these does silence mean "no"; absent in old lines',
    kinds: TRIAGE,
    column: false,
  },
  notAsked: {
    type: 'list',
    about: 'checklists and questions that were left out, and signs of a checklist that was asked only in part',
    kinds: TRIAGE,
    column: false,
  },
  peg: {
    type: 'ratings',
    about: 'the past week on the PEG scale: pain, enjoyment of life and general activity',
    kinds: ['peg'],
    fhir: 'peg',
  },
  note: { type: 'text', about: 'a note', kinds: NOTED, shown: '"{}"' },
} as const satisfies Readonly<Record<string, Field>>;

export type FieldName = keyof typeof FIELDS;
/** The fields of some types. */
export type FieldOf<T extends FieldType> = {
  [Name in FieldName]: (typeof FIELDS)[Name]['type'] extends T ? Name : never;
}[FieldName];

type ValueOf<Name extends FieldName> = Values[(typeof FIELDS)[Name]['type']];
type Required = { [Name in FieldName]: (typeof FIELDS)[Name] extends { required: true } ? Name : never }[FieldName];

/** What an entry says; which fields there are depends on its kind. */
export type Fields = { readonly [Name in Required]: ValueOf<Name> } & {
  readonly [Name in Exclude<FieldName, Required>]?: ValueOf<Name>;
};

export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[];

/** What the table says of a field. */
export function fieldOf(name: FieldName): Field {
  return FIELDS[name];
}
