import type { CodeableConcept, Observation, Reference } from 'fhir/r4.js';
import { FIELD_NAMES, type FieldOf, FIELDS } from '../../journal/core/fields.ts';
import { isRating } from '../../journal/core/rating.ts';
import type { Entry, Words } from '../../journal/core/records.ts';
import { endOf } from '../../journal/core/timed.ts';
import { type Part, uuidOf, type WithId } from './ids.ts';
import { dateTime, plain, plainLines, scoreOf, writtenAt } from './values.ts';

// A 0 to 10 rating of pain that the person gave.
const PAIN_CODE: CodeableConcept = {
  coding: [
    {
      system: 'http://loinc.org',
      code: '72514-3',
      display: 'Pain severity - 0-10 verbal numeric rating [Score] - Reported',
    },
  ],
};

// By text alone: there are LOINC codes for the PEG scale, but the public sources for them disagree.
const PEG_CODE: CodeableConcept = { text: 'PEG scale of the past week: mean of its three items' };

// The items of the PEG scale, in the order of an entry's numbers.
const PEG_ITEM_CODES: readonly CodeableConcept[] = [
  { text: 'PEG: pain on average, past week' },
  { text: 'PEG: pain interfering with enjoyment of life, past week' },
  { text: 'PEG: pain interfering with general activity, past week' },
];

// What a person reports; the other category in use for pain, vital-signs, requires a profile of its own.
const SURVEY: CodeableConcept = {
  coding: [
    {
      system: 'http://terminology.hl7.org/CodeSystem/observation-category',
      code: 'survey',
      display: 'Survey',
    },
  ],
};

/** One value that was observed, and when. */
interface Observed {
  readonly part: Part;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly body: Pick<Observation, 'code' | 'valueQuantity' | 'bodySite' | 'component'>;
}

/**
 * One Observation for each rating of an entry: its pain, the pain before and after a session, and
 * the week as the PEG scale asks it. A number that isn't from 0 to 10 is not a rating.
 * @param words the words for areas
 * @param patient the reference to the Patient
 * @param session the reference to the Procedure that the ratings of a session belong to
 */
export function observationsOf(
  entry: Entry,
  words: Words,
  patient: Reference,
  session?: Reference,
): WithId<Observation>[] {
  const observed = [...ratingsOf(entry, words), ...pegOf(entry)];
  return observed.map(({ part, time, body }, at) => {
    const when = dateTime(time, entry.at);
    // The note is about the whole entry: it is given once, with the session or with the last rating.
    const isLast = session === undefined && at === observed.length - 1;
    const note = isLast ? plainLines(entry.note ?? '') : undefined;
    return {
      resourceType: 'Observation',
      id: uuidOf(entry.id, part),
      ...(session && { partOf: [session] }),
      status: entry.base === undefined ? 'final' : 'amended',
      category: [SURVEY],
      ...body,
      subject: patient,
      ...(when && { effectiveDateTime: when }),
      ...issuedOf(entry),
      performer: [patient],
      ...(note && { note: [{ text: note }] }),
    };
  });
}

// The table of fields says which of them are ratings, and of which part of an entry.
const RATINGS = FIELD_NAMES.filter((name): name is FieldOf<'rating'> => FIELDS[name].type === 'rating');

function ratingsOf(entry: Entry, words: Words): Observed[] {
  return RATINGS.flatMap((name) => {
    const rating = entry[name];
    if (!isRating(rating)) return [];
    const part = FIELDS[name].fhir;
    const time = part === 'after' ? endOf(entry) : Date.parse(entry.at);
    return [{ part, time, body: { code: PAIN_CODE, valueQuantity: scoreOf(rating), ...bodySiteOf(entry, words) } }];
  });
}

function bodySiteOf({ areas = [] }: Entry, words: Words): Pick<Observation, 'bodySite'> {
  const text = plain(areas.map(words).filter(plain).join(', '));
  return text === undefined ? {} : { bodySite: { text } };
}

function pegOf({ at, peg = [] }: Entry): Observed[] {
  if (peg.length !== PEG_ITEM_CODES.length || !peg.every(isRating)) return [];
  const mean = peg.reduce((sum, one) => sum + one, 0) / peg.length;
  const body = {
    code: PEG_CODE,
    valueQuantity: scoreOf(Math.round(mean * 100) / 100),
    component: PEG_ITEM_CODES.map((code, item) => ({ code, valueQuantity: scoreOf(peg[item]!) })),
  };
  return [{ part: 'peg', time: Date.parse(at), body }];
}

function issuedOf(entry: Entry): Pick<Observation, 'issued'> {
  const issued = writtenAt(entry);
  return issued === undefined ? {} : { issued };
}
